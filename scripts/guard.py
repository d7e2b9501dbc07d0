"""Runs one step of a target so that nothing it starts outlives it: `guard.py MAKE COMMAND...`.

A step is over when its command is, when it is told to end (SIGINT, SIGTERM, SIGHUP), and when the
process MAKE is gone. Two guards run, one inside the other, so that if one is killed the other ends
what is left. It needs nothing but Python 3.8, since the first step of all gets everything else.
"""

from __future__ import annotations

import signal

if __name__ == "__main__":
    # Whatever comes from now on waits until there is somebody to hear it.
    signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM, signal.SIGHUP))

import contextlib
import ctypes
import os
import select
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

LINUX = sys.platform == "linux"

ENDS_WITHIN = 9.0
"""Seconds that a step is given to end when it is told to."""
OUTER_ADDS = 0.5
"""Seconds that the outer guard waits longer than the inner one."""
LEFTOVERS_END_WITHIN = 1.0
"""Seconds, for what a step leaves behind."""
ONE_AND_THE_SAME = 1.0
"""Seconds in which one wish to end may come by two ways: from the terminal, and from make."""
POLL = 0.5
"""Seconds between two looks at whether make is there."""
UNKILLABLE = 5.0
"""Seconds after which a process that was killed is left to the kernel."""

PR_SET_CHILD_SUBREAPER = 36
WISHES = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def main(make: int, command: list[str]) -> int:
    """Run the command under two guards and return its exit status."""
    inner = Guard(lambda: replace_by(command), [], ENDS_WITHIN)
    return Guard(inner.run, [make], ENDS_WITHIN + OUTER_ADDS).run()


class Guard:
    """Runs something in a process of its own, and is there until all of it is gone."""

    def __init__(self, work: Callable[[], int], owners: list[int], patience: float) -> None:
        """Whoever is in `owners` wants it; `patience` is how long it may take to end, in s."""
        self._work = work
        self._owners = owners
        self._patience = patience
        self._parent = 0
        self._process = 0
        self._status: int | None = None
        self._wishes: list[tuple[int, float]] = []
        """Signals, and when they came."""

    def run(self) -> int:
        """Return the exit status: 128 and the signal when it was told to end and did not with 0."""
        self._parent = os.getppid()
        adopt_orphans()
        self._start()
        with self._listening() as awakened:
            patience = self._watch(awakened)
            self._clear_away(patience)
        if self._status is None or (self._status and self._wishes):
            return 128 + self._wishes[0][0]
        return self._status

    def _start(self) -> None:
        # Held back until the new process hears them, so that none is lost on the way.
        signal.pthread_sigmask(signal.SIG_BLOCK, WISHES)
        self._process = os.fork()
        if self._process == 0:
            os.setsid()
            for number in heeded():
                # In the background of a shell SIGINT is ignored, and programs leave it at that.
                signal.signal(number, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, WISHES)
            os._exit(self._work())

    @contextlib.contextmanager
    def _listening(self) -> Iterator[int]:
        """Note the signals; there is something to read when one has come."""
        reading, writing = os.pipe()
        os.set_blocking(reading, False)
        os.set_blocking(writing, False)
        signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        for number in heeded():
            signal.signal(number, lambda came, _: self._wishes.append((came, time.monotonic())))
        signal.pthread_sigmask(signal.SIG_UNBLOCK, WISHES)
        yield reading

    def _watch(self, awakened: int) -> float:
        """Wait for the end; how many seconds what is left then may take to go, too."""
        told = 0.0
        while not self._has_ended():
            if not self._wishes and not self._is_wanted():
                self._wishes.append((signal.SIGTERM, time.monotonic()))
            if self._wishes and not told:
                told = time.monotonic()
                send(signal.SIGTERM, self._process, to_group=True)
            elif told and (self._is_urgent() or time.monotonic() - told > self._patience):
                return 0.0
            with contextlib.suppress(BlockingIOError):
                select.select([awakened], [], [], POLL)
                os.read(awakened, 1024)
        return LEFTOVERS_END_WITHIN

    def _has_ended(self) -> bool:
        """Whether the work itself is over; takes note of the ends of orphans, too."""
        with contextlib.suppress(ChildProcessError):
            while True:
                pid, how = os.waitpid(-1, os.WNOHANG)
                if pid == 0:
                    break
                if pid == self._process:
                    by = os.WTERMSIG(how) if os.WIFSIGNALED(how) else 0
                    self._status = 128 + by if by else os.WEXITSTATUS(how)
        return self._status is not None

    def _is_wanted(self) -> bool:
        return os.getppid() == self._parent and all(is_running(owner) for owner in self._owners)

    def _is_urgent(self) -> bool:
        """Whether somebody asked again."""
        return self._wishes[-1][1] - self._wishes[0][1] > ONE_AND_THE_SAME

    def _clear_away(self, patience: float) -> None:
        """End what is left: kindly at first."""
        began = time.monotonic()
        asked: set[int] = set()
        while left := self._left():
            waited = time.monotonic() - began
            if waited > patience + UNKILLABLE:
                break
            for pid in left - (asked if waited < patience else set()):
                send(signal.SIGTERM if waited < patience else signal.SIGKILL, pid)
            asked |= left
            time.sleep(0.02)
            self._has_ended()

    def _left(self) -> set[int]:
        """What runs of it; its process group alone where the system does not tell more."""
        if LINUX:
            return descendants(os.getpid())
        send(signal.SIGKILL, self._process, to_group=True)
        return set()


def heeded() -> list[signal.Signals]:
    """Signals that mean the end; a SIGHUP that is ignored is the wish of `nohup`."""
    hangup_ignored = signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    return [each for each in WISHES if not (each == signal.SIGHUP and hangup_ignored)]


def adopt_orphans() -> None:
    """Become the parent of everything below whose own parent goes (Linux)."""
    if LINUX:
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def descendants(ancestor: int) -> set[int]:
    """All living processes that came of one, without itself (Linux)."""
    parents = {
        int(entry.name): stat[1]
        for entry in Path("/proc").iterdir()
        if entry.name.isdigit() and (stat := state_and_parent(int(entry.name))) and stat[0] != "Z"
    }
    found = {ancestor}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {ancestor}


def is_running(pid: int) -> bool:
    """Whether a process is there and not merely unburied."""
    if LINUX:
        stat = state_and_parent(pid)
        return stat is not None and stat[0] != "Z"
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def state_and_parent(pid: int) -> tuple[str, int] | None:
    """State (`Z`: unburied) and parent of a process; None when there is none (Linux)."""
    try:
        # The name, in brackets, may have anything in it.
        state, parent = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[:2]
    except (OSError, ValueError):
        return None
    return state, int(parent)


def send(number: int, pid: int, *, to_group: bool = False) -> None:
    """Send a signal to a process, or to its group if there is one by now."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if to_group:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(pid, number)
                return
        os.kill(pid, number)


def replace_by(command: list[str]) -> int:
    """Become a program that nobody can type at; returns 127 when that can't be."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    try:
        os.execvp(command[0], command)  # noqa: S606 (that is what it is for)
    except OSError as error:
        sys.stderr.write(f"{command[0]} can't be run ({error.strerror}).\n")
    return 127


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2:]))
