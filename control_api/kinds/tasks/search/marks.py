"""Texts in pieces, of which those are marked that were searched for."""

import unicodedata
from bisect import bisect_right

from control_api.input.search_key import search_key
from shared.search import Piece

BEGIN, END = "\x02", "\x03"
"""Marks around what was found. No text that a person can store has these."""
_AROUND = 80
"""Characters of a long text that are shown before and after what was found."""
_CUT = "…"


def read_marks(marked: str) -> list[Piece]:
    """The pieces of a text that has marks in it."""
    pieces = []
    for stretch in marked.split(BEGIN):
        found, end, rest = stretch.rpartition(END)
        pieces += [Piece(found, found=True), Piece(rest)] if end else [Piece(rest)]
    return [piece for piece in pieces if piece.text]


def mark_part(text: str, key: str) -> list[Piece]:
    """The text in pieces, with the first place marked that has the key; one piece if none has."""
    found = _find(text, key)
    return [Piece(text)] if found is None else _pieces(text, *found)


def mark_part_of_long(text: str, key: str) -> list[Piece]:
    """Do the same, without what is far from the place; nothing if no place has the key."""
    found = _find(text, key)
    if found is None:
        return []
    first, end = found
    begin, stop = max(first - _AROUND, 0), min(end + _AROUND, len(text))
    # Words stay whole where there are blanks between them.
    if begin:
        begin = text.find(" ", begin, first) + 1 or begin
    if stop < len(text):
        last = text.rfind(" ", end, stop)
        stop = stop if last < 0 else last
    before, after = _CUT if begin else "", _CUT if stop < len(text) else ""
    shift = len(before) - begin
    return _pieces(before + text[begin:stop] + after, first + shift, end + shift)


def _pieces(text: str, first: int, end: int) -> list[Piece]:
    pieces = [Piece(text[:first]), Piece(text[first:end], found=True), Piece(text[end:])]
    return [piece for piece in pieces if piece.text]


def _find(text: str, key: str) -> tuple[int, int] | None:
    """From where to where the text has the key, at the first place."""
    place = search_key(text).find(key)
    if place < 0:
        return None
    first = _origin(text, place)
    end = _origin(text, place + len(key) - 1) + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return first, end


def _origin(text: str, place: int) -> int:
    """Which character of the text gave the one at that place of its key."""
    # The key of the beginning of a text is the longer, the longer that is.
    return bisect_right(range(len(text)), place, key=lambda n: len(search_key(text[: n + 1])))
