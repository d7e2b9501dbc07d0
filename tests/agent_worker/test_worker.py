import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import msgspec
import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st

from agent_worker import worker
from agent_worker.health import HealthServer
from agent_worker.model_host.protocol import EngineHealth, HostHealth
from agent_worker.providers.choosing import share
from agent_worker.providers.faults import Fault
from agent_worker.worker import FULL, WorkerError, host_options, load, until_welcome
from tests.agent_worker.providers.cast import settings
from tests.patience import PATIENCE_S

READY = HostHealth({"stt": EngineHealth("ready")}, 0)
LOADING = HostHealth({"stt": EngineHealth("loading")}, 0)
FAILED = HostHealth({"stt": EngineHealth("failed", reason="The model is missing.")}, 0)


@pytest.mark.parametrize(
    ("conversations", "most", "waiting", "expected"),
    [(0, 10, 0, 0.0), (5, 10, 0, FULL / 2), (10, 10, 0, FULL), (1, 10, 8, FULL), (0, 10, 99, FULL)],
)
def test_the_load_is_what_there_is_to_do(
    conversations: int, most: int, waiting: int, expected: float
) -> None:
    assert load(conversations, most, waiting) == pytest.approx(expected)


@given(st.integers(0, 50), st.integers(1, 50), st.integers(0, 50))
def test_there_is_room_as_long_as_a_conversation_is_free(now: int, most: int, waiting: int) -> None:
    assert (load(now, most, waiting) < FULL) == (now < most and waiting < 8)


def test_a_language_model_that_may_do_nothing_is_not_loaded() -> None:
    asked = msgspec.structs.replace(settings(), llm_may=frozenset({"talk"}))
    assert set(host_options(asked).roles) == {"stt", "tts", "llm"}
    unasked = msgspec.structs.replace(settings(), llm_may=frozenset())
    assert set(host_options(unasked).roles) == {"stt", "tts"}


@pytest.mark.parametrize(
    ("host", "registered", "status", "sentence"),
    [
        (READY, True, 200, "Ready"),
        (READY, False, 503, "not registered"),
        (LOADING, True, 503, "being loaded"),
        (FAILED, True, 503, "The model is missing."),
        (None, True, 503, "being started"),
    ],
)
async def test_health_says_what_is_missing(
    host: HostHealth | None, registered: bool, status: int, sentence: str
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    health = HealthServer(lambda: host, lambda: registered, list)
    await health.serve(port)
    async with httpx.AsyncClient(trust_env=False, timeout=PATIENCE_S) as client:
        answer = await client.get(f"http://127.0.0.1:{port}/")
    await health.aclose()
    assert answer.status_code == status
    assert sentence in answer.text


async def test_health_tells_how_each_provider_is() -> None:
    breakers = share(settings(SAYDO_LLM="openai,local")).breakers
    breakers.of("llm", "openai").failed(Fault("key", 401))
    health = HealthServer(lambda: READY, lambda: True, breakers.states)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    await health.serve(port)
    async with httpx.AsyncClient(trust_env=False, timeout=PATIENCE_S) as client:
        states = (await client.get(f"http://127.0.0.1:{port}/providers")).json()
    await health.aclose()
    assert [(each["role"], each["provider"], each["state"], each["fault"]) for each in states] == [
        ("stt", "local", "closed", ""),
        ("llm", "openai", "open", "key"),
        ("llm", "local", "closed", ""),
        ("tts", "local", "closed", ""),
    ]


@asynccontextmanager
async def livekit(status: int, port: int = 0) -> AsyncIterator[str]:
    """Something that answers every request like a LiveKit server with `status`."""

    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=status)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    yield f"ws://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


@pytest.mark.parametrize(("status", "sentence"), [(401, "refuses the key"), (500, "answered 500")])
async def test_a_server_that_refuses_the_worker_is_said_in_one_line(
    status: int, sentence: str
) -> None:
    async with livekit(status) as url:
        with pytest.raises(WorkerError, match=sentence) as raised:
            await until_welcome(msgspec.structs.replace(settings(), livekit_url=url))
    assert "\n" not in str(raised.value)


async def test_a_server_that_is_only_starting_is_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(worker, "_TRY_EVERY_S", 0.05)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    there = msgspec.structs.replace(settings(), livekit_url=f"ws://127.0.0.1:{port}")
    waiting = asyncio.create_task(until_welcome(there))
    await asyncio.sleep(0.2)
    assert not waiting.done()
    async with livekit(200, port):
        await asyncio.wait_for(waiting, PATIENCE_S)
