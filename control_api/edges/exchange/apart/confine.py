"""What the process that reads a file may use of the machine."""

import contextlib
import ctypes
import os
import resource
import signal
import sys

MOST_MEMORY = 450 * 1024 * 1024
"""Bytes."""
MOST_SPOOLED = 512 * 1024 * 1024
"""Bytes of the file that it writes."""
MOST_SECONDS = 120
"""Of computing; the process that waits for it counts the time that passes."""
_PR_SET_PDEATHSIG = 1


def confine(parent: int) -> None:
    """Take away all but that, for good, and end when the process `parent` does."""
    limits = {
        resource.RLIMIT_DATA: MOST_MEMORY,
        resource.RLIMIT_FSIZE: MOST_SPOOLED,
        resource.RLIMIT_CPU: MOST_SECONDS,
        resource.RLIMIT_CORE: 0,
    }
    for what, most in limits.items():
        # Where a system has no such limit, what is counted still holds.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it has ended before that
        sys.exit(1)
