"""How much work the words of one text may make; what overran once is not tried again."""

import asyncio
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from control_api.language.duckling.unread import OverrunError

ALLOWANCE_S = 0.1
"""Processor time of the readers for one text; of 12,000 sentences of people none took a fifth."""
_REMEMBERED = 4_096


class Allowance:
    """What is left of it, for one text."""

    def __init__(self) -> None:
        self.left_s = ALLOWANCE_S


class Overrun:
    """The texts that overran, by their digest, and what was said of them; the oldest go."""

    def __init__(self, most: int = _REMEMBERED) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._shown: OrderedDict[bytes, str] = OrderedDict()

    def add(self, text: str, error: OverrunError) -> None:
        """Remember a text."""
        with self._lock:
            self._shown[_digest(text)] = error.shown
            if len(self._shown) > self._most:
                self._shown.popitem(last=False)

    def refuse(self, text: str) -> None:
        """Raise `OverrunError` for a text that is remembered."""
        shown = self._shown.get(_digest(text)) if self._shown else None
        if shown is not None:
            raise OverrunError(shown)


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=16).digest()


_overrun = Overrun()
_current: ContextVar[Allowance | None] = ContextVar("allowance", default=None)


@contextmanager
def allowance(text: str) -> Iterator[Allowance]:
    """Read `text`, and all that is read within, for one allowance.

    Within another one it is a part of that. Raises `OverrunError` at once for a text that overran
    before. Only in a thread: while words are read, nothing else goes on in it.
    """
    _overrun.refuse(text)
    outer = _current.get()
    if outer is not None:
        if outer.left_s <= 0:
            raise OverrunError(text)
        yield outer
        return
    refuse_event_loop()
    given = Allowance()
    token = _current.set(given)
    try:
        yield given
    except OverrunError as error:
        _overrun.add(text, error)
        raise
    finally:
        _current.reset(token)


def refuse_event_loop() -> None:
    """Raise RuntimeError where words must not be read."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return
    raise RuntimeError("Words are read in threads: here everybody else would wait.")
