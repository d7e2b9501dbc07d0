"""Which words are no secret: those that were found to be no command, and what came of them."""

import re
from collections import deque

_WORD = re.compile(r"\w+")
_KEPT = 64
"""Texts of a conversation; what is older is taken for private again."""


class PublicWords:
    """Remembers texts that may leave; whatever was not named is private."""

    def __init__(self) -> None:
        self._ours: set[str] = set()
        self._said: deque[str] = deque(maxlen=_KEPT)

    def add_ours(self, text: str) -> None:
        """Add a sentence of our own, which tells nothing of anybody."""
        self._ours.add(_plain(text))

    def add(self, text: str) -> None:
        """Add what was asked or answered."""
        self._said.append(_plain(text))

    def holds(self, text: str) -> bool:
        """Whether these words, in this order, are in one of the texts."""
        plain = _plain(text)
        return any(plain in known for known in (*self._ours, *self._said))


def _plain(text: str) -> str:
    """Give the words alone, each between spaces: marks and capitals come and go on the way."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "
