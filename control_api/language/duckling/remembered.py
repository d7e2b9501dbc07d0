"""What was read lately: who reads a sentence in several ways asks for the same times again."""

import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from datetime import datetime

import msgspec

from control_api.language.duckling.messages import Phrase

MOST = 1_024


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a text, and how it is read."""

    text: str
    now: datetime
    locale: str


Read = dict[Piece, tuple[Phrase, ...]]
"""The phrases of each, with their places in it."""


class Remembered:
    """The phrases of pieces; those wanted longest ago go. For several threads."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._read: OrderedDict[Piece, tuple[Phrase, ...]] = OrderedDict()

    def those_of(self, pieces: Iterable[Piece]) -> Read:
        """What is remembered of these."""
        with self._lock:
            found = {each: self._read[each] for each in pieces if each in self._read}
            for each in found:
                self._read.move_to_end(each)
            return found

    def add(self, read: Mapping[Piece, tuple[Phrase, ...]]) -> None:
        """Remember these, too."""
        with self._lock:
            self._read.update(read)
            while len(self._read) > self._most:
                self._read.popitem(last=False)

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._read.clear()
