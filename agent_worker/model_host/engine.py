"""One model, its thread, and the queue in front of it."""

import logging
import os
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Protocol

import msgspec

from agent_worker.model_host.fair_queue import FairQueue, QueueFullError
from agent_worker.model_host.options import HostOptions
from agent_worker.model_host.protocol import Answer, Done, EngineHealth, EngineState, Failed, Job
from agent_worker.models.catalogue import Role

_logger = logging.getLogger(__name__)

Cancelled = Callable[[], bool]


class JobError(ValueError):
    """A job that can't be done as it is; the message says why."""


class Engine(Protocol):
    """What a model can do for the host. All of it is called from one thread."""

    def load(self) -> None:
        """Load the model; an exception's message says what to do."""

    def prepare(self) -> None:
        """Make ahead what makes the first jobs faster; jobs that come already wait for it."""

    def run(self, job: Job, cancelled: Cancelled) -> Iterator[Answer]:
        """Give the answers to one job, without the last `Done`, until it is cancelled."""


class EngineKind(msgspec.Struct, frozen=True):
    """How one engine is made, and how much it gives way to the others."""

    make: Callable[[HostOptions], Engine]
    niceness: int
    """Of its thread, as of a process: 0 to 19."""


class QueuedJob(msgspec.Struct, eq=False):
    """A job on its way, and where its answers go."""

    job: Job
    emit: Callable[[Answer], None]
    """Called from the engine's thread."""
    cancelled: bool = False


class EngineThread:
    """Runs one engine's jobs, one after the other, fairly between conversations."""

    def __init__(
        self, name: str, make: Callable[[], Engine], *, niceness: int, explained: tuple[type, ...]
    ) -> None:
        """Begin to load the engine.

        `niceness` keeps it from slowing more urgent engines; exceptions in `explained` have a
        message for a person.
        """
        self._name = name
        self._make = make
        self._niceness = niceness
        self._explained = explained
        self._queue: FairQueue[QueuedJob] = FairQueue()
        self._state: EngineState = "loading"
        self._reason = ""
        self._busy = False
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    @property
    def health(self) -> EngineHealth:
        """How it is now."""
        return EngineHealth(self._state, len(self._queue) + self._busy, self._reason)

    def submit(self, queued: QueuedJob) -> None:
        """Put a job in the queue, or refuse it with a `Failed` answer."""
        if self._state == "failed":
            queued.emit(Failed(queued.job.id, self._reason))
            return
        try:
            self._queue.put(queued.job.conversation, queued)
        except QueueFullError:
            reason = "Too many conversations at once; try again in a moment."
            queued.emit(Failed(queued.job.id, reason, overloaded=True))

    def cancel(self, queued: QueuedJob) -> None:
        """Stop a job: at once while it waits, else at the engine's next look."""
        queued.cancelled = True
        if self._queue.remove(queued.job.conversation, queued):
            queued.emit(Done(queued.job.id))

    def close(self) -> None:
        """Take no more jobs; the one that runs goes on to its end."""
        self._queue.close()

    def _work(self) -> None:
        if sys.platform == "linux":
            # A thread has its own niceness there, and threads it starts inherit it.
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), self._niceness)
        try:
            engine = self._make()
            engine.load()
        except Exception as error:
            self._reason = self._sentence(error)
            self._state = "failed"
            _logger.exception("%s could not be loaded", self._name)
            self._refuse_all()
            return
        self._state = "ready"
        self._prepare(engine)
        while (queued := self._queue.get()) is not None:
            self._busy = True
            self._run(engine, queued)
            self._busy = False

    def _prepare(self, engine: Engine) -> None:
        try:
            engine.prepare()
        except Exception:
            # It can still do its work, only later.
            _logger.exception("%s could not be prepared", self._name)

    def _run(self, engine: Engine, queued: QueuedJob) -> None:
        try:
            for answer in engine.run(queued.job, lambda: queued.cancelled):
                queued.emit(answer)
            queued.emit(Done(queued.job.id))
        except Exception as error:
            if not isinstance(error, self._explained):
                _logger.exception("%s failed", self._name)
            queued.emit(Failed(queued.job.id, self._sentence(error)))

    def _refuse_all(self) -> None:
        while len(self._queue):
            queued = self._queue.get()
            if queued is not None:
                queued.emit(Failed(queued.job.id, self._reason))

    def _sentence(self, error: Exception) -> str:
        if isinstance(error, self._explained):
            return str(error)
        return f"Something went wrong in the model host ({type(error).__name__})."


def start_engines(
    options: HostOptions, kinds: Mapping[Role, EngineKind], explained: tuple[type, ...]
) -> dict[Role, EngineThread]:
    """Begin to load the engines that `options` names, side by side.

    Exceptions in `explained` have a message for a person.
    """
    return {
        role: EngineThread(
            role,
            partial(kinds[role].make, options),
            niceness=kinds[role].niceness,
            explained=explained,
        )
        for role in options.roles
    }
