"""Every route of the API against every kind of caller; a route without a row fails."""

import re
import time
from typing import Any

import jwt
import pytest
from litestar import Litestar
from livekit import api

from control_api.setup.settings import Settings
from control_api.who.sessions.browser_sessions import LIFE_S, start_session
from tests.control_api.conftest import BOB, Headers, bearer
from tests.control_api.who.callers.conftest import MakeToken
from tests.control_api.who.callers.every_route import (
    AGENT_ONLY,
    BODIES,
    GUARDED,
    IN_PERSON,
    MISSING,
    NOW,
    OWNER_AND_AGENT,
    OWNER_ONLY,
    PUBLIC,
    SAYDO_OWNER_ONLY,
    SIGNED_BY_LIVEKIT,
    STRENGTH,
    WORKER_ONLY,
    Client,
    Route,
    address,
    call,
    needed_scope,
    routes,
)


def test_every_route_has_a_row_here(client: Client) -> None:
    known = OWNER_ONLY | OWNER_AND_AGENT | WORKER_ONLY | AGENT_ONLY | SIGNED_BY_LIVEKIT | PUBLIC
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
        "unsigned": jwt.encode(good, "", "none"),
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
        (agent, OWNER_AND_AGENT | AGENT_ONLY),
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
        refused = route in WORKER_ONLY | AGENT_ONLY | IN_PERSON or not enough
        assert (status == 403) == refused, (scope, status)
        assert status != 401


@pytest.mark.parametrize("route", sorted(SAYDO_OWNER_ONLY), ids=str)
def test_what_is_for_the_owner_of_saydo_is_for_nobody_else(
    client: Client, bob: Headers, access_token: MakeToken, route: Route
) -> None:
    assert call(client, route, bob) == 403
    assert call(client, route, access_token("admin", BOB)) == 403


NOT_OF_ALICE = WORKER_ONLY | AGENT_ONLY | SAYDO_OWNER_ONLY
NAMING = [r for r in GUARDED if "{" in r[1] and r not in NOT_OF_ALICE]


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
