"""A sentence with what it means, as it goes from one stage to the other."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

Span = tuple[int, int, str]
"""From one character to another, and what stands there."""


class Example(msgspec.Struct, frozen=True):
    """One sentence."""

    text: str
    intents: list[str]
    """What it may mean: one, or several where that is all that is known."""
    spans: list[Span] | None = None
    """None where it is not known what stands where."""
    only_known: bool | None = None
    """For a sentence of the grammar, whether it is only meant so when it names what is there."""
    is_held_out: bool = False
    """Fitted to never; calibrated and measured on."""


def write_examples(path: Path, examples: Iterable[Example]) -> int:
    """Write them as JSON lines; how many there were. Raises OSError."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for count, example in enumerate(examples, start=1):  # noqa: B007 - the last is the count
            file.write(json.dumps(msgspec.to_builtins(example), ensure_ascii=False) + "\n")
    return count


def read_examples(path: Path) -> Iterator[Example]:
    """The examples of a file. Raises OSError and ValueError."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield msgspec.json.decode(line, type=Example)
