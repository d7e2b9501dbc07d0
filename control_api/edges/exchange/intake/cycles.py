"""Circles among tasks: parts of themselves, or waiting for themselves."""

from collections.abc import Iterable, Mapping


def find_back_edges(edges: Mapping[str, Iterable[str]]) -> list[tuple[str, str]]:
    """The edges that close a circle, looked at in the order given; without them there is none."""
    done: set[str] = set()
    back: list[tuple[str, str]] = []
    for start in edges:
        if start in done:
            continue
        on_path = {start}
        stack = [(start, iter(edges[start]))]
        while stack:
            node, following = stack[-1]
            target = next(following, None)
            if target is None:
                stack.pop()
                on_path.discard(node)
                done.add(node)
            elif target in on_path:
                back.append((node, target))
            elif target not in done and target in edges:
                on_path.add(target)
                stack.append((target, iter(edges[target])))
    return back
