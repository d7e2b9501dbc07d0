"""The real server under clocks that are wrong: reminders come once, and none is lost."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.control_api.conftest import Server

PATIENCE_S = 30

LIBRARY = next(Path("/usr/lib").glob("**/faketime/libfaketime.so.1"), None)

pytestmark = pytest.mark.skipif(LIBRARY is None, reason="needs libfaketime")


def under(hours: int) -> tuple[str, ...]:
    """A clock that is ahead by so much; the token of the real present is good under each."""
    # Not by the program faketime: it starts another process, which a kill would not reach.
    return ("env", f"LD_PRELOAD={LIBRARY}", f"FAKETIME=+{hours}h")


def reminders(server: Server) -> list[dict[str, Any]]:
    headers = server.headers()
    answer = httpx.get(f"{server.api}/reminders", headers=headers, trust_env=False)
    items: list[dict[str, Any]] = answer.raise_for_status().json()["items"]
    return items


def until_state(server: Server, state: str) -> dict[str, Any]:
    give_up = time.monotonic() + PATIENCE_S
    while [each["state"] for each in reminders(server)] != [state]:
        assert time.monotonic() < give_up, reminders(server)
        time.sleep(0.05)
    return reminders(server)[0]


@pytest.mark.fault
@pytest.mark.timeout(300)
def test_a_clock_that_jumps_while_the_server_is_killed_repeats_and_loses_nothing(
    tmp_path: Path, start_server: Callable[..., Server]
) -> None:
    server = start_server(tmp_path / "data", run_by=under(48))
    at = (datetime.now(UTC) + timedelta(hours=49)).strftime("%Y-%m-%dT%H:%M:%S")
    body = {"title": "Call Sarah", "reminders": [{"at": at, "time_zone": "UTC"}]}
    httpx.post(
        f"{server.api}/tasks", json=body, headers=server.headers(), trust_env=False
    ).raise_for_status()

    def jump(hours: int) -> None:
        server.kill()
        server.run_by = under(hours)
        server.restart()

    assert until_state(server, "planned")["at"] == f"{at}Z"
    jump(50)
    fired = until_state(server, "due")
    assert fired["fired_at"] > f"{at}Z", "the clock was not ahead"
    assert "This was due" in fired["text"]
    jump(47)
    assert until_state(server, "due")["fired_at"] == fired["fired_at"]
