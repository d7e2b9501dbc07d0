"""One process of a program that the launcher started, and what it prints."""

import asyncio
import contextlib
import ctypes
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass

from scripts.launch.program import Program
from scripts.launch.relay import Relay

PR_SET_PDEATHSIG = 1


@dataclass
class Started:
    """A process, and the pipes that it reads from and prints into."""

    process: asyncio.subprocess.Process
    output: Relay
    told_by: int | None = None
    """Descriptor of the pipe by which a spare is told to begin."""

    @property
    def runs(self) -> bool:
        """Whether it has not ended."""
        return self.process.returncode is None

    def begin(self) -> None:
        """Tell a spare to begin."""
        told_by, self.told_by = self.told_by, None
        if told_by is not None:
            # One that has just died is found dead by whoever watches it.
            with contextlib.suppress(BrokenPipeError):
                os.write(told_by, b"begin\n")
            os.close(told_by)

    def send(self, what: signal.Signals) -> None:
        """Send it a signal, if it still runs."""
        if self.runs:
            with contextlib.suppress(ProcessLookupError):
                self.process.send_signal(what)

    def kill_group(self) -> None:
        """End whatever is left of it and of what it started."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)

    def close(self) -> None:
        """Close the pipes."""
        self.output.close()
        if self.told_by is not None:
            os.close(self.told_by)
            self.told_by = None


async def start(program: Program, tell: Callable[[str, str], None]) -> Started:
    """Start a program."""
    listening = os.open(os.devnull, os.O_RDONLY)
    return await _start(program, program.command, tell, listening, None)


async def start_spare(
    program: Program, command: list[str], tell: Callable[[str, str], None]
) -> Started:
    """Start a spare of a program, which waits until it is told to begin."""
    listening, told_by = os.pipe()
    return await _start(program, command, tell, listening, told_by)


async def _start(
    program: Program,
    command: list[str],
    tell: Callable[[str, str], None],
    listening: int,
    told_by: int | None,
) -> Started:
    """Start a process in a group of its own, so that Ctrl-C reaches only us."""
    # Not asyncio's own pipes: with those the end of a process counts only once everything it
    # started has closed them too.
    reading, writing = os.pipe()
    try:
        process = await asyncio.create_subprocess_exec(
            *command,
            env=program.environment,
            stdin=listening,
            stdout=writing,
            stderr=writing,
            start_new_session=True,
            preexec_fn=die_with_the_launcher if sys.platform == "linux" else None,
        )
    except BaseException:
        os.close(reading)
        if told_by is not None:
            os.close(told_by)
        raise
    finally:
        os.close(writing)
        os.close(listening)
    return Started(process, Relay(program.name, reading, tell), told_by)


def die_with_the_launcher() -> None:
    """Make the kernel end this process when the launcher is gone, however it went (Linux)."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
