"""A model host that an earlier worker left behind: taken over as it is, with its models loaded."""

import os
import select
import signal
import socket
import struct
import subprocess
import sys
from pathlib import Path
from typing import IO

_ANSWERS_WITHIN_S = 0.5
_CREDENTIALS = struct.Struct("3i")
"""Linux, unix(7): process, user and group of who listens."""


class Adopted:
    """Its process: not our child, so the kernel is asked about it by its descriptor."""

    stdin: IO[bytes] | None = None

    def __init__(self, pid: int) -> None:
        """Raises OSError when there is no such process."""
        self.pid = pid
        self.returncode: int | None = None
        self._descriptor = os.pidfd_open(pid)

    def poll(self) -> int | None:
        """Give a status once it has ended; which one it was, only its parent could tell."""
        return self._ended_within(0)

    def terminate(self) -> None:
        """Ask it to end."""
        self._send(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self._send(signal.SIGKILL)

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end. Raises subprocess.TimeoutExpired."""
        status = self._ended_within(timeout)
        if status is None:
            raise subprocess.TimeoutExpired("model host", timeout or 0.0)
        return status

    def _ended_within(self, seconds: float | None) -> int | None:
        # Readable means over.
        if self.returncode is None and select.select([self._descriptor], [], [], seconds)[0]:
            os.close(self._descriptor)
            self.returncode = 0
        return self.returncode

    def _send(self, what: signal.Signals) -> None:
        if self.poll() is None:
            signal.pidfd_send_signal(self._descriptor, what)


def find(socket_path: Path) -> Adopted | None:
    """Find the host that listens there, if one does and this system tells which process it is."""
    if sys.platform != "linux":
        return None
    with socket.socket(socket.AF_UNIX) as asking:
        asking.settimeout(_ANSWERS_WITHIN_S)
        try:
            asking.connect(str(socket_path))
            told = asking.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _CREDENTIALS.size)
            return Adopted(_CREDENTIALS.unpack(told)[0])
        except OSError:
            return None
