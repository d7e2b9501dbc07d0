"""No secret, and nothing a person wrote, is in what the server prints or says of errors."""

import uuid
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from control_api.setup.secrets import load_or_create
from control_api.who.signed_tokens.tokens import (
    make_invitation,
    make_session_token,
    make_sign_in_code,
)
from tests.control_api.conftest import Server, bearer
from tests.patience import PATIENCE_S

StartServer = Callable[..., Server]


@pytest.fixture
def server(start_server: StartServer) -> Server:
    return start_server()


def provoke(server: Server, canary: str, tokens: list[str]) -> Iterator[httpx.Response]:
    """Everything that a client can do wrong, and some that it can do right."""
    with httpx.Client(base_url=server.api, trust_env=False, timeout=PATIENCE_S) as client:
        good = server.headers()
        task: dict[str, Any] = {"title": canary}
        yield client.post("/tasks", json=task, headers=good)
        yield client.post("/tasks", json=task | {"due": "2026-02-30"}, headers=good)
        yield client.post("/tasks", json=task | {"time_zone": "Mars"}, headers=good)
        yield client.post("/tasks", json=task | {"project": f"{canary}\n"}, headers=good)
        yield client.post("/tasks", json={"title": [canary]}, headers=good)
        yield client.post("/tasks", content=f'{{"title": "{canary}', headers=good)
        yield client.post("/tasks", json={"title": canary * 20}, headers=good)
        yield client.post("/tasks", json={"title": canary * 10_000}, headers=good)
        yield client.get(f"/{canary}", headers=good)
        yield client.get(f"/tasks/{canary}", headers=good)
        yield client.get("/tasks", params={"cursor": canary, "search": canary}, headers=good)
        yield client.post("/commands", json={"text": f"add {canary}"}, headers=good)
        yield client.post("/commands", json={"text": canary, "now": canary}, headers=good)
        yield client.get("/events", headers=good | {"Last-Event-ID": canary})
        yield client.get("/me", headers={"Host": canary})
        password = {"name": canary, "password": canary}
        for _ in range(7):
            yield client.post("/sign-in", json=password)
        yield client.post("/sign-in", json=password | {"code": canary})
        yield client.post("/accounts", json=password | {"invitation": canary})
        yield client.put("/me/password", json={"password": canary}, headers=good)
        yield client.put("/me/password", json={"password": canary * 2, "name": "A"}, headers=good)
        yield client.put("/me/password", json={"password": canary, "code": canary}, headers=good)
        yield client.get("/tasks", headers=good | {"Saydo-Workspace": canary})
        for token in tokens:
            yield client.get("/tasks", headers=bearer(token + "x"))
            yield client.post("/sign-in", json={"code": token})
            yield client.post("/sign-in", json={"code": token})
            yield client.get("/me", headers={"Cookie": f"saydo_session={token}"})
            yield client.patch("/me", json={"name": 5}, headers=bearer(token))
            yield client.post("/rooms/talk-1/session", headers=bearer(token))
            yield client.post("/workers", headers=bearer(token))
            yield client.post("/webhooks/livekit", content=canary, headers=bearer(token))


def access_token(server: Server) -> str:
    answer = httpx.post(
        f"{server.api}/access-tokens",
        json={"name": "Watch", "scopes": ["read"]},
        headers=server.headers(),
        trust_env=False,
        timeout=PATIENCE_S,
    )
    made: str = answer.json()["token"]
    return made


def test_nothing_secret_is_printed_or_said(server: Server) -> None:
    secrets = load_or_create(server.data)
    canary = f"CANARY{uuid.uuid4().hex}"
    key, owner = secrets.signing_key, secrets.owner_id
    tokens = [
        server.headers()["Authorization"].removeprefix("Bearer "),
        make_session_token(key, owner, "talk-1"),
        make_sign_in_code(key, owner),
        make_invitation(key, owner, 60)[0],
        access_token(server),
        secrets.worker_key,
    ]
    cookies = []
    for answer in provoke(server, canary, tokens):
        cookies += list(answer.cookies.values())
        if answer.status_code >= 400:
            said = answer.text + str(answer.headers)
            found = [word for word in (canary, *tokens, key) if word in said]
            assert not found, (answer.request.url.path, answer.text)
    assert cookies
    server.stop()
    printed = server.log.read_text()
    assert "listens on" in printed
    own = [secrets.livekit_secret, secrets.worker_key, key]
    assert not [word for word in (canary, *tokens, *own, *cookies) if word in printed]
