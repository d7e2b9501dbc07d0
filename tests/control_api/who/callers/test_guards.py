"""Every route of the API against every kind of caller; a route without a row fails."""

import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import jwt
import pytest
from litestar import Litestar
from litestar.testing import TestClient
from livekit import api

from control_api.setup.settings import Settings
from control_api.who.access_tokens.making import make_token
from control_api.who.sessions.browser_sessions import LIFE_S, start_session
from shared.access_tokens import NewAccessToken, TokenScope
from tests.control_api.conftest import BOB, Headers, bearer
from tests.patience import PATIENCE_S

Client = TestClient[Litestar]
Route = tuple[str, str]
MakeToken = Callable[..., Headers]

NOW = int(time.time())
MISSING = "b0b00000-0000-4000-8000-000000000001"
"""The id of nothing."""
OWNER_ONLY = {
    ("get", "/api/v1/access-tokens"),
    ("post", "/api/v1/access-tokens"),
    ("delete", "/api/v1/access-tokens/{token_id}"),
    ("get", "/api/v1/export"),
    ("get", "/api/v1/export/report"),
    ("get", "/api/v1/feeds"),
    ("post", "/api/v1/feeds"),
    ("delete", "/api/v1/feeds/{feed_id}"),
    ("post", "/api/v1/import"),
    ("delete", "/api/v1/me"),
    ("delete", "/api/v1/me/data"),
    ("patch", "/api/v1/me"),
    ("get", "/api/v1/me/notifications"),
    ("put", "/api/v1/me/notifications"),
    ("put", "/api/v1/me/password"),
    ("get", "/api/v1/sessions"),
    ("delete", "/api/v1/sessions"),
    ("delete", "/api/v1/sessions/{session_id}"),
    ("post", "/api/v1/token"),
    ("delete", "/api/v1/trash"),
    ("delete", "/api/v1/trash/{thing_id}"),
    ("get", "/api/v1/webhooks"),
    ("post", "/api/v1/webhooks"),
    ("delete", "/api/v1/webhooks/{webhook_id}"),
    ("patch", "/api/v1/webhooks/{webhook_id}"),
    ("get", "/api/v1/webhooks/{webhook_id}/deliveries"),
    ("get", "/api/v1/workspaces"),
    ("post", "/api/v1/workspaces"),
    ("patch", "/api/v1/workspaces/{workspace_id}"),
    ("delete", "/api/v1/workspaces/{workspace_id}"),
    ("get", "/api/v1/workspaces/{workspace_id}/members"),
    ("put", "/api/v1/workspaces/{workspace_id}/members/{account}"),
    ("delete", "/api/v1/workspaces/{workspace_id}/members/{account}"),
}
SAYDO_OWNER_ONLY = {
    ("get", "/api/v1/accounts"),
    ("delete", "/api/v1/accounts/{account_id}"),
    ("get", "/api/v1/backups"),
    ("post", "/api/v1/backups"),
    ("post", "/api/v1/backups/{backup_id}/restore"),
    ("post", "/api/v1/invitations"),
    ("delete", "/api/v1/invitations/{invitation_id}"),
}
"""For the owner of the data folder; other people are told so."""
OWNER_ONLY |= SAYDO_OWNER_ONLY
IN_PERSON = {
    ("delete", "/api/v1/accounts/{account_id}"),
    ("delete", "/api/v1/me"),
    ("put", "/api/v1/me/password"),
}
"""For no access token, whatever it allows."""
THINGS = {
    (method, f"/api/v1/{path}")
    for kind, thing_id in (
        ("projects", "project_id"),
        ("tags", "tag_id"),
        ("people", "person_id"),
        ("filters", "filter_id"),
    )
    for path, methods in (
        (kind, ("get", "post")),
        (f"{kind}/{{{thing_id}}}", ("get", "patch", "delete")),
    )
    for method in methods
}
OWNER_AND_AGENT = THINGS | {
    ("get", "/api/v1/me"),
    ("get", "/api/v1/tasks"),
    ("post", "/api/v1/tasks"),
    ("get", "/api/v1/tasks/{task_id}"),
    ("patch", "/api/v1/tasks/{task_id}"),
    ("delete", "/api/v1/tasks/{task_id}"),
    ("get", "/api/v1/tasks/{task_id}/occurrences"),
    ("get", "/api/v1/search"),
    ("get", "/api/v1/tasks/{task_id}/subtasks"),
    ("get", "/api/v1/tasks/{task_id}/history"),
    ("get", "/api/v1/tasks/{task_id}/comments"),
    ("post", "/api/v1/tasks/{task_id}/comments"),
    ("get", "/api/v1/comments/{comment_id}"),
    ("patch", "/api/v1/comments/{comment_id}"),
    ("delete", "/api/v1/comments/{comment_id}"),
    ("get", "/api/v1/trash"),
    ("post", "/api/v1/trash/{thing_id}/restore"),
    ("get", "/api/v1/commands"),
    ("get", "/api/v1/vocabulary"),
    ("post", "/api/v1/commands"),
    ("get", "/api/v1/approvals"),
    ("post", "/api/v1/approvals/{approval_id}"),
    ("get", "/api/v1/events"),
    ("get", "/api/v1/reminders"),
    ("get", "/api/v1/reminders/silent"),
    ("post", "/api/v1/reminders/{reminder_id}/heard"),
}
WORKER_ONLY = {("post", "/api/v1/rooms/{room}/session")}
SIGNED_BY_LIVEKIT = {("post", "/api/v1/webhooks/livekit")}
PUBLIC = {
    ("post", "/api/v1/accounts"),
    ("post", "/api/v1/sign-in"),
    ("post", "/api/v1/sign-out"),
    ("get", "/api/v1/health"),
    ("get", "/api/v1/ready"),
}
GUARDED = sorted(OWNER_ONLY | OWNER_AND_AGENT | WORKER_ONLY)
NEEDS: dict[Route, TokenScope] = {
    ("get", "/api/v1/export"): "read",
    ("get", "/api/v1/export/report"): "read",
    ("get", "/api/v1/feeds"): "read",
    ("get", "/api/v1/webhooks"): "read",
    ("get", "/api/v1/webhooks/{webhook_id}/deliveries"): "read",
    ("post", "/api/v1/import"): "write",
    ("post", "/api/v1/token"): "write",
    ("get", "/api/v1/workspaces"): "read",
    ("get", "/api/v1/workspaces/{workspace_id}/members"): "read",
}
"""Routes for which an access token needs another scope than those around them."""
STRENGTH: list[TokenScope] = ["read", "write", "admin"]
BODIES: dict[Route, Any] = {
    ("post", "/api/v1/approvals/{approval_id}"): {"decision": "refuse"},
    ("post", "/api/v1/tasks/{task_id}/comments"): {"text": "Oat"},
    ("patch", "/api/v1/comments/{comment_id}"): {"text": "Oat"},
    ("patch", "/api/v1/workspaces/{workspace_id}"): {"name": "Ours"},
    ("put", "/api/v1/workspaces/{workspace_id}/members/{account}"): {"role": "viewer"},
}
"""For routes that answer about an id only when the body is right; else it is empty."""
QUERIES: dict[Route, str] = {
    ("get", "/api/v1/search"): "q=milk",
    ("post", "/api/v1/import"): "format=saydo",
}
"""For routes that can't do without."""


def needed_scope(route: Route) -> TokenScope:
    of_method: TokenScope = "read" if route[0] == "get" else "write"
    return NEEDS.get(route, "admin" if route in OWNER_ONLY else of_method)


def routes(client: Client) -> Iterator[Route]:
    paths = client.get("/api/schema").json()["paths"]
    for path, methods in paths.items():
        for method in methods:
            yield method, path


def address(route: Route, ids: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda name: ids.get(name[1], MISSING), route[1])


def call(client: Client, route: Route, headers: Headers) -> int:
    if route[1] == "/api/v1/events":
        # A stream never ends; a position that is none is refused after the guard.
        headers = headers | {"Last-Event-ID": "x"}
    where = address(route, {"room": "talk-1"}) + "?" + QUERIES.get(route, "")
    return client.request(route[0], where, headers=headers, json={"?": 1}).status_code


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


def test_every_route_has_a_row_here(client: Client) -> None:
    known = OWNER_ONLY | OWNER_AND_AGENT | WORKER_ONLY | SIGNED_BY_LIVEKIT | PUBLIC
    assert set(routes(client)) == known


@pytest.mark.parametrize("route", GUARDED, ids=str)
def test_nobody_gets_in_without_a_good_credential(
    app: Litestar, client: Client, settings: Settings, access_token: MakeToken, route: Route
) -> None:
    secrets = settings.secrets
    good: dict[str, Any] = {
        "iss": "saydo",
        "aud": "saydo-api",
        "sub": secrets.owner_id,
        "scope": "owner",
        "jti": MISSING,
        "iat": time.time(),
        "exp": int(time.time()) + 60,
    }
    livekit = api.AccessToken(secrets.livekit_key, secrets.livekit_secret).with_identity("alice")
    tokens = {
        "expired": jwt.encode(good | {"exp": 1}, secrets.signing_key, "HS256"),
        "forged": jwt.encode(good, "f" * 48, "HS256"),
        "unsigned": jwt.encode(good, None, "none"),
        "LiveKit's": livekit.with_grants(api.VideoGrants(room_join=True, room="talk-1")).to_jwt(),
        "LiveKit's secret": jwt.encode(good, secrets.livekit_secret, "HS256"),
        "a stranger's": jwt.encode(good | {"sub": "0" * 36}, secrets.signing_key, "HS256"),
        "empty": "",
        "cut": access_token("admin")["Authorization"][len("Bearer ") : -1],
        "over": access_token("admin")["Authorization"].removeprefix("Bearer "),
    }
    app.state.control.write_now(
        lambda db: db.execute("UPDATE access_tokens SET created_at = 0, expires_at = 1")
    )
    refused = {name: call(client, route, bearer(token)) for name, token in tokens.items()}
    refused["none"] = call(client, route, {})
    refused["basic"] = call(client, route, {"Authorization": "Basic YTpi"})
    refused["cookie"] = call(client, route, {"Cookie": "saydo_session=x"})
    long_ago = NOW - LIFE_S - 1
    session = app.state.control.write_now(
        lambda db: start_session(db, secrets.owner_id, long_ago, instead_of=None)
    )
    refused["old cookie"] = call(client, route, {"Cookie": f"saydo_session={session}"})
    assert set(refused.values()) == {401}, refused


@pytest.mark.parametrize("route", GUARDED, ids=str)
def test_each_credential_is_good_for_its_own_routes_only(
    client: Client, settings: Settings, alice: Headers, agent: Headers, route: Route
) -> None:
    worker = bearer(settings.secrets.worker_key)
    for headers, allowed in (
        (worker, WORKER_ONLY),
        (agent, OWNER_AND_AGENT),
        (alice, OWNER_ONLY | OWNER_AND_AGENT),  # last: she may sign the agent out
    ):
        status = call(client, route, headers)
        assert (status == 403) == (route not in allowed), status
        assert status != 401


@pytest.mark.parametrize("route", GUARDED, ids=str)
def test_an_access_token_is_good_for_what_its_scope_says(
    client: Client, access_token: MakeToken, route: Route
) -> None:
    for scope in STRENGTH:
        status = call(client, route, access_token(scope))
        enough = STRENGTH.index(scope) >= STRENGTH.index(needed_scope(route))
        refused = route in WORKER_ONLY | IN_PERSON or not enough
        assert (status == 403) == refused, (scope, status)
        assert status != 401


@pytest.fixture
def things_of_alice(client: Client, app: Litestar, alice: Headers) -> dict[str, str]:
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
    return {
        "account": BOB,
        "approval_id": asked["approval_id"],
        "reminder_id": planned[0]["id"],
        "session_id": session["id"],
        "task_id": (task_id := make("tasks", title="Milk")),
        "comment_id": make(f"tasks/{task_id}/comments", text="Oat"),
        "project_id": make("projects", name="Home"),
        "tag_id": make("tags", name="shop"),
        "person_id": make("people", name="Sarah"),
        "filter_id": make("filters", name="Soon", query="#shop"),
        "thing_id": in_trash,
        "feed_id": make("feeds", name="Phone"),
        "workspace_id": make("workspaces", name="Home"),
        "webhook_id": make("webhooks", url="https://hooks.example.invalid"),
        "token_id": make("access-tokens", name="Watch", scopes=["read"]),
    }


@pytest.mark.parametrize("route", sorted(SAYDO_OWNER_ONLY), ids=str)
def test_what_is_for_the_owner_of_saydo_is_for_nobody_else(
    client: Client, bob: Headers, access_token: MakeToken, route: Route
) -> None:
    assert call(client, route, bob) == 403
    assert call(client, route, access_token("admin", BOB)) == 403


NAMING = [r for r in GUARDED if "{" in r[1] and r not in WORKER_ONLY | SAYDO_OWNER_ONLY]


@pytest.mark.parametrize("route", NAMING, ids=str)
def test_what_is_somebody_elses_is_not_there(
    client: Client, bob: Headers, things_of_alice: dict[str, str], route: Route
) -> None:
    named = set(re.findall(r"\{(\w+)\}", route[1]))
    assert named <= set(things_of_alice), "add one of these to things_of_alice"
    body = BODIES.get(route, {})
    answers = [
        client.request(route[0], address(route, ids), headers=bob, json=body)
        for ids in (things_of_alice, {})
    ]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].json() == answers[1].json()


OWN_ALWAYS = {("get", "/api/v1/me")}
"""Routes that an agent may use too, and that are about no workspace."""
OWNED_IN_WORKSPACES = {
    ("get", "/api/v1/feeds"),
    ("post", "/api/v1/feeds"),
    ("delete", "/api/v1/trash"),
    ("delete", "/api/v1/trash/{thing_id}"),
    ("get", "/api/v1/export"),
    ("get", "/api/v1/export/report"),
    ("post", "/api/v1/import"),
    ("delete", "/api/v1/me/data"),
    ("get", "/api/v1/webhooks"),
    ("post", "/api/v1/webhooks"),
    ("delete", "/api/v1/webhooks/{webhook_id}"),
    ("patch", "/api/v1/webhooks/{webhook_id}"),
    ("get", "/api/v1/webhooks/{webhook_id}/deliveries"),
}
"""Routes that an agent may not use, but that are about a workspace."""
OF_WORKSPACES = sorted(OWNER_AND_AGENT - OWN_ALWAYS | OWNED_IN_WORKSPACES)


def test_all_that_is_in_a_workspace_is_there_for_those_who_share_it(client: Client) -> None:
    paths = client.get("/api/schema").json()["paths"]
    taking = {
        (method, path)
        for method, path in routes(client)
        if any(
            parameter["name"] == "Saydo-Workspace"
            for parameter in paths[path][method].get("parameters", [])
        )
    }
    assert set(OF_WORKSPACES) == taking


@pytest.mark.parametrize("route", sorted(OWNER_AND_AGENT - OWN_ALWAYS), ids=str)
def test_a_conversation_by_voice_reaches_the_persons_own_workspace_alone(
    client: Client, settings: Settings, alice: Headers, agent: Headers, route: Route
) -> None:
    made = client.post("/api/v1/workspaces", json={"name": "Home"}, headers=alice).json()["id"]
    assert call(client, route, alice | {"Saydo-Workspace": made}) not in {401, 403}
    for elsewhere in (made, MISSING):
        assert call(client, route, agent | {"Saydo-Workspace": elsewhere}) == 403
    own = {"Saydo-Workspace": settings.secrets.owner_id}
    assert call(client, route, agent | own) not in {401, 403}


@pytest.mark.parametrize("route", OF_WORKSPACES, ids=str)
def test_a_shared_workspace_is_what_ones_role_says(
    client: Client, alice: Headers, bob: Headers, access_token: MakeToken, route: Route
) -> None:
    made = client.post("/api/v1/workspaces", json={"name": "Home"}, headers=alice).json()["id"]
    there = {"Saydo-Workspace": made}
    members = f"/api/v1/workspaces/{made}/members/{BOB}"
    for elsewhere in (there, {"Saydo-Workspace": MISSING}, {"Saydo-Workspace": "../control"}):
        assert call(client, route, bob | elsewhere) == 404
    is_safe, is_for_owners = route[0] == "get", route[1] == "/api/v1/me/data"
    for role, refused in (("viewer", not is_safe), ("editor", is_for_owners), ("owner", False)):
        client.put(members, json={"role": role}, headers=alice).raise_for_status()
        status = call(client, route, bob | there)
        assert (status == 403) == refused, (role, status)
        reading = call(client, route, access_token("read", BOB) | there)
        assert (reading == 403) == (not is_safe), (role, reading)
    client.delete(members, headers=alice).raise_for_status()
    assert call(client, route, bob | there) == 404
