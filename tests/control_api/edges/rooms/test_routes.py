"""The routes of rooms; no LiveKit server is needed to issue a token."""

import base64
import hashlib
import logging
from typing import Any

import jwt
import pytest
from litestar import Litestar
from litestar.testing import TestClient
from livekit import api

from control_api.edges.rooms.places import Places
from control_api.setup.settings import Settings
from shared.rooms import AGENT_NAME
from tests.control_api.conftest import BOB, Headers, bearer


@pytest.fixture
def worker(settings: Settings) -> Headers:
    return bearer(settings.secrets.worker_key)


def claims(settings: Settings, token: str) -> dict[str, Any]:
    decoded: dict[str, Any] = jwt.decode(
        token, settings.secrets.livekit_secret, ["HS256"], issuer=settings.secrets.livekit_key
    )
    return decoded


def test_a_token_is_given_for_an_empty_request(
    client: TestClient[Litestar], alice: Headers, settings: Settings
) -> None:
    nothing: tuple[dict[str, str] | None, ...] = ({}, None)
    for body in nothing:
        answer = client.post("/api/v1/token", json=body, headers=alice)
        assert answer.status_code == 201
        assert answer.json()["server_url"] == settings.livekit_url
        granted = claims(settings, answer.json()["participant_token"])
        assert granted["video"]["room"] == answer.json()["room_name"]
        assert granted["sub"].startswith(settings.secrets.owner_id)
    assert client.post("/api/v1/token", headers=alice).status_code == 201


def test_what_a_client_may_not_choose_is_not_granted(
    client: TestClient[Litestar], alice: Headers, settings: Settings
) -> None:
    body = {
        "room_name": "kitchen",
        "participant_identity": BOB,
        "room_config": {"agents": [{"agent_name": "spy"}], "egress": {}},
        "roomAdmin": True,
        "hidden": True,
        "kind": "agent",
        "ttl": 86_400,
    }
    answer = client.post("/api/v1/token", json=body, headers=alice)
    granted = claims(settings, answer.json()["participant_token"])
    assert granted["sub"] == f"{settings.secrets.owner_id}.{BOB}"
    assert granted["roomConfig"]["agents"] == [{"agentName": AGENT_NAME}]
    assert "kind" not in granted
    assert not {"roomAdmin", "roomCreate", "roomList", "hidden", "recorder", "agent"} & set(
        granted["video"]
    )
    assert granted["exp"] - granted["nbf"] <= 15 * 60


def test_a_room_of_another_person_is_not_there(
    client: TestClient[Litestar], alice: Headers, bob: Headers
) -> None:
    mine = client.post("/api/v1/token", json={}, headers=alice).json()["room_name"]
    for name in (mine, "kitchen"):
        assert (
            client.post("/api/v1/token", json={"room_name": name}, headers=alice).status_code == 201
        )
        refused = client.post("/api/v1/token", json={"room_name": name}, headers=bob)
        assert refused.status_code == 404
        assert refused.headers["content-type"].startswith("application/problem+json")
    other = client.post("/api/v1/token", json={"room_name": "cellar"}, headers=bob)
    assert other.status_code == 201


def test_who_wants_more_places_than_there_are_is_told_so(
    client: TestClient[Litestar], alice: Headers, bob: Headers
) -> None:
    client.app.state.watchdog.places = Places(most=2, most_each=1)
    first = client.post("/api/v1/token", json={}, headers=alice)
    assert first.status_code == 201
    busy = client.post("/api/v1/token", json={}, headers=alice)
    assert (busy.status_code, busy.json()["type"]) == (429, "urn:saydo:problem:busy")
    assert "conversations going on" in busy.json()["detail"]
    assert int(busy.headers["Retry-After"]) > 0
    assert client.post("/api/v1/token", json={}, headers=bob).status_code == 201
    again = {"room_name": first.json()["room_name"]}
    assert client.post("/api/v1/token", json=again, headers=alice).status_code == 201


def test_no_token_without_signing_in(
    client: TestClient[Litestar], alice: Headers, worker: Headers
) -> None:
    assert client.post("/api/v1/token", json={}).status_code == 401
    assert client.post("/api/v1/token", json={}, headers=worker).status_code == 403
    room = client.post("/api/v1/token", json={}, headers=alice).json()
    in_room = bearer(room["participant_token"])
    assert client.post("/api/v1/token", json={}, headers=in_room).status_code == 401
    grant = client.post(f"/api/v1/rooms/{room['room_name']}/session", headers=worker).json()
    session = bearer(grant["token"])
    assert client.post("/api/v1/token", json={}, headers=session).status_code == 403


@pytest.mark.parametrize(
    "body",
    [
        {"room_name": "../../etc"},
        {"participant_attributes": {"lk.agent.state": "speaking"}},
        {"participant_attributes": {"note": "x" * 65_536}},
        {"participant_attributes": {"saydo.time_zone": "Mars/Olympus"}},
        {"participant_attributes": {str(number): "" for number in range(33)}},
        {"participant_name": "x" * 129},
        {"room_name": 7},
    ],
    ids=["path", "agent state", "64 KB", "time zone", "33 attributes", "long name", "number"],
)
def test_a_request_out_of_bounds_is_refused_by_a_problem(
    client: TestClient[Litestar], alice: Headers, body: dict[str, object]
) -> None:
    answer = client.post("/api/v1/token", json=body, headers=alice)
    assert answer.status_code == 422
    assert answer.json()["fields"]


def test_the_worker_exchanges_a_room_for_its_person(
    client: TestClient[Litestar],
    alice: Headers,
    bob: Headers,
    worker: Headers,
    settings: Settings,
) -> None:
    for person, account in ((alice, settings.secrets.owner_id), (bob, BOB)):
        room = client.post("/api/v1/token", json={}, headers=person).json()
        answer = client.post(f"/api/v1/rooms/{room['room_name']}/session", headers=worker)
        assert answer.status_code == 201
        grant = answer.json()
        assert grant["participant_identity"].startswith(account)
        assert grant["time_zone"] == "Europe/Berlin"
        me = client.get("/api/v1/me", headers=bearer(grant["token"]))
        assert me.json()["id"] == account


def test_the_agent_is_told_the_time_zone_of_the_device(
    client: TestClient[Litestar], alice: Headers, worker: Headers
) -> None:
    body = {"room_name": "trip", "participant_attributes": {"saydo.time_zone": "Asia/Tokyo"}}
    client.post("/api/v1/token", json=body, headers=alice)
    grant = client.post("/api/v1/rooms/trip/session", headers=worker).json()
    assert grant["time_zone"] == "Asia/Tokyo"


def test_only_the_worker_may_exchange_and_only_rooms_there_are(
    client: TestClient[Litestar], alice: Headers, worker: Headers
) -> None:
    client.post("/api/v1/token", json={"room_name": "kitchen"}, headers=alice)
    assert client.post("/api/v1/rooms/kitchen/session").status_code == 401
    assert client.post("/api/v1/rooms/kitchen/session", headers=alice).status_code == 403
    assert client.post("/api/v1/rooms/cellar/session", headers=worker).status_code == 404


def test_an_event_that_livekit_signed_makes_the_watchdog_look(
    client: TestClient[Litestar], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    monkeypatch.setattr(client.app.state.watchdog, "look_at", looked.append)
    body = b'{"event": "participant_left", "room": {"name": "kitchen"}}'
    digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
    token = api.AccessToken(settings.secrets.livekit_key, settings.secrets.livekit_secret)
    headers = {
        "Authorization": token.with_sha256(digest).to_jwt(),
        "Content-Type": "application/webhook+json",
    }
    for _ in range(2):
        answer = client.post("/api/v1/webhooks/livekit", content=body, headers=headers)
        assert answer.status_code == 204
    assert looked == ["kitchen", "kitchen"]


def test_an_event_that_nobody_signed_is_refused(client: TestClient[Litestar]) -> None:
    answer = client.post("/api/v1/webhooks/livekit", content=b'{"event": "participant_left"}')
    assert answer.status_code == 401


def test_no_token_and_no_key_is_logged(
    client: TestClient[Litestar],
    alice: Headers,
    settings: Settings,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    room = client.post("/api/v1/token", json={}, headers=alice).json()
    client.post("/api/v1/token", json={"room_name": "../x"}, headers=alice)
    assert room["participant_token"] not in caplog.text
    assert settings.secrets.livekit_secret not in caplog.text
