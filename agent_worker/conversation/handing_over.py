"""A worker that ends: each conversation leaves it once its turn is over, and goes on with the next.

The room stays, and so does its person: the agent of another worker takes the place.
"""

import asyncio
import contextlib
import threading
from collections.abc import Callable


class HandingOver:
    """Tells all conversations of a worker that it ends. They have event loops of their own."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._has_begun = False
        self._told: list[tuple[asyncio.AbstractEventLoop, Callable[[], object]]] = []

    def on_begin(self, leave: Callable[[], object]) -> Callable[[], None]:
        """Have `leave` called on this event loop when the worker ends, or at once if it does.

        What is given back takes that back.
        """
        loop = asyncio.get_running_loop()
        entry = loop, leave
        with self._lock:
            self._told.append(entry)
            if self._has_begun:
                loop.call_soon(leave)

        def forget() -> None:
            with self._lock, contextlib.suppress(ValueError):
                self._told.remove(entry)

        return forget

    def begin(self) -> None:
        """Have all of them leave."""
        with self._lock:
            self._has_begun = True
            for loop, leave in self._told:
                with contextlib.suppress(RuntimeError):  # it has ended meanwhile
                    loop.call_soon_threadsafe(leave)
