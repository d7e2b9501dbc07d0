"""A program that the launcher keeps running: its process, and the spare that waits beside it."""

import asyncio
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass

from scripts.launch.program import Program
from scripts.launch.started import Started, start, start_spare

LAST_WORDS_WITHIN = 0.2
"""Seconds; something that a dead program started may hold its output open for longer."""


@dataclass
class Child:
    """A `Program` while it runs, and again after it was restarted."""

    program: Program
    tell: Callable[[str, str], None]
    """Hears the name of the program and each line it prints."""
    started: Started | None = None
    started_at: float = 0.0
    """Of the monotonic clock."""
    trouble: str = ""
    """Why it is not ready, in its own words."""
    was_spare: bool = False
    """Whether the process was one that waited: it has to answer soon, however slow a start is."""
    spare: Started | None = None
    """A second process that has done all it can before it is needed."""

    @property
    def has_spare(self) -> bool:
        """Whether a second process waits."""
        return self.spare is not None and self.spare.runs

    async def start(self) -> None:
        """Start the program, or let its spare begin."""
        self.started_at = time.monotonic()
        if self.started is not None:
            self.started.close()
        spare, self.spare = self.spare, None
        if spare is not None and not spare.runs:
            spare.close()
            spare = None
        self.was_spare = spare is not None
        self.started = spare or await start(self.program, self.tell)
        self.started.begin()

    async def prepare_spare(self) -> None:
        """Start a second process that waits, if the program has such and none does."""
        command = self.program.spare
        if command is not None and not self.has_spare:
            if self.spare is not None:
                self.spare.close()
            self.spare = await start_spare(self.program, command, self.tell)

    async def wait(self) -> str:
        """Wait for the end of the process and return how it ended, in words."""
        if self.started is None:
            return "was not started"
        code = await self.started.process.wait()
        if code < 0:
            return f"was ended by {signal.Signals(-code).name}"
        return f"ended with code {code}"

    def kill_group(self) -> None:
        """End whatever is left of the program and of what it started."""
        if self.started is not None:
            self.started.kill_group()

    def kill(self) -> None:
        """End the program and its spare at once."""
        for each in (self.started, self.spare):
            if each is not None:
                each.kill_group()

    async def last_words(self) -> str:
        """Return the last line it printed, after waiting a moment for what is on its way."""
        if self.started is None:
            return ""
        await self.started.output.until_end(LAST_WORDS_WITHIN)
        return self.started.output.last_line

    async def stop(self) -> None:
        """Ask the program to end, wait, and end what is left."""
        if self.spare is not None:
            self.spare.kill_group()
            await self.spare.process.wait()
            self.spare.close()
        if self.started is None:
            return
        self.started.send(signal.SIGTERM)
        if self.program.asks_twice:
            await self.ended(within=0.3)
            self.started.send(signal.SIGTERM)
        await self.ended(within=self.program.stops_within)
        self.kill_group()
        await self.ended(within=1)
        await self.last_words()
        self.started.close()

    async def ended(self, *, within: float) -> bool:
        """Wait for the end, `within` seconds at most."""
        try:
            await asyncio.wait_for(self.wait(), within)
        except TimeoutError:
            return False
        return True
