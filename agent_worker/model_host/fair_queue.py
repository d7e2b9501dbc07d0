"""A queue in which nobody waits for somebody else's long list."""

import threading
from collections import OrderedDict, deque
from typing import Generic, TypeVar

_Item = TypeVar("_Item")


class QueueFullError(Exception):
    """Too much waits already."""


class FairQueue(Generic[_Item]):
    """Takes turns between conversations; within one, first in, first out. For several threads."""

    def __init__(self, *, most: int = 128, most_each: int = 32) -> None:
        """Hold `most` items at most, and `most_each` of one conversation."""
        self._most = most
        self._most_each = most_each
        self._lines: OrderedDict[str, deque[_Item]] = OrderedDict()
        self._length = 0
        self._changed = threading.Condition()
        self._closed = False

    def __len__(self) -> int:
        return self._length

    def put(self, conversation: str, item: _Item) -> None:
        """Add an item at the end of its conversation's line.

        Raises:
            QueueFullError: there, or in all lines together, is no room.

        """
        with self._changed:
            line = self._lines.get(conversation, ())
            if self._length >= self._most or len(line) >= self._most_each:
                raise QueueFullError
            self._lines.setdefault(conversation, deque()).append(item)
            self._length += 1
            self._changed.notify()

    def get(self) -> _Item | None:
        """Wait for an item and take it out; None when the queue is closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._length or self._closed)
            if self._closed:
                return None
            conversation, line = next(iter(self._lines.items()))
            item = line.popleft()
            if line:
                self._lines.move_to_end(conversation)
            else:
                del self._lines[conversation]
            self._length -= 1
            return item

    def remove(self, conversation: str, item: _Item) -> bool:
        """Take an item out that nobody has got yet; False if somebody has."""
        with self._changed:
            line = self._lines.get(conversation)
            if line is None or item not in line:
                return False
            line.remove(item)
            if not line:
                del self._lines[conversation]
            self._length -= 1
            return True

    def close(self) -> None:
        """Let everybody who waits go."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
