"""One child, as its parent sees it: asked one question at a time, and ended when it overruns."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from control_api.language.duckling.messages import (
    Answer,
    BrokenOffError,
    ClosedError,
    Question,
    receive,
    send,
)
from control_api.language.duckling.unread import OverrunError, UnavailableError

COMMAND = (sys.executable, "-m", "control_api.language.duckling.child")
_ROOT = Path(__file__).parents[3]
_KEPT = ("PATH", "LD_LIBRARY_PATH", "PYTHONDONTWRITEBYTECODE")
"""Of the environment; it holds no secret then."""
_FROM_OUTSIDE = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
"""What ends a child that has done nothing wrong."""


class Reader:
    """A child process; used by one thread at a time."""

    def __init__(self, command: Sequence[str] = COMMAND) -> None:
        """Start it. Raises OSError when there is no room for one more process."""
        here, there = socket.socketpair()
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        with there:
            try:
                # A process group of its own keeps Ctrl-C for the parent; the socket tells the
                # child when the parent is gone.
                self.process = subprocess.Popen(  # noqa: S603 - our own program
                    command,
                    stdin=there.fileno(),
                    stdout=there.fileno(),
                    cwd=_ROOT,
                    env=kept | {"PYTHONPATH": str(_ROOT)},
                    process_group=0,
                )
            except BaseException:
                here.close()
                raise
        self._channel = _Timed(here)

    def wait_until_ready(self, patience_s: float) -> None:
        """Raise `OverrunError` or `UnavailableError` when it can't; then it is ended."""
        self._receive(patience_s, "")

    def ask(self, question: Question, patience_s: float) -> Answer:
        """What it finds. `patience_s` is by the clock on the wall, the allowance is its work.

        Raises `OverrunError` and `UnavailableError`; after either it is ended.
        """
        self._channel.until = time.monotonic() + patience_s
        try:
            send(self._channel, question)
        except OSError as error:
            raise self._failed(error, question.text) from None
        return self._receive(patience_s, question.text)

    def is_alive(self) -> bool:
        """Whether it can be asked."""
        return self.process.poll() is None

    def end(self) -> None:
        """End it, whatever it does. Blocks until it is gone, which takes milliseconds."""
        self.process.kill()
        self.process.wait()
        self._channel.close()

    def _receive(self, patience_s: float, words: str) -> Answer:
        self._channel.until = time.monotonic() + patience_s
        try:
            return receive(self._channel, Answer)
        except (BrokenOffError, OSError) as error:
            raise self._failed(error, words) from None

    def _failed(self, error: Exception, words: str) -> OverrunError | UnavailableError:
        """End it, and tell why it failed."""
        is_ending = isinstance(error, ClosedError | ConnectionError)
        try:
            # Streams are closed before a process is gone, and only its status says what it was.
            self.process.wait(max(self._channel.until - time.monotonic(), 0) if is_ending else 0)
        except subprocess.TimeoutExpired:
            self.end()
            return UnavailableError()
        self.end()
        is_outside = -self.process.returncode in _FROM_OUTSIDE
        return UnavailableError() if is_outside else OverrunError(words)


class _Timed:
    """A socket, read and written until a moment."""

    def __init__(self, end: socket.socket) -> None:
        self._end = end
        self.until = 0.0
        """Monotonic."""

    def read(self, count: int) -> bytes:
        """So many bytes, or fewer at the end. Raises TimeoutError."""
        got = bytearray()
        while len(got) < count:
            self._wait_at_most()
            more = self._end.recv(count - len(got))
            if not more:
                break
            got += more
        return bytes(got)

    def write(self, data: bytes) -> None:
        """Send all of it. Raises TimeoutError, and OSError when nobody listens."""
        self._wait_at_most()
        self._end.sendall(data)

    def close(self) -> None:
        self._end.close()

    def _wait_at_most(self) -> None:
        # Zero would mean not to wait at all, which is another error.
        self._end.settimeout(max(self.until - time.monotonic(), 0.001))
