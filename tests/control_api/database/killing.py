"""A piece of work that is killed at a chosen system call, in a process of its own."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from typing import NamedTuple

import pytest

from tests.patience import PATIENCE_S

can_kill = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")


def killed_at(call: str, number: int, work: Callable[[], object]) -> bool:
    """Do the work in a copy of this process, and kill that at the call; False when it ended."""
    return at_call(call, f"signal=KILL:when={number}", work) == -signal.SIGKILL


def at_call(call: str, fault: str, work: Callable[[], object]) -> int:
    """Do the work in a copy of this process, with a fault at a call; how that ended.

    0 when it went well, 1 when it raised, less than 0 when it was killed.
    """
    return injected_at(call, fault, work).code


class Ended(NamedTuple):
    """How the work ended, and whether the fault came to pass."""

    code: int
    fired: bool


def injected_at(call: str, fault: str, work: Callable[[], object]) -> Ended:
    """Do the same, and see whether there was such a call at all."""
    child = os.fork()
    if child == 0:
        os.kill(os.getpid(), signal.SIGSTOP)
        code = 1
        with contextlib.suppress(Exception):
            work()
            code = 0
        os._exit(code)
    os.waitpid(child, os.WUNTRACED)
    # Without the trace of the call strace would not inject anything, and say nothing.
    inject = ("-e", f"trace={call}", "-e", f"inject={call}:{fault}")
    with tempfile.NamedTemporaryFile() as log:
        code = _traced(child, ["strace", "-qq", "-o", log.name, "-p", str(child), *inject])
        return Ended(code, fired=b"(INJECTED)" in log.read() or code < 0)


def _traced(child: int, command: list[str]) -> int:
    tracer = subprocess.Popen(command)
    wait_for_tracer(child)
    os.kill(child, signal.SIGCONT)
    _, status = os.waitpid(child, 0)
    tracer.wait(PATIENCE_S)
    return os.waitstatus_to_exitcode(status)


def wait_for_tracer(child: int) -> None:
    give_up = time.monotonic() + PATIENCE_S
    while time.monotonic() < give_up:
        with open(f"/proc/{child}/status", encoding="ascii") as status:  # noqa: PTH123 - no file
            if any(line.startswith("TracerPid:") and line.split()[1] != "0" for line in status):
                return
        time.sleep(0.002)
    raise AssertionError("strace did not attach")
