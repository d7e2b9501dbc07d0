"""Every route of the API against every kind of caller; a route without a row fails."""

import re
import time
from collections.abc import Iterator
from typing import Any

import jwt
import pytest
from litestar import Litestar
from litestar.testing import TestClient
from livekit import api

from control_api.settings import Settings
from tests.control_api.conftest import Headers

Client = TestClient[Litestar]

TASK = "b0b00000-0000-4000-8000-000000000001"
OWNER_ONLY = {
    ("patch", "/api/v1/me"),
    ("post", "/api/v1/token"),
    ("delete", "/api/v1/trash"),
    ("delete", "/api/v1/trash/{thing_id}"),
}
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
    ("get", "/api/v1/events"),
}
WORKER_ONLY = {("post", "/api/v1/rooms/{room}/session")}
SIGNED_BY_LIVEKIT = {("post", "/api/v1/webhooks/livekit")}
PUBLIC = {
    ("post", "/api/v1/sign-in"),
    ("post", "/api/v1/sign-out"),
    ("get", "/api/v1/health"),
    ("get", "/api/v1/ready"),
}
GUARDED = sorted(OWNER_ONLY | OWNER_AND_AGENT | WORKER_ONLY)


def routes(client: Client) -> Iterator[tuple[str, str]]:
    paths = client.get("/api/schema").json()["paths"]
    for path, methods in paths.items():
        for method in methods:
            yield method, path


def call(client: Client, route: tuple[str, str], headers: Headers) -> int:
    method, path = route
    address = re.sub(r"\{\w+_id\}", TASK, path.replace("{room}", "talk-1"))
    if path == "/api/v1/events":
        # A stream never ends; a position that is none is refused after the guard.
        headers = headers | {"Last-Event-ID": "x"}
    return client.request(method, address, headers=headers, json={"?": 1}).status_code


def test_every_route_has_a_row_here(client: Client) -> None:
    known = OWNER_ONLY | OWNER_AND_AGENT | WORKER_ONLY | SIGNED_BY_LIVEKIT | PUBLIC
    assert set(routes(client)) == known


@pytest.mark.parametrize("route", GUARDED, ids=str)
def test_nobody_gets_in_without_a_good_credential(
    client: Client, settings: Settings, route: tuple[str, str]
) -> None:
    secrets = settings.secrets
    good: dict[str, Any] = {
        "iss": "saydo",
        "aud": "saydo-api",
        "sub": secrets.owner_id,
        "scope": "owner",
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
    }
    refused = {name: call(client, route, bearer(token)) for name, token in tokens.items()}
    refused["none"] = call(client, route, {})
    refused["basic"] = call(client, route, {"Authorization": "Basic YTpi"})
    refused["cookie"] = call(client, route, {"Cookie": "saydo_session=x"})
    assert set(refused.values()) == {401}, refused


@pytest.mark.parametrize("route", GUARDED, ids=str)
def test_each_credential_is_good_for_its_own_routes_only(
    client: Client, settings: Settings, alice: Headers, agent: Headers, route: tuple[str, str]
) -> None:
    worker = bearer(settings.secrets.worker_key)
    for headers, allowed in (
        (alice, OWNER_ONLY | OWNER_AND_AGENT),
        (agent, OWNER_AND_AGENT),
        (worker, WORKER_ONLY),
    ):
        status = call(client, route, headers)
        assert (status == 403) == (route not in allowed), status
        assert status != 401


def bearer(token: str) -> Headers:
    return {"Authorization": f"Bearer {token}"}
