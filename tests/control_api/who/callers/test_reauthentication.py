"""What weighs most asks for the password again, or a new link: to have a credential is no proof."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from control_api.setup.settings import Settings
from control_api.who.passwords.slow_down import FREE_PER_NAME
from control_api.who.sessions.browser_sessions import COOKIE, start_session
from control_api.who.signed_tokens.tokens import MOMENT_S, make_owner_token, make_sign_in_code
from tests.control_api.conftest import BOB, Headers, bearer

Client = TestClient[Litestar]
Asked = Callable[..., Any]
TOKENS = "/api/v1/access-tokens"
ME = "/api/v1/me"
PASSWORD = "bobs own secret"


def make_admin_token(client: Client, headers: Headers, **proof: str) -> Any:
    body = {"name": "Script", "scopes": ["read", "admin"]} | proof
    return client.post(TOKENS, json=body, headers=headers)


def delete_me(client: Client, headers: Headers, **proof: str) -> Any:
    return client.request("DELETE", ME, json=proof or None, headers=headers)


@pytest.fixture(params=[make_admin_token, delete_me], ids=lambda each: each.__name__)
def ask(request: pytest.FixtureRequest) -> Asked:
    asked: Asked = request.param
    return asked


@pytest.fixture
def found_browser(app: Litestar, bob: Headers) -> Headers:
    """One that Bob left signed in."""
    token = app.state.control.write_now(
        lambda db: start_session(db, BOB, int(time.time()), instead_of=None)
    )
    return {"Cookie": f"{COOKIE}={token}"}


@pytest.fixture
def with_password(client: Client, bob: Headers) -> None:
    body = {"password": PASSWORD, "name": "bob"}
    client.put("/api/v1/me/password", json=body, headers=bob).raise_for_status()


@pytest.fixture
def found_token(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Headers:
    """Made at the machine a while ago."""
    now = time.time()
    with monkeypatch.context() as earlier:
        earlier.setattr(time, "time", lambda: now - MOMENT_S - 1)
        return bearer(make_owner_token(settings.secrets.signing_key, BOB))


def code_for(settings: Settings, account_id: str = BOB) -> str:
    return make_sign_in_code(settings.secrets.signing_key, account_id)


@pytest.mark.parametrize("found", ["found_browser", "found_token"])
def test_a_found_credential_alone_is_not_enough(
    client: Client, with_password: None, request: pytest.FixtureRequest, found: str, ask: Asked
) -> None:
    headers = request.getfixturevalue(found)
    answer = ask(client, headers)
    assert answer.status_code == 403
    assert answer.json()["type"] == "urn:saydo:problem:proof-needed"
    assert "`password`" in answer.json()["detail"]
    assert client.get(ME, headers=headers).status_code == 200
    assert ask(client, headers, password=PASSWORD).is_success


@pytest.mark.usefixtures("guessing_clock")
def test_a_wrong_password_is_told_and_cannot_be_guessed(
    client: Client, with_password: None, found_browser: Headers, ask: Asked
) -> None:
    answers = [ask(client, found_browser, password="guess") for _ in range(FREE_PER_NAME + 1)]
    assert [each.status_code for each in answers] == [422] * FREE_PER_NAME + [429]
    assert "password" in answers[0].json()["fields"]
    # Guesses here and at the door are counted together.
    at_the_door = {"name": "bob", "password": PASSWORD}
    assert client.post("/api/v1/sign-in", json=at_the_door).status_code == 429


@pytest.mark.parametrize("has_password", [True, False])
def test_a_new_link_will_do_once(
    client: Client,
    request: pytest.FixtureRequest,
    settings: Settings,
    *,
    has_password: bool,
) -> None:
    if has_password:
        request.getfixturevalue("with_password")
    found_browser = request.getfixturevalue("found_browser")
    if not has_password:
        answer = make_admin_token(client, found_browser, password="none")
        assert answer.status_code == 403
        assert "control_api sign-in" in answer.json()["detail"]
    code = code_for(settings)
    for wrong in (code_for(settings, settings.secrets.owner_id), code + "x", "x"):
        assert make_admin_token(client, found_browser, code=wrong).status_code == 422
    assert make_admin_token(client, found_browser, code=code).status_code == 201
    assert make_admin_token(client, found_browser, code=code).status_code == 422
    assert delete_me(client, found_browser, code=code).status_code == 422
    assert delete_me(client, found_browser, code=code_for(settings)).status_code == 204


def test_who_makes_a_token_at_the_machine_just_now_could_make_a_link(
    client: Client, bob: Headers, ask: Asked, with_password: None
) -> None:
    assert ask(client, bob, password="wrong").status_code == 422
    assert ask(client, bob).is_success


def test_a_token_that_says_it_was_made_later_is_not_from_just_now(
    client: Client, settings: Settings, bob: Headers, ask: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time()
    with monkeypatch.context() as later:
        later.setattr(time, "time", lambda: now + 3600)
        ahead = bearer(make_owner_token(settings.secrets.signing_key, BOB))
    assert ask(client, ahead).status_code == 403


def test_an_access_token_does_none_of_it_whatever_it_shows(
    client: Client, settings: Settings, bob: Headers, ask: Asked, with_password: None
) -> None:
    token = bearer(make_admin_token(client, bob).json()["token"])
    for proof in ({}, {"password": PASSWORD}, {"code": code_for(settings)}):
        answer = ask(client, token, **proof)
        assert answer.status_code == 403
        assert "access token" in answer.json()["detail"]
    weaker = {"name": "Watch", "scopes": ["read", "write"]}
    assert client.post(TOKENS, json=weaker, headers=token).status_code == 201


def test_an_access_token_sets_no_password(client: Client, settings: Settings, bob: Headers) -> None:
    token = bearer(make_admin_token(client, bob).json()["token"])
    first = {"password": PASSWORD, "name": "bob"}
    for proof in ({}, {"code": code_for(settings)}):
        answer = client.put("/api/v1/me/password", json=first | proof, headers=token)
        assert answer.status_code == 403
    assert client.get(ME, headers=bob).json()["sign_in_name"] is None


def test_a_found_browser_sets_no_first_password(
    client: Client, settings: Settings, found_browser: Headers
) -> None:
    first = {"password": PASSWORD, "name": "bob"}
    answer = client.put("/api/v1/me/password", json=first, headers=found_browser)
    assert answer.status_code == 403
    proved = first | {"code": code_for(settings)}
    assert client.put("/api/v1/me/password", json=proved, headers=found_browser).status_code == 204


def test_the_owner_shows_their_own_password_to_remove_somebody(
    client: Client, app: Litestar, settings: Settings, alice: Headers, with_password: None
) -> None:
    mine = {"password": "correct horse battery", "name": "alice"}
    client.put("/api/v1/me/password", json=mine, headers=alice).raise_for_status()
    session = app.state.control.write_now(
        lambda db: start_session(db, settings.secrets.owner_id, int(time.time()), instead_of=None)
    )
    cookie, where = {"Cookie": f"{COOKIE}={session}"}, f"/api/v1/accounts/{BOB}"
    assert client.request("DELETE", where, headers=cookie).status_code == 403
    bobs = {"password": PASSWORD}
    assert client.request("DELETE", where, json=bobs, headers=cookie).status_code == 422
    mine = {"password": mine["password"]}
    assert client.request("DELETE", where, json=mine, headers=cookie).status_code == 204
