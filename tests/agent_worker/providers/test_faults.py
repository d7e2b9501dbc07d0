import asyncio
import email.utils
import time

import aiohttp
import httpx
import pytest
from livekit.agents import APIConnectionError, APIStatusError, APITimeoutError
from multidict import CIMultiDict, CIMultiDictProxy
from yarl import URL

from agent_worker.providers.faults import EmptyAnswerError, Fault, SilentError, fault_of


def of_aiohttp(status: int, **headers: str) -> aiohttp.ClientResponseError:
    url = URL("http://127.0.0.1")
    info = aiohttp.RequestInfo(url, "GET", CIMultiDictProxy(CIMultiDict()), url)
    named = CIMultiDict({name.replace("_", "-"): value for name, value in headers.items()})
    return aiohttp.ClientResponseError(info, (), status=status, headers=named)


def hidden(cause: Exception, error: Exception) -> Exception:
    """As clients raise theirs: the cause is there, and not shown."""
    try:
        try:
            raise cause
        except type(cause):
            raise error from None
    except type(error) as raised:
        return raised


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (SilentError(), Fault("silent")),
        (TimeoutError(), Fault("silent")),
        (APITimeoutError(), Fault("silent")),
        (EmptyAnswerError(), Fault("empty")),
        (APIStatusError("no", status_code=401), Fault("key", 401)),
        (APIStatusError("no", status_code=403), Fault("key", 403)),
        (APIStatusError("no", status_code=500), Fault("refused", 500)),
        (APIStatusError("closed", status_code=1011), Fault("cut")),
        (APIStatusError("closed", status_code=-1), Fault("cut")),
        (APIStatusError("slow", status_code=429), Fault("busy", 429)),
        (APIConnectionError(), Fault("cut")),
        (hidden(httpx.ConnectError("refused"), APIConnectionError()), Fault("unreachable")),
        (hidden(ConnectionRefusedError(), APIConnectionError()), Fault("unreachable")),
        (hidden(asyncio.IncompleteReadError(b"", 1), APIConnectionError()), Fault("cut")),
        (ValueError("what is this"), Fault("cut")),
    ],
)
def test_an_error_tells_what_went_wrong(error: Exception, expected: Fault) -> None:
    assert fault_of(error) == expected


def test_seconds_to_wait_are_read_though_the_client_hides_them() -> None:
    error = hidden(of_aiohttp(429, Retry_After="40"), APIStatusError("slow", status_code=429))
    assert fault_of(error) == Fault("busy", 429, 40.0)


def test_a_date_to_wait_for_is_read() -> None:
    date = email.utils.formatdate(time.time() + 1800, usegmt=True)
    wait = fault_of(of_aiohttp(429, Retry_After=date)).retry_after_s
    assert 0 < wait <= 1800


@pytest.mark.parametrize(("said", "taken"), [("-5", 0.0), ("soon", 0.0), ("999999", 3600.0)])
def test_a_wait_that_makes_no_sense_is_bounded(said: str, taken: float) -> None:
    assert fault_of(of_aiohttp(429, Retry_After=said)).retry_after_s == taken


@pytest.mark.parametrize(
    ("kind", "reason"),
    [("busy", "busy"), ("key", "key"), ("silent", "away"), ("cut", "away"), ("refused", "away")],
)
def test_the_person_is_told_one_of_three_reasons(kind: str, reason: str) -> None:
    assert Fault(kind).reason == reason  # type: ignore[arg-type]
