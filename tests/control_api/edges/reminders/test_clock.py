"""The real server under clocks that are wrong: reminders come once, and none is lost."""

import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import jwt
import pytest

from control_api.setup.secrets import load_or_create
from tests.control_api.conftest import Server, bearer
from tests.patience import PATIENCE_S
from tests.sizes import IS_FULL

LIBRARY = next(Path("/usr/lib").glob("**/faketime/libfaketime.so.1"), None)

pytestmark = pytest.mark.skipif(LIBRARY is None, reason="needs libfaketime")


def under(hours: int) -> tuple[str, ...]:
    """A clock that is ahead by so much; the token of the real present is good under each."""
    return shifted(f"+{hours}h")


def shifted(by: str) -> tuple[str, ...]:
    # Not by the program faketime: it starts another process, which a kill would not reach.
    return ("env", f"LD_PRELOAD={LIBRARY}", f"FAKETIME={by}")


def lasting_token(data: Path, ends: datetime) -> str:
    """A token of the owner whose end is near under each of a test's clocks."""
    secrets = load_or_create(data)
    claims = {"iss": "saydo", "aud": "saydo-api", "sub": secrets.owner_id, "scope": "owner"}
    lasts = {"iat": time.time(), "exp": int(ends.timestamp()), "jti": str(uuid.uuid4())}
    return jwt.encode(claims | lasts, secrets.signing_key, "HS256")


def reminders(server: Server) -> list[dict[str, Any]]:
    headers = server.headers()
    answer = httpx.get(
        f"{server.api}/reminders", headers=headers, trust_env=False, timeout=PATIENCE_S
    )
    items: list[dict[str, Any]] = answer.raise_for_status().json()["items"]
    return items


def until_state(server: Server, state: str) -> dict[str, Any]:
    give_up = time.monotonic() + PATIENCE_S
    while [each["state"] for each in reminders(server)] != [state]:
        assert time.monotonic() < give_up, reminders(server)
        time.sleep(0.05)
    return reminders(server)[0]


@pytest.mark.fault
def test_a_clock_that_jumps_while_the_server_is_killed_repeats_and_loses_nothing(
    tmp_path: Path, start_server: Callable[..., Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    server = start_server(tmp_path / "data", run_by=under(48))
    token = lasting_token(server.data, datetime.now(UTC) + timedelta(days=30))
    monkeypatch.setattr(Server, "headers", lambda _: bearer(token))
    at = (datetime.now(UTC) + timedelta(hours=49)).strftime("%Y-%m-%dT%H:%M:%S")
    body = {"title": "Call Sarah", "reminders": [{"at": at, "time_zone": "UTC"}]}
    httpx.post(
        f"{server.api}/tasks",
        json=body,
        headers=server.headers(),
        trust_env=False,
        timeout=PATIENCE_S,
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


NIGHTS = {
    # The minute when it is due, where the person is, and in UTC.
    "clocks go forward": ("2027-03-28T02:30:00", "2027-03-28T01:30:00Z"),
    "clocks go back": ("2027-10-31T02:30:00", "2027-10-31T00:30:00Z"),
    "leap day": ("2028-02-29T09:00:00", "2028-02-29T08:00:00Z"),
}

JUMPS = ((3600, "planned"), (-60, "due"), (3540, "due"), (-24 * 3600, "due"))
"""Seconds before it is due: to the hour before, to just after, an hour back, and a day on."""


@pytest.mark.fault
@pytest.mark.sized
@pytest.mark.parametrize("night", sorted(NIGHTS) if IS_FULL else ["clocks go back"])
def test_a_night_on_which_clocks_are_changed_rings_once(
    tmp_path: Path, start_server: Callable[..., Server], night: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYDO_TIME_ZONE", "Europe/Berlin")
    local, utc = NIGHTS[night]
    due = datetime.fromisoformat(utc)

    def seconds_before(wanted: int) -> tuple[str, ...]:
        ahead = int((due - datetime.now(UTC)).total_seconds()) - wanted
        return shifted(f"+{ahead}s")

    data = tmp_path / "data"
    server = start_server(data, run_by=seconds_before(2 * 3600))
    headers = bearer(lasting_token(data, due + timedelta(days=30)))
    monkeypatch.setattr(Server, "headers", lambda _: headers)
    body = {"title": "Call Sarah", "due": local, "reminders": [{"before_min": 0}]}
    httpx.post(
        f"{server.api}/tasks", json=body, headers=headers, trust_env=False, timeout=PATIENCE_S
    ).raise_for_status()
    assert until_state(server, "planned")["at"] == utc
    fired = set()
    for before, state in JUMPS if IS_FULL else JUMPS[1:3]:
        server.kill()
        server.run_by = seconds_before(before)
        server.restart()
        found = until_state(server, state)
        fired.add(found["fired_at"])
        now = datetime.fromisoformat(clock_of(server))
        # The jumps are an hour apart; a start takes as long as it takes.
        assert abs((due - now).total_seconds() - before) < 1800, "the clock was not moved"
    assert len(fired - {None}) == 1
    assert httpx.get(
        f"{server.api}/me", headers=headers, trust_env=False, timeout=PATIENCE_S
    ).is_success


def clock_of(server: Server) -> str:
    """What the server takes for the present."""
    body = {"title": "What time is it"}
    answer = httpx.post(
        f"{server.api}/tasks",
        json=body,
        headers=server.headers(),
        trust_env=False,
        timeout=PATIENCE_S,
    )
    created: str = answer.raise_for_status().json()["created_at"]
    return created
