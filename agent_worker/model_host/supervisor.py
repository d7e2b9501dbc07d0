"""Keeps one model host running beside the worker."""

import asyncio
import contextlib
import logging
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import msgspec

from agent_worker.model_host.adopted import Adopted, find
from agent_worker.model_host.client import ModelHost, ModelHostUnavailableError
from agent_worker.model_host.options import HostOptions
from agent_worker.model_host.protocol import HostHealth
from shared.processes import processor_time

_logger = logging.getLogger(__name__)
_PROJECT = Path(__file__).parents[2]
_PING_EVERY_S = 0.25
_PING_UNANSWERED_S = 2.0
_LONGEST_LOOK_S = 2 * (_PING_EVERY_S + _PING_UNANSWERED_S)
_FIRST_PING_S = 180.0
"""Importing and loading may hold the host up before its first answer."""
_BUSY_UNANSWERED_S = 30.0
"""So long one may be silent that uses the processor: it loads, or the machine is slow."""
_BUSY = 0.05
"""Part of one processor that tells work from standing still."""
_STEADY_S = 10.0
_LONGEST_PAUSE_S = 5.0
_STOP_S = 2.0
_SECRETS = ("_KEY", "_SECRET", "_KEY_FILE", "_SECRET_FILE")


class ModelHostStartError(Exception):
    """The host can't do its work; the message says what to do."""


class ModelHostSupervisor:
    """Starts the host's process, restarts it when it dies or hangs, and stops it."""

    def __init__(
        self, options: HostOptions, *, command: tuple[str, ...], folder: Path | None = None
    ) -> None:
        """Prepare a host with `options`; `command` is given the socket's path and the options.

        A `folder` for the socket may hold a host that an earlier worker left; it is taken over.
        """
        self._options = options
        self._command = command
        self._folder = folder or Path(tempfile.mkdtemp(prefix="saydo-models-"))
        self._process: subprocess.Popen[bytes] | Adopted | None = None
        self._keeping: asyncio.Task[None] | None = None
        self._health: HostHealth | None = None
        self._changed = asyncio.Condition()

    @property
    def socket_path(self) -> Path:
        """Where the host listens; the same after a restart. Only this user can reach it."""
        return self._folder / "host.sock"

    @property
    def health(self) -> HostHealth | None:
        """How the host was a moment ago; None while it is away."""
        return self._health

    @property
    def pid(self) -> int | None:
        """The process as it is now."""
        return self._process.pid if self._process else None

    async def start(self, *, timeout_s: float = 200.0) -> None:
        """Start the host and wait until all its models are loaded.

        Raises:
            ModelHostStartError: a model is missing or can't be used, or it took too long.

        """
        self._keeping = asyncio.create_task(self._keep())
        try:
            async with asyncio.timeout(timeout_s), self._changed:
                await self._changed.wait_for(
                    lambda: self._health and (self._health.ready or self._health.failures)
                )
        except TimeoutError as error:
            await self.stop()
            raise ModelHostStartError(
                f"The model host was not ready in {timeout_s:.0f} seconds; see its messages above."
            ) from error
        if self._health and (failures := self._health.failures):
            await self.stop()
            raise ModelHostStartError(" ".join(failures))

    async def stop(self) -> None:
        """Stop the host for good."""
        if self._keeping is not None:
            self._keeping.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._keeping
        await self._end()
        shutil.rmtree(self._folder, ignore_errors=True)

    async def _keep(self) -> None:
        """Start the host again and again."""
        failures = 0
        left_behind = await asyncio.to_thread(find, self.socket_path)
        while True:
            began = time.monotonic()
            self._process = left_behind or self._spawn()
            left_behind = None
            reason = await self._watch(self._process)
            await self._tell(None)
            await self._end(at_once=True)
            failures = 0 if time.monotonic() - began > _STEADY_S else failures + 1
            _logger.warning("The model host %s; it is started again.", reason)
            if failures > 1:
                await asyncio.sleep(min(0.2 * 2**failures, _LONGEST_PAUSE_S))

    def _spawn(self) -> subprocess.Popen[bytes]:
        self._folder.mkdir(mode=0o700, exist_ok=True)
        environment = {k: v for k, v in os.environ.items() if not k.endswith(_SECRETS)}
        path = [str(_PROJECT), *filter(None, [environment.get("PYTHONPATH")])]
        environment["PYTHONPATH"] = os.pathsep.join(path)
        # Threads that spin while they wait for each other are fast on an idle machine, and ten
        # times slower as soon as something else wants the same cores.
        environment.setdefault("OMP_WAIT_POLICY", "PASSIVE")
        options = msgspec.json.encode(self._options).decode()
        # A process group of its own keeps Ctrl-C for the worker, which ends conversations first.
        # The pipe tells the host when the worker is gone.
        return subprocess.Popen(  # noqa: S603 - our own program
            [*self._command, str(self.socket_path), options],
            stdin=subprocess.PIPE,
            env=environment,
            process_group=0,
        )

    async def _watch(self, process: subprocess.Popen[bytes] | Adopted) -> str:
        """Ask after the host's health until it is dead or does not answer; say what happened."""
        host = ModelHost(self.socket_path)
        patience = _FIRST_PING_S
        unanswered_s, looked = 0.0, time.monotonic()
        worked = processor_time(process.pid)
        try:
            while process.poll() is None:
                try:
                    # Python 3.11's wait_for can swallow the cancellation that `stop` waits for.
                    async with asyncio.timeout(_PING_UNANSWERED_S):
                        health = await host.health()
                except (ModelHostUnavailableError, TimeoutError):
                    took = time.monotonic() - looked
                    # Longer means that we did not run ourselves, and could have heard nothing.
                    unanswered_s += took if took < _LONGEST_LOOK_S else 0.0
                    works = processor_time(process.pid) - worked > _BUSY * unanswered_s
                    if unanswered_s > (max(patience, _BUSY_UNANSWERED_S) if works else patience):
                        return "does not answer"
                else:
                    unanswered_s, patience = 0.0, _PING_UNANSWERED_S
                    worked = processor_time(process.pid)
                    await self._tell(health)
                looked = time.monotonic()
                await asyncio.sleep(_PING_EVERY_S)
            return f"ended with status {process.returncode}"
        finally:
            await host.close()

    async def _tell(self, health: HostHealth | None) -> None:
        async with self._changed:
            self._health = health
            self._changed.notify_all()

    async def _end(self, *, at_once: bool = False) -> None:
        """End the process: kindly, unless it has shown that it does not listen."""
        process, self._process = self._process, None
        if process is None:
            return
        if not at_once:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                await asyncio.to_thread(process.wait, _STOP_S)
        process.kill()
        await asyncio.to_thread(process.wait)
        if process.stdin is not None:
            process.stdin.close()
