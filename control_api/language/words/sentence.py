"""A sentence as it came from a microphone or a keyboard, made ready to be read."""

import re
import unicodedata
from typing import Self

import msgspec

_HIDDEN = "\u00a4"
_TYPOGRAPHY = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00a0": " "}
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_HESITATION = re.compile(r"(?:(?<=\s)|^)(?:u+m+|u+h+|u+h?m+|e+rm+|hm+)\b[,.]*\s*", re.IGNORECASE)
_QUOTED = re.compile(r'"([^"]*)"')
_EDGE = " \t,;:.!?\u2026-\u2013\u2014"
_TRAILS_OFF = re.compile(
    r"(?:\.\.\.|[,;:\u2026\u2013\u2014-]|\b(?:u+m+|u+h+|u+h?m+|e+rm+|hm+)[,.]*)$", re.IGNORECASE
)


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


Slots = dict[str, Words]
"""What stands in the slots of a template, by their names."""


def _glue(before: str, after: str) -> str:
    # Both texts of Words keep the same length, so only spaces at the seam may go.
    spaced = before.endswith(" ") and after.startswith(" ")
    return before + (after[1:] if spaced else after)


def hear(text: str) -> Words:
    """The sentence in one line of plain characters, without hesitation and outer punctuation."""
    line = unicodedata.normalize("NFC", text).translate(_TYPOGRAPHY)
    line = re.sub(r"\s+", " ", _CONTROL.sub(" ", line))
    line = _HESITATION.sub("", line).strip()
    return Words(line, _QUOTED.sub(lambda found: _HIDDEN * len(found[0]), line)).strip()


def trails_off(text: str) -> bool:
    """Whether the end says that more was to come: "um", a comma, dots."""
    return bool(_TRAILS_OFF.search(text.strip()))
