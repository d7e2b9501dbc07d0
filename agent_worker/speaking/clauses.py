"""Cutting a reply into pieces that are spoken one after the other, the first one early."""

import re

_EARLY = 4
"""Characters after which the first piece may end at a comma: the shorter, the sooner it sounds."""
_LATE = 90
_LONGEST = 180
_BREAK = re.compile(r"([.?!…]+['\"”)]*|[,;:–—])\s+|\n+")  # noqa: RUF001 (dashes models write)
_ABBREVIATIONS = frozenset({"mr", "mrs", "ms", "dr", "st", "vs", "no", "prof", "e.g", "i.e"})


class Clauses:
    """Takes text as it comes, gives pieces as soon as they are whole.

    The pieces don't depend on how the text was cut when it came in, so that speech made ahead of
    time for a whole reply fits the same reply streamed.
    """

    def __init__(self) -> None:
        self._rest = ""
        self._is_first = True

    def push(self, text: str) -> list[str]:
        """Take in more text; give the pieces that are whole now."""
        self._rest += text
        pieces = []
        while (end := self._next_end()) is not None:
            piece, self._rest = self._rest[:end].strip(), self._rest[end:]
            if piece:
                pieces.append(piece)
                self._is_first = False
        return pieces

    def flush(self) -> list[str]:
        """Give what is left; the next text begins a new reply."""
        piece, self._rest = self._rest.strip(), ""
        self._is_first = True
        return [piece] if piece else []

    def _next_end(self) -> int | None:
        enough = _EARLY if self._is_first else _LATE
        for found in _BREAK.finditer(self._rest):
            # Not the blanks behind it: more may come, and what comes is not waited for.
            if found.start() + len(found.group(1) or "") > _LONGEST:
                break
            mark = found.group(1) or "\n"
            is_end = mark[0] in ".?!…\n" and not self._is_abbreviation(found.start())
            if is_end or (mark in ",;:–—" and found.start() >= enough):  # noqa: RUF001
                return found.end()
        if len(self._rest) > _LONGEST:
            return self._rest.rfind(" ", 0, _LONGEST) + 1 or _LONGEST
        return None

    def _is_abbreviation(self, end: int) -> bool:
        word = self._rest[:end].rsplit(maxsplit=1)[-1:] or [""]
        return word[0].lower() in _ABBREVIATIONS


def clauses(text: str) -> list[str]:
    """All pieces of a whole reply."""
    splitter = Clauses()
    return [*splitter.push(text), *splitter.flush()]
