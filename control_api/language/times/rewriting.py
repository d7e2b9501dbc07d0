"""A text whose times are written in another way, which still knows where each letter came from.

Duckling knows one way to write each time; people know many. What they wrote is turned into what
Duckling reads, step by step, and what is found is placed in the words as they were said.
"""

import re
from collections.abc import Callable
from typing import Self

import msgspec

Rewrite = Callable[[re.Match[str]], str | None]
"""What stands there instead; None where the words are to stay."""


def begin_of(found: re.Match[str]) -> int:
    """Where what is rewritten begins: behind what only leads to it."""
    return found.end("lead") if found.re.groupindex.get("lead") and found["lead"] else found.start()


class Doubt(msgspec.Struct, frozen=True):
    """What is wrong with a time that was said."""

    start: int
    end: int
    """Place in the words as they were said."""
    question: str


class Rewritten(msgspec.Struct, frozen=True):
    """The text as it is read, with the place of every letter in the words as they were said."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    doubts: tuple[Doubt, ...] = ()

    @classmethod
    def of(cls, text: str) -> Self:
        """A text that is read as it was said."""
        return cls(text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the text stands in the words as they were said."""
        return self.starts[start], self.ends[end - 1]

    def replace(self, pattern: re.Pattern[str], rewrite: Rewrite) -> Self:
        """The text with what `rewrite` gives for each match, but for its group "lead"."""
        changes = [
            (begin_of(found), found.end(), new)
            for found in pattern.finditer(self.text)
            if found.end() > found.start() and (new := rewrite(found)) is not None
        ]
        return self._changed(changes) if changes else self

    def expand(self, pattern: re.Pattern[str], template: str) -> Self:
        """The text with a template, as `re.sub` has it, for each match."""
        return self.replace(pattern, lambda found: found.expand(template))

    def doubting(self, doubts: list[Doubt]) -> Self:
        """The same, where some times can't be."""
        return type(self)(self.text, self.starts, self.ends, (*self.doubts, *doubts))

    def question(self, start: int, end: int) -> str | None:
        """What has to be asked about a stretch of the words as they were said."""
        within = (each for each in self.doubts if each.start < end and each.end > start)
        return next((each.question for each in within), None)

    def _changed(self, changes: list[tuple[int, int, str]]) -> Self:
        texts: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        position = 0
        for start, end, new in [*changes, (len(self.text), len(self.text), "")]:
            texts += [self.text[position:start], new]
            starts += self.starts[position:start]
            ends += self.ends[position:start]
            if new:
                first, last = self.place(start, end)
                starts += [first] * len(new)
                ends += [last] * len(new)
            position = end
        return type(self)("".join(texts), tuple(starts), tuple(ends), self.doubts)
