"""Something that moves, on a terminal, while there is nothing else to see."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

Looked = Callable[[int, int], None]
"""Hears how many of how many are done."""


@contextmanager
def working(what: str) -> Iterator[Looked]:
    """A bar that pulses until it is told how much there is to do; on standard error."""
    screen = Console(stderr=True)
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[counted]}"),
        TimeElapsedColumn(),
        console=screen,
        transient=True,
        disable=not screen.is_terminal,
    ) as shown:
        bar = shown.add_task(what, total=None, counted="")

        def looked(done: int, of: int) -> None:
            shown.update(bar, completed=done, total=of, counted=f"{done}/{of}")

        yield looked
