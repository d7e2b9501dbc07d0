"""Access tokens, and one of everything that a route can name."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from litestar import Litestar

from control_api.setup.settings import Settings
from control_api.who.access_tokens.making import make_token
from control_api.who.sessions.browser_sessions import start_session
from shared.access_tokens import NewAccessToken, TokenScope
from tests.control_api.conftest import BOB, Headers, bearer
from tests.control_api.who.callers.every_route import NOW, Client
from tests.patience import PATIENCE_S

MakeToken = Callable[..., Headers]


@pytest.fixture
def access_token(app: Litestar, settings: Settings) -> MakeToken:
    """Make an access token, of the owner when nobody else is named."""

    def make(scope: TokenScope, account_id: str = settings.secrets.owner_id) -> Headers:
        wanted = NewAccessToken(name=scope, scopes=[scope])
        made = app.state.control.write_now(
            lambda db: make_token(db, account_id, wanted, NOW, within=None)
        )
        return bearer(made[1])

    return make


@pytest.fixture
def things_of_alice(
    client: Client, app: Litestar, alice: Headers, agent: Headers
) -> dict[str, str]:
    """One of everything that a route can name, by the name it has in the address."""

    def make(path: str, **body: Any) -> str:
        answer = client.post(f"/api/v1/{path}", json=body, headers=alice)
        made: str = answer.raise_for_status().json()["id"]
        return made

    owner_id = app.state.settings.secrets.owner_id
    app.state.control.write_now(lambda db: start_session(db, owner_id, NOW, instead_of=None))
    session = client.get("/api/v1/sessions", headers=alice).json()["items"][0]
    in_trash = make("tags", name="old")
    client.delete(f"/api/v1/tags/{in_trash}", headers=alice)
    at = {"at": "2999-01-01T00:00:00"}
    make("tasks", title="Party", reminders=[at])
    give_up = time.monotonic() + PATIENCE_S
    while not (planned := client.get("/api/v1/reminders", headers=alice).json()["items"]):
        assert time.monotonic() < give_up, "no reminder was planned"
        time.sleep(0.02)
    delete = {"type": "delete_tag", "tag_id": make("tags", name="gone")}
    wish = {"actions": [delete], "decided_by": "model"}
    asked = client.post("/api/v1/commands", json=wish, headers=alice).json()
    client.post("/api/v1/sessions/talk-1/turns", json={}, headers=agent).raise_for_status()
    return {
        "account": BOB,
        "room": "talk-1",
        "approval_id": asked["approval_id"],
        "command_id": client.get("/api/v1/commands", headers=alice).json()["items"][0]["id"],
        "reminder_id": planned[0]["id"],
        "session_id": session["id"],
        "task_id": (task_id := make("tasks", title="Milk")),
        "comment_id": make(f"tasks/{task_id}/comments", text="Oat"),
        "project_id": make("projects", name="Home"),
        "tag_id": make("tags", name="shop"),
        "person_id": make("people", name="Sarah"),
        "filter_id": make("filters", name="Soon", query="#shop"),
        "timer_id": make("timers", seconds=3600),
        "alarm_id": make("alarms", at="2099-01-01T07:00:00"),
        "thing_id": in_trash,
        "feed_id": make("feeds", name="Phone"),
        "workspace_id": make("workspaces", name="Home"),
        "webhook_id": make("webhooks", url="https://hooks.example.invalid"),
        "token_id": make("access-tokens", name="Watch", scopes=["read"]),
    }
