"""Tokens that were made at the machine: known from their first use on, listed, and ended."""

import time
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from control_api.setup.settings import Settings
from control_api.who.sessions.browser_sessions import COOKIE
from control_api.who.signed_tokens.store import (
    KEPT_AFTER_S,
    find_signed_token,
    forget_signed_tokens,
    note_signed_token,
)
from control_api.who.signed_tokens.tokens import (
    MOMENT_S,
    make_owner_token,
    make_session_token,
    make_sign_in_code,
    read_access,
)
from tests.control_api.conftest import Headers, bearer

Client = TestClient[Litestar]
TOKENS = "/api/v1/access-tokens"
ME = "/api/v1/me"
SESSIONS = "/api/v1/sessions"
PASSWORD = "/api/v1/me/password"


class Clock:
    """The machine's, which can be set."""

    def __init__(self) -> None:
        self.ahead_s = 0.0
        self._time = time.time

    def __call__(self) -> float:
        return self._time() + self.ahead_s


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(time, "time", made)
    return made


class Machine:
    """Makes tokens for the owner of the data folder."""

    def __init__(self, settings: Settings) -> None:
        self._key, self._owner = settings.secrets.signing_key, settings.secrets.owner_id

    def token(self) -> Headers:
        return bearer(make_owner_token(self._key, self._owner))

    def momentary(self) -> Headers:
        return bearer(make_owner_token(self._key, self._owner, MOMENT_S))

    def code(self) -> str:
        return make_sign_in_code(self._key, self._owner)

    def agent(self) -> Headers:
        return bearer(make_session_token(self._key, self._owner, "talk-1"))


@pytest.fixture
def machine(settings: Settings) -> Machine:
    return Machine(settings)


@pytest.fixture
def browser(client: Client, machine: Machine) -> Headers:
    """A browser that is signed in, besides the client."""
    client.post("/api/v1/sign-in", json={"code": machine.code()}).raise_for_status()
    cookie = {"Cookie": f"{COOKIE}={client.cookies[COOKIE]}"}
    client.cookies.clear()
    return cookie


def listed(client: Client, headers: Headers) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = client.get(TOKENS, headers=headers).json()["items"]
    return items


def status(client: Client, headers: Headers) -> int:
    return client.get(ME, headers=headers).status_code


def test_one_is_listed_from_its_first_use_on(client: Client, machine: Machine) -> None:
    token = machine.token()
    assert listed(client, machine.momentary()) == []
    assert status(client, token) == 200
    (found,) = listed(client, machine.momentary())
    assert (found["name"], found["scopes"]) == ("Made at the machine", ["admin"])
    assert found["created_at"] <= found["last_used_at"] < found["expires_at"]
    assert all(part not in str(found) for part in token["Authorization"].split("."))


def test_what_commands_show_for_a_moment_is_not_listed(client: Client, machine: Machine) -> None:
    for _ in range(3):
        assert listed(client, machine.momentary()) == []


def test_they_are_listed_among_the_others_newest_first(client: Client, machine: Machine) -> None:
    made = {"name": "Watch", "scopes": ["read"], "expires_at": None}
    client.post(TOKENS, json=made, headers=machine.momentary()).raise_for_status()
    time.sleep(1.1)  # the list tells seconds
    status(client, machine.token())
    found = listed(client, machine.momentary())
    assert [each["name"] for each in found] == ["Made at the machine", "Watch"]


def test_one_is_revoked_at_once_and_for_good(
    client: Client, app: Litestar, machine: Machine, bob: Headers
) -> None:
    stolen, other = machine.token(), machine.token()
    assert [status(client, each) for each in (stolen, other)] == [200, 200]
    known = read_access(app.state.settings.secrets.signing_key, stolen["Authorization"].split()[1])
    where = f"{TOKENS}/{known.jti}"
    assert client.delete(where, headers=bob).status_code == 404
    assert client.delete(where, headers=other).status_code == 204
    answer = client.get(ME, headers=stolen)
    assert answer.status_code == 401
    assert "revoked" in answer.json()["detail"]
    assert status(client, other) == 200
    assert known.jti not in {each["id"] for each in listed(client, other)}
    assert client.delete(where, headers=other).status_code == 404
    code = {"code": stolen["Authorization"].split()[1]}
    assert client.post("/api/v1/sign-in", json=code).status_code == 401


def test_signing_out_everywhere_ends_every_one_used_or_not_and_conversations(
    client: Client, machine: Machine, browser: Headers
) -> None:
    used, unused, momentary, agent = (
        machine.token(),
        machine.token(),
        machine.momentary(),
        machine.agent(),
    )
    assert [status(client, each) for each in (used, momentary, agent)] == [200, 200, 200]
    assert client.delete(SESSIONS, headers=browser).status_code == 204
    assert [status(client, each) for each in (used, unused, momentary, agent)] == [401] * 4
    # In the same second.
    assert [status(client, each) for each in (machine.token(), machine.momentary())] == [200, 200]
    assert status(client, browser) == 200
    assert len(listed(client, browser)) == 1


@pytest.mark.parametrize("which", ["token", "momentary"])
def test_who_signs_out_everywhere_else_stays(client: Client, machine: Machine, which: str) -> None:
    mine, other = getattr(machine, which)(), machine.token()
    assert status(client, other) == 200
    for _ in range(2):
        assert client.delete(SESSIONS, headers=mine).status_code == 204
        assert [status(client, mine), status(client, other)] == [200, 401]


def test_what_is_bobs_is_not_ended_by_alice(
    client: Client, machine: Machine, browser: Headers, bob: Headers
) -> None:
    assert client.delete(SESSIONS, headers=browser).status_code == 204
    assert status(client, bob) == 200


def test_an_agent_gets_no_new_token_for_a_room_of_before(
    client: Client, settings: Settings, machine: Machine, browser: Headers
) -> None:
    room = client.post("/api/v1/token", headers=browser).json()["room_name"]
    worker, where = bearer(settings.secrets.worker_key), f"/api/v1/rooms/{room}/session"
    before = bearer(client.post(where, headers=worker).json()["token"])
    assert status(client, before) == 200
    client.delete(SESSIONS, headers=browser)
    assert status(client, before) == 401
    assert client.post(where, headers=worker).status_code == 404
    again = client.post("/api/v1/token", json={"room_name": room}, headers=browser)
    assert again.status_code == 201
    assert status(client, bearer(client.post(where, headers=worker).json()["token"])) == 200


def test_the_first_use_of_one_cannot_slip_in_while_all_are_ended(
    client: Client, app: Litestar, settings: Settings, machine: Machine, browser: Headers
) -> None:
    token = machine.token()["Authorization"].split()[1]
    claims = read_access(settings.secrets.signing_key, token)
    client.delete(SESSIONS, headers=browser)
    app.state.control.write_now(lambda db: note_signed_token(db, claims, int(time.time())))
    assert status(client, bearer(token)) == 401


def test_a_clock_that_was_put_back_revives_nothing_that_was_used(
    client: Client, machine: Machine, browser: Headers, clock: Clock
) -> None:
    clock.ahead_s = 3600
    token, agent = machine.token(), machine.agent()
    assert [status(client, each) for each in (token, agent)] == [200, 200]
    clock.ahead_s = 0
    client.delete(SESSIONS, headers=browser)
    for clock.ahead_s in (0, 3600 + 60):
        assert [status(client, each) for each in (token, agent)] == [401, 401]


def test_after_a_clock_was_put_back_signing_out_again_lets_new_ones_in(
    client: Client, machine: Machine, browser: Headers, clock: Clock
) -> None:
    clock.ahead_s = 3600
    client.delete(SESSIONS, headers=browser)
    clock.ahead_s = 0
    refused = client.get(ME, headers=machine.token())
    assert refused.status_code == 401
    assert "the clock was put back" in refused.json()["detail"]
    client.delete(SESSIONS, headers=browser)
    assert status(client, machine.token()) == 200


def test_a_revoked_one_is_remembered_beyond_its_end(
    client: Client, app: Litestar, settings: Settings, machine: Machine
) -> None:
    token = machine.token()
    status(client, token)
    claims = read_access(settings.secrets.signing_key, token["Authorization"].split()[1])

    def left(now: int) -> bool:
        def work(db: Any) -> bool:
            forget_signed_tokens(db, now)
            return find_signed_token(db, claims.jti or "") is not None

        return bool(app.state.control.write_now(work))

    assert left(claims.exp + 1)
    assert not left(claims.exp + KEPT_AFTER_S)


def test_a_disk_that_takes_nothing_keeps_nobody_out(
    client: Client, app: Litestar, machine: Machine
) -> None:
    app.state.control.write_now(
        lambda db: db.execute("""
            CREATE TRIGGER full_disk BEFORE INSERT ON machine_tokens
            BEGIN SELECT raise(ABORT, 'full'); END
        """)
    )
    token = machine.token()
    assert [status(client, token) for _ in range(2)] == [200, 200]
    assert listed(client, token) == []


def test_one_that_was_not_made_just_now_signs_no_browser_in(
    client: Client, machine: Machine, clock: Clock
) -> None:
    code = {"code": machine.token()["Authorization"].split()[1]}
    assert client.post("/api/v1/sign-in", json=code).status_code == 204
    clock.ahead_s = MOMENT_S + 1
    answer = client.post("/api/v1/sign-in", json=code)
    assert answer.status_code == 401
    assert "control_api sign-in" in answer.json()["detail"]


@pytest.mark.usefixtures("light_hashes")
def test_another_password_ends_all_but_who_asks_and_the_first_one_does_not(
    client: Client, machine: Machine
) -> None:
    mine, other = machine.momentary(), machine.token()
    first = {"password": "correct horse battery", "name": "Alice"}
    assert client.put(PASSWORD, json=first, headers=mine).status_code == 204
    assert [status(client, each) for each in (mine, other)] == [200, 200]
    second = {"password": "a better password", "old_password": first["password"]}
    assert client.put(PASSWORD, json=second, headers=mine).status_code == 204
    assert [status(client, each) for each in (mine, other)] == [200, 401]
