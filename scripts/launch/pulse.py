"""Whether a program still answers: asked from a thread of its own, which nothing here holds up."""

import asyncio
import contextlib
import http.client
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from shared.processes import processor_time

EVERY = 1.0
"""Seconds between two questions."""
ANSWER_WITHIN = 2.0
"""Seconds for one answer; any answer will do, also one that says what is missing."""
HANGS_AFTER = 9.0
"""Seconds without an answer, of a program that does nothing: three looks, so within ten."""
BUSY_HANGS_AFTER = 30.0
"""Seconds without an answer, of one that uses the processor: it may only be slow."""
BUSY = 0.05
"""Part of one processor that tells work from standing still."""
LONGEST_LOOK = 2 * (EVERY + 2 * ANSWER_WITHIN)
"""Seconds; what takes longer was a time in which we did not run ourselves: the lid was closed, we
were stopped, or the machine had no time for us, and so none for the program either."""


@dataclass
class Silence:
    """How long a program has not answered, by the seconds in which we could have heard it."""

    seconds: float = 0.0
    worked: float = 0.0
    """Of these, seconds of processor time that the program used."""

    def look(self, *, answered: bool, took: float, worked: float) -> bool:
        """Note one look, of `took` seconds; tell whether the program hangs."""
        if answered or took > LONGEST_LOOK:
            self.seconds = self.worked = 0.0
        else:
            self.seconds += took
            self.worked += worked
        is_busy = self.worked > BUSY * self.seconds
        return self.seconds >= (BUSY_HANGS_AFTER if is_busy else HANGS_AFTER)


async def until_silent(url: str, pid: int) -> float:
    """Return once the program hangs: for how many seconds it has not answered at `url`."""
    loop = asyncio.get_running_loop()
    silent: asyncio.Future[float] = loop.create_future()
    enough = threading.Event()

    def tell(seconds: float) -> None:
        with contextlib.suppress(RuntimeError):  # the loop is closed: nobody asks any more
            loop.call_soon_threadsafe(_settle, silent, seconds)

    threading.Thread(target=_watch, args=(url, pid, enough, tell), daemon=True).start()
    try:
        return await silent
    finally:
        enough.set()


def _settle(silent: "asyncio.Future[float]", seconds: float) -> None:
    if not silent.done():
        silent.set_result(seconds)


def _watch(url: str, pid: int, enough: threading.Event, tell: Callable[[float], None]) -> None:
    silence, last, worked = Silence(), time.monotonic(), processor_time(pid)
    while not enough.wait(EVERY):
        answered = answers(url)
        now, works = time.monotonic(), processor_time(pid)
        if silence.look(answered=answered, took=now - last, worked=works - worked):
            tell(silence.seconds)
            return
        last, worked = now, works


def answers(url: str) -> bool:
    """Tell whether a program answers over HTTP, whatever it says."""
    parts = urlsplit(url)
    asking = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=ANSWER_WITHIN)
    try:
        asking.request("GET", parts.path or "/")
        asking.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    else:
        return True
    finally:
        asking.close()
