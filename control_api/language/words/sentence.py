"""A stretch of a sentence, and how it is cut."""

from typing import Self

import msgspec

_EDGE = " \t,;:.!?\u2026-\u2013\u2014"


class Words(msgspec.Struct, frozen=True):
    """A stretch of a sentence, and the same with what was quoted made unreadable."""

    text: str
    mask: str

    def slice(self, start: int, end: int | None = None) -> Self:
        """The part from `start` to `end`."""
        return type(self)(self.text[start:end], self.mask[start:end])

    def without(self, start: int, end: int) -> Self:
        """What is left when a part is taken out."""
        return type(self)(
            _glue(self.text[:start], self.text[end:]), _glue(self.mask[:start], self.mask[end:])
        )

    def strip(self) -> Self:
        """Without the spaces and punctuation around it."""
        start = len(self.mask) - len(self.mask.lstrip(_EDGE))
        return self.slice(start, max(start, len(self.mask.rstrip(_EDGE))))

    def then(self, other: Self) -> Self:
        """Both, with a space between them."""
        return type(self)(f"{self.text} {other.text}", f"{self.mask} {other.mask}")

    @classmethod
    def joined(cls, *pieces: Self) -> Self:
        """The pieces one after the other, without those that say nothing."""
        kept = [piece.strip() for piece in pieces if piece.strip().mask]
        whole = kept[0] if kept else cls("", "")
        for piece in kept[1:]:
            whole = whole.then(piece)
        return whole


Slots = dict[str, Words]
"""What stands in the slots of a template, by their names."""


def _glue(before: str, after: str) -> str:
    # Both texts of Words keep the same length, so only spaces at the seam may go.
    spaced = before.endswith(" ") and after.startswith(" ")
    return before + (after[1:] if spaced else after)
