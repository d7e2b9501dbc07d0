import socket

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_worker.health import Health
from agent_worker.model_host.protocol import EngineHealth, HostHealth
from agent_worker.worker import FULL, load

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
    health = Health(lambda: host, lambda: registered)
    await health.serve(port)
    async with httpx.AsyncClient(trust_env=False) as client:
        answer = await client.get(f"http://127.0.0.1:{port}/")
    await health.aclose()
    assert answer.status_code == status
    assert sentence in answer.text
