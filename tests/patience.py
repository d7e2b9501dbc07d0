"""How long tests wait for what must come: the same everywhere, and too long for any machine.

A test that has waited this long has found a fault, not a busy processor.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

Told = TypeVar("Told")
PATIENCE_S = 300.0
_PAUSE_S = 0.02


def wait_until(comes: Callable[[], object], why: Callable[[], object] = str) -> None:
    """Wait until something is true; when it never is, fail with what `why` then says."""
    give_up = time.monotonic() + PATIENCE_S
    while not comes():
        assert time.monotonic() < give_up, why()
        time.sleep(_PAUSE_S)


async def until(comes: Callable[[], object], why: Callable[[], object] = str) -> None:
    """Wait as `wait_until` does, while the event loop goes on."""
    give_up = time.monotonic() + PATIENCE_S
    while not comes():
        assert time.monotonic() < give_up, why()
        await asyncio.sleep(_PAUSE_S)


async def until_told(ask: Callable[[], Awaitable[Told]]) -> Told:
    """Ask again and again, until the answer is not nothing; give it back."""
    give_up = time.monotonic() + PATIENCE_S
    while not (told := await ask()):
        assert time.monotonic() < give_up
        await asyncio.sleep(_PAUSE_S)
    return told
