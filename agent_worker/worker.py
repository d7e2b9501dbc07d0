"""The worker: starts the models, registers with LiveKit, takes conversations, ends in order.

Conversations are threads of this process, each with an event loop of its own. A process for each
would cost 350 MB and up to twice the CPU while nobody speaks, and protect little: whatever can
crash, the native engines, lives in the model host already.
"""

import asyncio
import contextlib
import functools
import logging
import os
import signal
import sys
import threading
from http import HTTPStatus
from typing import Any

from livekit import api
from livekit.agents import AgentServer, JobExecutorType, llm

from agent_worker import metrics
from agent_worker.conversation.handing_over import HandingOver
from agent_worker.conversation.joining import converse
from agent_worker.exam.taking import examine_new
from agent_worker.exam.trusted import needs_local
from agent_worker.health import HealthServer
from agent_worker.hearing.own_frames import wake_for_own_frames_only
from agent_worker.model_host.client import ModelError, ModelHost
from agent_worker.model_host.options import HostOptions
from agent_worker.model_host.supervisor import ModelHostStartError, ModelHostSupervisor
from agent_worker.providers.choosing import Shared, remote_llm, share
from agent_worker.providers.spending.tokens import charge
from agent_worker.settings.roles import Provider
from agent_worker.settings.worker import WorkerSettings
from agent_worker.thinking.chat import LocalChat
from agent_worker.thinking.instructions import INSTRUCTIONS
from agent_worker.tracing import export_traces
from shared.client import SaydoClient, SaydoProblemError, SaydoUnreachableError
from shared.rooms import AGENT_NAME

FULL = 0.7
"""Load from which no conversation is taken; livekit-server's own `target_load` is the same."""
MODEL_HOST = (sys.executable, "-m", "agent_worker.model_host_process")
"""Command of the process that holds the models: this one never loads them."""
_LONGEST_QUEUE = 8
"""Requests at the model host that mean it can't keep up."""
_IDLE_THREADS = 4
"""LiveKit takes one over load for a request it has accepted; with one idle, a second is refused."""
_LINGERS_S = 10.0
"""How long the model host waits for the next worker, where that one knows where to find it."""
_LAST_WORDS_S = 4
"""How long a turn may take that goes on when the worker is to end."""
_ENDS_WITHIN_S = 2.5
MOST_THREADS = 4
_THREAD_NAME = "job_thread_runner"
"""What LiveKit names the threads of conversations."""
_TRY_EVERY_S = 1.0

_log = logging.getLogger("saydo")


class WorkerError(Exception):
    """The worker can't go on; the message says what to do."""


class SaydoServer(AgentServer):
    """LiveKit's server for agents, which also says whether it is registered at this moment."""

    @property
    def is_registered(self) -> bool:
        """Whether LiveKit can send conversations."""
        return self.is_running and self.id != "unregistered" and not self._connecting

    @property
    def is_running(self) -> bool:
        """Whether there is something to end."""
        return not self._closed


def load(conversations: int, most: int, waiting: int) -> float:
    """How full the worker is, up to `FULL`, by what it has to do and never by the CPU.

    A CPU average is at its top while a single model loads or decodes, and the one call that comes
    in such a moment would be lost.
    """
    return FULL * min(1.0, max(conversations / most, waiting / _LONGEST_QUEUE))


def run(settings: WorkerSettings) -> None:
    """Work until SIGTERM or SIGINT. Raises SystemExit with one line when it can't."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    # LiveKit says a lot about each conversation at INFO; what matters to an operator is a warning.
    logging.getLogger("livekit").setLevel(logging.WARNING)
    logging.getLogger("httpx").setLevel(logging.WARNING)
    # LiveKit would report every tenth of a second that a busy machine takes from a conversation.
    os.environ.setdefault("LIVEKIT_AGENTS_LOOP_BLOCK_WARN_MS", "0")
    traces = export_traces()
    try:
        asyncio.run(_run(settings))
    except WorkerError as error:
        sys.exit(str(error))
    finally:
        if traces is not None:
            traces.shutdown()
    if any(thread.name == _THREAD_NAME for thread in threading.enumerate()):
        # A conversation that hangs can't be ended from outside, and would keep the process alive.
        _log.warning("Some conversations did not end in time.")
        os._exit(0)


async def _run(settings: WorkerSettings) -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, _stop, stopped)
    work = asyncio.create_task(_work(settings))
    stopping = asyncio.create_task(stopped.wait())
    await asyncio.wait({work, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    work.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await work


def _stop(stopped: asyncio.Event) -> None:
    if stopped.is_set():
        # Asked twice: somebody is in a hurry, and nothing here needs to be saved.
        os._exit(1)
    stopped.set()


async def _work(settings: WorkerSettings) -> None:
    """Register once all is loaded, then work until cancelled. Raises WorkerError."""
    supervisor = ModelHostSupervisor(
        host_options(settings), command=MODEL_HOST, folder=settings.model_host_folder
    )
    shared = share(settings)
    wake_for_own_frames_only()
    handing_over = HandingOver()
    server = _make_server(settings, supervisor, shared, handing_over)
    health = HealthServer(
        lambda: supervisor.health, lambda: server.is_registered, shared.breakers.states
    )
    ledger = shared.accounts.ledger
    metrics.watch_spending(ledger.month_usd, ledger.limit_usd)
    try:
        await _serve_health(health, settings.health_port)
        await supervisor.start()
        await _warm(settings, supervisor)
        await until_welcome(settings)
        examining = asyncio.create_task(_examine(settings, supervisor, server, shared))
        try:
            await server.run()
        finally:
            examining.cancel()
    except ModelHostStartError as error:
        raise WorkerError(str(error)) from error
    finally:
        await _end(server, handing_over)
        ledger.close()
        await health.aclose()
        await supervisor.stop()


def host_options(settings: WorkerSettings) -> HostOptions:
    """Choose the options of the model host that fit the settings and this machine.

    A language model that may do nothing is not even loaded.
    """
    thinks = needs_local(settings.llm, settings.models, settings.llm_may)
    return HostOptions(
        models=str(settings.models.folder),
        stt_model=settings.models.stt_model,
        llm_model=settings.models.llm_model,
        roles=tuple(role for role in settings.local_roles if role != "llm" or thinks),
        threads=min(MOST_THREADS, os.cpu_count() or 1),
        lingers_s=_LINGERS_S if settings.model_host_folder else 0.0,
    )


def _make_server(
    settings: WorkerSettings,
    supervisor: ModelHostSupervisor,
    shared: Shared,
    handing_over: HandingOver,
) -> SaydoServer:
    server = SaydoServer(
        job_executor_type=JobExecutorType.THREAD,
        ws_url=settings.livekit_url,
        api_key=settings.livekit_api_key,
        api_secret=settings.livekit_api_secret,
        load_threshold=FULL,
        num_idle_processes=_IDLE_THREADS,
        initialize_process_timeout=60.0,
        shutdown_process_timeout=_ENDS_WITHIN_S,
        # LiveKit may be restarted at any time; the worker outlives that.
        max_retry=sys.maxsize,
        host="127.0.0.1",
        port=0,
        http_proxy=None,
    )

    def current_load() -> float:
        waiting = supervisor.health.waiting if supervisor.health else 0
        return load(len(server.active_jobs), settings.max_conversations, waiting)

    server.load_fnc = current_load
    metrics.watch(
        lambda: len(server.active_jobs), settings.max_conversations, lambda: supervisor.health
    )
    announcing: set[asyncio.Task[None]] = set()

    def announce(*_: object) -> None:
        task = asyncio.create_task(_announce(settings))
        announcing.add(task)
        task.add_done_callback(announcing.discard)

    server.on("worker_registered", announce)
    entry = functools.partial(
        converse,
        settings=settings,
        socket_path=supervisor.socket_path,
        shared=shared,
        handing_over=handing_over,
    )
    server.rtc_session(entry, agent_name=AGENT_NAME)
    return server


async def _announce(settings: WorkerSettings) -> None:
    """Have the rooms that wait for an agent served now, rather than at the next look at them."""
    async with SaydoClient(settings.api_url, settings.worker_key) as control:
        with contextlib.suppress(SaydoProblemError, SaydoUnreachableError):
            await control.announce_worker()


async def _serve_health(health: HealthServer, port: int) -> None:
    try:
        await health.serve(port)
    except OSError as error:
        raise WorkerError(f"Port {port} is taken: set SAYDO_WORKER_PORT to a free one.") from error


async def _warm(settings: WorkerSettings, supervisor: ModelHostSupervisor) -> None:
    """Have the language model read what every conversation begins with."""
    if not needs_local(settings.llm, settings.models, settings.llm_may):
        return
    host = await ModelHost.connect(supervisor.socket_path)
    try:
        await host.warm([{"role": "system", "content": INSTRUCTIONS}])
    except ModelError as error:
        _log.warning("The language model begins cold: %s", error)
    finally:
        await host.close()


async def _examine(
    settings: WorkerSettings, supervisor: ModelHostSupervisor, server: SaydoServer, shared: Shared
) -> None:
    """Find out what models that are new may do, while nobody is in conversation."""
    host = await ModelHost.connect(supervisor.socket_path)

    def model(provider: Provider) -> llm.LLM[Any]:
        if provider == "local":
            return LocalChat(host, conversation="exam")
        return charge(
            remote_llm(settings.llm.remote(provider)), shared.accounts.of("llm", provider)
        )

    try:
        await examine_new(settings, model, lambda: not server.active_jobs)
    finally:
        await host.close()


async def until_welcome(settings: WorkerSettings) -> None:
    """Wait for LiveKit to be there. Raises WorkerError when it refuses the key."""
    url, said = settings.livekit_url, False
    key, secret = settings.livekit_api_key, settings.livekit_api_secret
    async with api.LiveKitAPI(url, key, secret) as livekit:
        while True:
            try:
                await livekit.room.list_rooms(api.ListRoomsRequest())
            except api.TwirpError as error:
                if error.status != HTTPStatus.UNAUTHORIZED:
                    raise WorkerError(f"LiveKit at {url} answered {error.status}.") from error
                raise WorkerError(
                    f"LiveKit at {url} refuses the key: LIVEKIT_API_KEY and LIVEKIT_API_SECRET "
                    "must be a pair that it knows."
                ) from error
            except (OSError, TimeoutError):
                if not said:
                    _log.warning("Waiting for LiveKit at %s, which can't be reached.", url)
                    said = True
                await asyncio.sleep(_TRY_EVERY_S)
            else:
                return


async def _end(server: SaydoServer, handing_over: HandingOver) -> None:
    """Take no more conversations, let each finish its turn, and leave the rooms."""
    if not server.is_running:
        return
    handing_over.begin()
    with contextlib.suppress(TimeoutError):
        await server.drain(timeout=_LAST_WORDS_S)
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(_ENDS_WITHIN_S):
            await server.aclose()
