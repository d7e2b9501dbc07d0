"""Threads that words are read in: not the event loop's, and none that holds a database."""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from control_api.language.duckling.unread import UnavailableError

T = TypeVar("T")

THREADS = 4
"""One more than there are readers to wait for."""
LONGEST_WAIT_S = 2.0
"""For a thread; whoever waits longer is told so, and the next come sooner."""

_threads = ThreadPoolExecutor(THREADS, thread_name_prefix="words")


async def read_in_thread(read: Callable[[], T]) -> T:
    """What `read` gives, run in one of these threads. Raises `UnavailableError`."""
    give_up = time.monotonic() + LONGEST_WAIT_S

    def run() -> T:
        if time.monotonic() > give_up:
            raise UnavailableError
        return read()

    return await asyncio.get_running_loop().run_in_executor(_threads, run)
