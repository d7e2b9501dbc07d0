"""A few children that read, so that one that is ended keeps nobody waiting."""

import logging
import threading
import time
from collections.abc import Sequence

from control_api.language.duckling.messages import Answer, Question
from control_api.language.duckling.reader import COMMAND, Reader
from control_api.language.duckling.unread import OverrunError, UnavailableError

MOST_READERS = 3
START_S = 20.0
"""To get ready; it takes a tenth of a second on an idle machine."""
WAIT_S = 2.0
"""For a reader to be free, once there was one at all."""
PATIENCE_S = 2.0
"""By the clock on the wall, for a reader that does not come to work at all."""
_PAUSE_S = 1.0
"""After a reader that could not be started."""

_log = logging.getLogger("saydo.time_words")


class Pool:
    """Readers, started when they are wanted; always one more than are busy, up to three."""

    def __init__(
        self,
        command: Sequence[str] = COMMAND,
        *,
        most: int = MOST_READERS,
        wait_s: float = WAIT_S,
        patience_s: float = PATIENCE_S,
    ) -> None:
        self._command = command
        self._most = most
        self._wait_s = wait_s
        self._patience_s = patience_s
        self._changed = threading.Condition()
        self._idle: list[Reader] = []
        self._busy: set[Reader] = set()
        self._starting = 0
        self._was_ready = False
        self._next_start = 0.0
        self._is_closed = False

    def ask(self, question: Question) -> Answer:
        """What a reader finds. Blocks. Raises `OverrunError` and `UnavailableError`."""
        reader = self._take()
        is_sound = False
        try:
            answer = reader.ask(question, self._patience_s)
            is_sound = True
            return answer
        finally:
            self._give_back(reader, is_sound=is_sound)

    def close(self) -> None:
        """End them all."""
        with self._changed:
            self._is_closed = True
            idle, self._idle = self._idle, []
            for reader in self._busy:
                reader.process.kill()  # whoever asked it does the rest
            self._changed.notify_all()
        for reader in idle:
            reader.end()

    def _take(self) -> Reader:
        with self._changed:
            give_up = time.monotonic() + (self._wait_s if self._was_ready else START_S)
            while not self._is_closed:
                while self._idle:
                    reader = self._idle.pop()
                    if reader.is_alive():
                        self._busy.add(reader)
                        self._start_more()
                        return reader
                    reader.end()
                self._start_more()
                left = give_up - time.monotonic()
                if left <= 0:
                    break
                self._changed.wait(min(left, _PAUSE_S))
        raise UnavailableError

    def _give_back(self, reader: Reader, *, is_sound: bool) -> None:
        with self._changed:
            self._busy.discard(reader)
            if is_sound and not self._is_closed:
                self._idle.append(reader)
                self._changed.notify()
                return
            self._start_more()
        reader.end()

    def _start_more(self) -> None:
        """See to it that there is one to take; only with the lock."""
        count = len(self._idle) + len(self._busy) + self._starting
        is_enough = self._idle or self._starting or count >= self._most
        if is_enough or self._is_closed or time.monotonic() < self._next_start:
            return
        self._starting += 1
        threading.Thread(target=self._start, name="time-words-start", daemon=True).start()

    def _start(self) -> None:
        reader = None
        try:
            reader = Reader(self._command)
            reader.wait_until_ready(START_S)
        except (OSError, OverrunError, UnavailableError) as error:
            _log.error("The process that reads time words can't be started (%r).", error)
            reader = None
        with self._changed:
            self._starting -= 1
            if reader is None:
                self._next_start = time.monotonic() + _PAUSE_S
            elif not self._is_closed:
                self._was_ready = True
                self._idle.append(reader)
                reader = None
            self._changed.notify_all()
        if reader is not None:
            reader.end()
