"""One program that the launcher starts: its output, line by line, and its end."""

import asyncio
import contextlib
import ctypes
import os
import signal
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from scripts.launch.relay import Relay

PR_SET_PDEATHSIG = 1
LAST_WORDS_WITHIN = 0.2
"""Seconds; something that a dead program started may hold its output open for longer."""


@dataclass(frozen=True, kw_only=True)
class Program:
    """What to start and how to tell that it works."""

    name: str
    command: list[str]
    environment: dict[str, str]
    """All of it. Secrets travel here, never in `command`, which everybody can read."""
    ready_url: str
    """Answers 200 once the program does its work."""
    ready_within: float
    """Seconds."""
    stops_within: float
    """Seconds it is given to end by itself."""
    remedy: str
    """What to do when it doesn't work, a whole sentence."""
    on_death: Callable[[], Awaitable[None]] | None = None
    """What to do after it died unasked, before it is started again."""
    asks_twice: bool = False
    """Whether it waits for its clients at the first SIGTERM, and stops at the second."""


@dataclass
class Child:
    """A `Program` while it runs, and again after it was restarted."""

    program: Program
    tell: Callable[[str, str], None]
    """Hears the name of the program and each line it prints."""
    process: asyncio.subprocess.Process | None = None
    started_at: float = 0.0
    """Of the monotonic clock."""
    trouble: str = ""
    """Why it is not ready, in its own words."""
    output: Relay | None = None

    async def start(self) -> None:
        """Start the program in a process group of its own, so that Ctrl-C reaches only us."""
        self.started_at = time.monotonic()
        if self.output is not None:
            self.output.close()
        # Not asyncio's own pipe: with that the end of a process counts only once everything it
        # started has closed its output too.
        reading, writing = os.pipe()
        try:
            self.process = await asyncio.create_subprocess_exec(
                *self.program.command,
                env=self.program.environment,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=writing,
                stderr=writing,
                start_new_session=True,
                preexec_fn=die_with_the_launcher if sys.platform == "linux" else None,
            )
        except BaseException:
            os.close(reading)
            raise
        finally:
            os.close(writing)
        self.output = Relay(self.program.name, reading, self.tell)

    async def wait(self) -> str:
        """Wait for the end of the process and return how it ended, in words."""
        if self.process is None:
            return "was not started"
        code = await self.process.wait()
        if code < 0:
            return f"was ended by {signal.Signals(-code).name}"
        return f"ended with code {code}"

    def send(self, what: signal.Signals) -> None:
        """Send a signal to the program, if it still runs."""
        if self.process is not None and self.process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self.process.send_signal(what)

    def kill_group(self) -> None:
        """End whatever is left of the program and of what it started."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)

    async def last_words(self) -> str:
        """Return the last line it printed, after waiting a moment for what is on its way."""
        if self.output is None:
            return ""
        await self.output.until_end(LAST_WORDS_WITHIN)
        return self.output.last_line

    async def stop(self) -> None:
        """Ask the program to end, wait, and end what is left."""
        if self.process is None:
            return
        self.send(signal.SIGTERM)
        if self.program.asks_twice:
            await self.ended(within=0.3)
            self.send(signal.SIGTERM)
        await self.ended(within=self.program.stops_within)
        self.kill_group()
        await self.ended(within=1)
        await self.last_words()
        if self.output is not None:
            self.output.close()

    async def ended(self, *, within: float) -> bool:
        """Wait for the end, `within` seconds at most."""
        try:
            await asyncio.wait_for(self.wait(), within)
        except TimeoutError:
            return False
        return True


def die_with_the_launcher() -> None:
    """Make the kernel end this process when the launcher is gone, however it went (Linux)."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
