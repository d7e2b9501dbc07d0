import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from control_api.setup.settings import Settings
from control_api.who.access_tokens.making import MOST, PREFIX
from tests.control_api.conftest import Headers, bearer

Client = TestClient[Litestar]
TOKENS = "/api/v1/access-tokens"
ME = "/api/v1/me"
TASKS = "/api/v1/tasks"


def make(client: Client, headers: Headers, *scopes: str, **more: Any) -> dict[str, Any]:
    body = {"name": "Watch", "scopes": scopes or ("read",)} | more
    answer = client.post(TOKENS, json=body, headers=headers)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def in_days(days: float) -> str:
    return (datetime.now(UTC) + timedelta(days=days)).isoformat()


def change(app: Litestar, sql: str, *values: Any) -> None:
    app.state.control.write_now(lambda db: db.execute(sql, list(values)))


def test_a_token_is_shown_once_and_listed_without_itself(client: Client, alice: Headers) -> None:
    made = make(client, alice, "write", "read", name=" My watch ")
    assert made.pop("token").startswith(PREFIX)
    assert (made["name"], made["scopes"], made["last_used_at"]) == (
        "My watch",
        ["read", "write"],
        None,
    )
    assert client.get(TOKENS, headers=alice).json() == {"items": [made], "next_cursor": None}


def test_a_token_acts_for_its_person_alone(client: Client, alice: Headers, bob: Headers) -> None:
    token = bearer(make(client, bob, "admin")["token"])
    assert client.get(ME, headers=token).json() == client.get(ME, headers=bob).json()
    task = client.post(TASKS, json={"title": "Milk"}, headers=alice).json()
    assert client.get(f"{TASKS}/{task['id']}", headers=token).status_code == 404


def test_a_token_does_what_its_scopes_say(client: Client, alice: Headers) -> None:
    may: dict[str, list[int]] = {}
    for scope in ("read", "write", "admin"):
        token = bearer(make(client, alice, scope)["token"])
        may[scope] = [
            client.get(TASKS, headers=token).status_code,
            client.post(TASKS, json={"title": "Milk"}, headers=token).status_code,
            client.post("/api/v1/token", headers=token).status_code,
            client.patch(ME, json={}, headers=token).status_code,
            client.get(TOKENS, headers=token).status_code,
        ]
    assert may == {
        "read": [200, 403, 403, 403, 403],
        "write": [200, 201, 201, 403, 403],
        "admin": [200, 201, 201, 200, 200],
    }


def test_a_dry_run_is_no_reading(client: Client, alice: Headers) -> None:
    token = bearer(make(client, alice, "read")["token"])
    command = {"text": "add milk", "dry_run": True}
    answer = client.post("/api/v1/commands", json=command, headers=token)
    assert answer.status_code == 403
    assert "'write'" in answer.json()["detail"]


def test_the_log_tells_which_token_it_was(client: Client, alice: Headers) -> None:
    made = make(client, alice, "write")
    task = client.post(TASKS, json={"title": "Milk"}, headers=bearer(made["token"])).json()
    assert task["created_by"] == f"token {made['id']}"


def test_a_token_ends_when_it_says(client: Client, app: Litestar, alice: Headers) -> None:
    made = make(client, alice, expires_at=in_days(1))
    assert client.get(ME, headers=bearer(made["token"])).status_code == 200
    long_ago = int(time.time()) - 10
    change(app, "UPDATE access_tokens SET created_at = ?, expires_at = ?", long_ago, long_ago + 9)
    answer = client.get(ME, headers=bearer(made["token"]))
    assert answer.status_code == 401
    assert "expired" in answer.json()["detail"]


def test_a_token_ends_in_ninety_days_unless_told_otherwise(client: Client, alice: Headers) -> None:
    expires_at = datetime.fromisoformat(make(client, alice)["expires_at"])
    assert timedelta(days=89) < expires_at - datetime.now(UTC) <= timedelta(days=90)
    assert make(client, alice, expires_at=None)["expires_at"] is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": " "},
        {"name": "a\nb"},
        {"name": "x" * 201},
        {"scopes": []},
        {"scopes": ["everything"]},
        {"scopes": "read"},
        {"expires_at": "2020-01-01T00:00:00Z"},
        {"expires_at": "2030-01-01T00:00:00"},
        {"expires_at": "9999-12-31T23:59:59-12:00"},
        {"expires_at": "soon"},
        {"token": "mine"},
    ],
    ids=str,
)
def test_a_token_is_not_made_of_nonsense(
    client: Client, alice: Headers, wrong: dict[str, Any]
) -> None:
    body = {"name": "Watch", "scopes": ["read"]} | wrong
    assert client.post(TOKENS, json=body, headers=alice).status_code == 422
    assert client.get(TOKENS, headers=alice).json()["items"] == []


def test_a_token_makes_none_that_outlives_it(client: Client, alice: Headers) -> None:
    token = bearer(make(client, alice, "admin", expires_at=in_days(2))["token"])
    for longer in (None, in_days(3)):
        body = {"name": "More", "scopes": ["read"], "expires_at": longer}
        assert client.post(TOKENS, json=body, headers=token).status_code == 403
    child = make(client, token, "read")
    parent = client.get(TOKENS, headers=alice).json()["items"][1]
    assert child["expires_at"] == parent["expires_at"]


def test_a_revoked_token_is_refused_at_once(client: Client, alice: Headers, bob: Headers) -> None:
    made = make(client, alice)
    token, where = bearer(made["token"]), f"{TOKENS}/{made['id']}"
    assert client.delete(where, headers=bob).status_code == 404
    assert client.get(ME, headers=token).status_code == 200
    assert client.delete(where, headers=alice).status_code == 204
    assert client.get(ME, headers=token).status_code == 401
    assert client.delete(where, headers=alice).status_code == 404


def test_when_a_token_was_last_used_is_kept_to_the_minute(
    client: Client, app: Litestar, alice: Headers, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make(client, alice)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now)

    def last_used() -> str | None:
        client.get(ME, headers=bearer(made["token"]))
        found: str | None = client.get(TOKENS, headers=alice).json()["items"][0]["last_used_at"]
        return found

    change(app, "UPDATE access_tokens SET last_used_at = ?", int(now) - 30)
    recently = last_used()
    assert last_used() == recently
    change(app, "UPDATE access_tokens SET last_used_at = ?", 60)
    assert last_used() != "1970-01-01T00:01:00Z"


def test_only_the_hash_of_a_token_is_kept(
    client: Client, settings: Settings, alice: Headers
) -> None:
    secret = make(client, alice)["token"].removeprefix(PREFIX).encode()
    assert all(secret not in path.read_bytes() for path in settings.data.glob("control.db*"))


def test_a_token_is_no_sign_in_code_and_no_cookie(client: Client, alice: Headers) -> None:
    token = make(client, alice, "admin")["token"]
    assert client.post("/api/v1/sign-in", json={"code": token}).status_code == 401
    assert client.get(ME, headers={"Cookie": f"saydo_session={token}"}).status_code == 401


def test_nobody_has_more_tokens_than_can_be_listed(
    client: Client, alice: Headers, bob: Headers
) -> None:
    for _ in range(MOST):
        make(client, alice)
    answer = client.post(TOKENS, json={"name": "x", "scopes": ["read"]}, headers=alice)
    assert answer.status_code == 422
    assert "delete one" in answer.json()["detail"]
    make(client, bob)
