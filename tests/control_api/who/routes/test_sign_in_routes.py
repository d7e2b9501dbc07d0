import time

import jwt
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from control_api.database.open import DatabaseFile
from control_api.setup.settings import Settings
from control_api.who.sessions.browser_sessions import COOKIE, LIFE_S, hash_token
from control_api.who.sessions.store import extend_session, find_session
from control_api.who.signed_tokens.tokens import make_owner_token, make_sign_in_code
from tests.control_api.conftest import Headers

Client = TestClient[Litestar]
ME = "/api/v1/me"
SIGN_IN = "/api/v1/sign-in"
SIGN_OUT = "/api/v1/sign-out"


@pytest.fixture
def code(settings: Settings) -> str:
    return make_sign_in_code(settings.secrets.signing_key, settings.secrets.owner_id)


@pytest.fixture
def control(app: Litestar) -> DatabaseFile:
    found: DatabaseFile = app.state.control
    return found


def test_a_link_signs_a_browser_in(client: Client, settings: Settings, code: str) -> None:
    assert client.get(ME).status_code == 401
    answer = client.post(SIGN_IN, json={"code": code})
    assert answer.status_code == 204
    cookie = answer.headers["set-cookie"].lower()
    assert all(word in cookie for word in ("httponly", "samesite=strict", "path=/"))
    assert client.get(ME).json() == {
        "id": settings.secrets.owner_id,
        "name": "",
        "time_zone": "Europe/Berlin",
        "language": "en",
        "has_chosen_language": False,
        "sign_in_name": None,
        "is_owner": True,
    }


def test_a_link_works_once(client: Client, code: str) -> None:
    assert client.post(SIGN_IN, json={"code": code}).status_code == 204
    client.cookies.clear()
    again = client.post(SIGN_IN, json={"code": code})
    assert again.status_code == 401
    assert "used before" in again.json()["detail"]
    assert "set-cookie" not in again.headers


def test_an_old_link_says_that_it_has_expired(client: Client, settings: Settings) -> None:
    claims = {"iss": "saydo", "aud": "saydo-sign-in", "sub": "x", "jti": "1", "exp": 1}
    code = jwt.encode(claims, settings.secrets.signing_key, "HS256")
    answer = client.post(SIGN_IN, json={"code": code})
    assert answer.status_code == 401
    assert "expired" in answer.json()["detail"]


def test_a_bearer_token_signs_a_browser_in_too(
    client: Client, alice: Headers, agent: Headers
) -> None:
    token = alice["Authorization"].removeprefix("Bearer ")
    assert client.post(SIGN_IN, json={"code": f" {token}\n"}).status_code == 204
    token = agent["Authorization"].removeprefix("Bearer ")
    assert client.post(SIGN_IN, json={"code": token}).status_code == 403


def test_an_account_that_is_gone_signs_nobody_in(client: Client, settings: Settings) -> None:
    stranger = make_owner_token(settings.secrets.signing_key, "0" * 36)
    assert client.post(SIGN_IN, json={"code": stranger}).status_code == 401
    assert client.get(ME, headers={"Authorization": f"Bearer {stranger}"}).status_code == 401


def test_signing_in_again_ends_the_session_there_was(
    client: Client, alice: Headers, code: str
) -> None:
    client.cookies.set(COOKIE, "chosen-by-an-attacker", domain="127.0.0.1")
    client.post(SIGN_IN, json={"code": code})
    first = client.cookies.get(COOKIE, domain="127.0.0.1")
    assert first
    assert first != "chosen-by-an-attacker"
    client.post(SIGN_IN, json={"code": alice["Authorization"].removeprefix("Bearer ")})
    client.cookies.clear()
    assert client.get(ME, headers={"Cookie": f"{COOKIE}={first}"}).status_code == 401


def test_signing_out_ends_the_session(client: Client, code: str) -> None:
    client.post(SIGN_IN, json={"code": code})
    token = client.cookies[COOKIE]
    assert client.post(SIGN_OUT).status_code == 204
    assert COOKIE not in client.cookies
    assert client.get(ME, headers={"Cookie": f"{COOKIE}={token}"}).status_code == 401
    assert client.post(SIGN_OUT).status_code == 204


def test_a_session_lives_on_while_it_is_used_and_ends_when_it_is_not(
    client: Client, control: DatabaseFile, code: str
) -> None:
    client.post(SIGN_IN, json={"code": code})
    token_hash = hash_token(client.cookies[COOKIE])
    soon = int(time.time()) + 60
    control.write_now(lambda db: extend_session(db, token_hash, soon - 60, soon))
    assert client.get(ME).status_code == 200
    found = control.write_now(lambda db: find_session(db, token_hash))
    assert found
    assert found[1] > soon + LIFE_S // 2
    # The row says that it must end after it began, so it ends in the second it began.
    past = int(time.time()) - 1
    control.write_now(
        lambda db: db.execute(
            "UPDATE browser_sessions SET created_at = ?, expires_at = ?", [past - 1, past]
        )
    )
    assert client.get(ME).status_code == 401


def test_only_the_hash_of_a_session_is_kept(client: Client, settings: Settings, code: str) -> None:
    client.post(SIGN_IN, json={"code": code})
    token = client.cookies[COOKIE].encode()
    assert all(token not in path.read_bytes() for path in settings.data.glob("control.db*"))


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "http://127.0.0.1:7301"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site", "Origin": "http://127.0.0.1:7300"}, 403),
        ({"Sec-Fetch-Site": "none"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 201),
        ({"Origin": "http://127.0.0.1:7300"}, 201),
        ({}, 201),
    ],
)
def test_other_web_sites_cannot_use_a_browsers_session(
    client: Client, code: str, headers: Headers, status: int
) -> None:
    client.post(SIGN_IN, json={"code": code})
    answer = client.post("/api/v1/tasks", json={"title": "Milk"}, headers=headers)
    assert answer.status_code == status


def test_other_web_sites_cannot_sign_a_browser_in_or_out(client: Client, code: str) -> None:
    site = {"Origin": "https://evil.example"}
    assert client.post(SIGN_IN, json={"code": code}, headers=site).status_code == 403
    assert client.post(SIGN_OUT, headers=site).status_code == 403
    assert client.post(SIGN_IN, json={"code": code}).status_code == 204


def test_a_language_is_chosen_also_where_it_is_the_one_of_the_settings(
    client: Client, alice: Headers
) -> None:
    assert client.get(ME, headers=alice).json()["has_chosen_language"] is False
    chosen = client.patch(ME, json={"language": "en"}, headers=alice).json()
    assert (chosen["language"], chosen["has_chosen_language"]) == ("en", True)
    assert client.get(ME, headers=alice).json() == chosen


def test_name_and_time_zone_can_be_changed(client: Client, alice: Headers) -> None:
    changed = client.patch(ME, json={"name": " Alice ", "time_zone": "Asia/Tokyo"}, headers=alice)
    assert changed.json()["name"] == "Alice"
    assert changed.json() == client.get(ME, headers=alice).json()
    assert client.patch(ME, json={}, headers=alice).json()["time_zone"] == "Asia/Tokyo"
    for wrong in (
        {"time_zone": "Mars/Base"},
        {"language": "tlh"},
        {"language": None},
        {"name": "a\nb"},
        {"id": "me"},
        {"name": None},
    ):
        assert client.patch(ME, json=wrong, headers=alice).status_code == 422
