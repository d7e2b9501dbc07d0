"""An event loop whose time stands still until a test puts it forward."""

import asyncio
from collections.abc import Callable
from typing import Any


class Timer:
    """What is to be done later."""

    def __init__(self, when: float, work: Callable[[], object]) -> None:
        self.when = when
        self.work = work
        self.is_over = False

    def cancel(self) -> None:
        self.is_over = True


class HeldLoop:
    """The same as the loop it is made of, but for its clock."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._now = 0.0
        self._timers: list[Timer] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._loop, name)

    def time(self) -> float:
        return self._now

    def call_later(self, delay: float, callback: Callable[..., object], *args: Any) -> Timer:
        timer = Timer(self._now + delay, lambda: callback(*args))
        self._timers.append(timer)
        return timer

    def put_forward(self, seconds: float) -> None:
        """Let so much time pass, and do what is due then. Only in the loop's own thread."""
        self._now += seconds
        while due := [each for each in self._timers if each.is_over or each.when <= self._now]:
            for timer in due:
                self._timers.remove(timer)
                if not timer.is_over:
                    timer.is_over = True
                    timer.work()
