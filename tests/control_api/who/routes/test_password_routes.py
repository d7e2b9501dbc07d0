from collections.abc import Callable
from typing import Any

import pytest
from argon2 import PasswordHasher
from litestar import Litestar
from litestar.testing import TestClient

from control_api.setup.settings import Settings
from control_api.who.passwords import hashing
from control_api.who.passwords.slow_down import FREE_PER_NAME
from control_api.who.sessions.browser_sessions import COOKIE
from control_api.who.signed_tokens.tokens import make_sign_in_code
from tests.control_api.conftest import BOB, Headers
from tests.control_api.who.conftest import Clock

Client = TestClient[Litestar]
SIGN_IN = "/api/v1/sign-in"
ME = "/api/v1/me"
PASSWORD = "/api/v1/me/password"
SESSIONS = "/api/v1/sessions"
NAME = "alice@example.org"


def sign_in(client: Client, name: str, password: str, **headers: str) -> Any:
    body = {"name": name, "password": password}
    return client.post(SIGN_IN, json=body, headers=headers)


def stored_hash(app: Litestar) -> str:
    found: str = app.state.control.write_now(
        lambda db: db.execute("SELECT hash FROM passwords").fetchone()[0]
    )
    return found


def test_a_name_and_a_password_sign_in(client: Client, password: str) -> None:
    answer = sign_in(client, f" {NAME.upper()} ", password)
    assert answer.status_code == 204
    cookie = answer.headers["set-cookie"].lower()
    assert all(word in cookie for word in ("httponly", "samesite=strict", "path=/"))
    assert client.get(ME).json()["sign_in_name"] == "Alice@Example.org"


def test_a_wrong_password_and_a_wrong_name_are_told_the_same(client: Client, password: str) -> None:
    wrong = sign_in(client, NAME, "not the password")
    unknown = sign_in(client, "mallory", password)
    empty = sign_in(client, "", "")
    assert {answer.status_code for answer in (wrong, unknown, empty)} == {401}
    assert wrong.json() == unknown.json() == empty.json()
    assert {answer.headers.get("set-cookie") for answer in (wrong, unknown, empty)} == {None}


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"code": "x", "name": "a", "password": "b"},
        {"name": "a"},
        {"password": "b"},
        {"code": "x", "password": "b"},
    ],
    ids=str,
)
def test_one_signs_in_one_way_or_the_other(client: Client, body: dict[str, str]) -> None:
    assert client.post(SIGN_IN, json=body).status_code == 422


def test_a_thousand_guesses_get_nowhere_and_learn_nothing(
    client: Client, password: str, guessing_clock: Clock
) -> None:
    answers = [sign_in(client, NAME, f"guess {number}") for number in range(1000)]
    statuses = [answer.status_code for answer in answers]
    assert statuses == [401] * FREE_PER_NAME + [429] * (1000 - FREE_PER_NAME)
    for answer in answers[FREE_PER_NAME:]:
        assert int(answer.headers["retry-after"]) >= 1
    last = sign_in(client, NAME, password)
    assert last.status_code == 429
    assert last.json()["type"].endswith(":too-many-requests")
    guessing_clock.now += int(last.headers["retry-after"])
    assert sign_in(client, NAME, password).status_code == 204


@pytest.mark.usefixtures("guessing_clock")
def test_names_that_nobody_has_are_slowed_down_too(client: Client) -> None:
    statuses = [sign_in(client, "nobody", "x").status_code for _ in range(FREE_PER_NAME + 1)]
    assert statuses == [401] * FREE_PER_NAME + [429]


@pytest.mark.usefixtures("guessing_clock")
def test_another_address_in_a_header_is_not_believed(client: Client) -> None:
    statuses = [
        sign_in(
            client, f"name {number}", "x", **{"X-Forwarded-For": f"192.0.2.{number}"}
        ).status_code
        for number in range(30)
    ]
    assert statuses[-1] == 429


def test_guessing_leaves_the_links_and_browsers_of_the_person_alone(
    client: Client, settings: Settings, password: str
) -> None:
    sign_in(client, NAME, password)
    cookie = {"Cookie": f"{COOKIE}={client.cookies[COOKIE]}"}
    client.cookies.clear()
    for _ in range(30):
        sign_in(client, NAME, "guess")
    assert client.get(ME, headers=cookie).status_code == 200
    code = make_sign_in_code(settings.secrets.signing_key, settings.secrets.owner_id)
    assert client.post(SIGN_IN, json={"code": code}).status_code == 204


def test_a_session_chosen_by_somebody_else_is_never_taken_over(
    client: Client, password: str
) -> None:
    client.cookies.set(COOKIE, "chosen-by-an-attacker", domain="127.0.0.1")
    sign_in(client, NAME, password)
    first = client.cookies.get(COOKIE, domain="127.0.0.1")
    assert first
    assert first != "chosen-by-an-attacker"
    sign_in(client, NAME, password)
    client.cookies.clear()
    for token in ("chosen-by-an-attacker", first):
        assert client.get(ME, headers={"Cookie": f"{COOKIE}={token}"}).status_code == 401


@pytest.mark.parametrize(
    "site", [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}], ids=str
)
def test_other_web_sites_cannot_sign_in_or_change_the_password(
    client: Client, password: str, site: Headers
) -> None:
    assert sign_in(client, NAME, password, **site).status_code == 403
    sign_in(client, NAME, password)
    change = {"password": "chosen by an attacker", "old_password": password}
    assert client.put(PASSWORD, json=change, headers=site).status_code == 403
    assert client.delete(SESSIONS, headers=site).status_code == 403
    read = client.get(ME, headers=site)
    assert not [name for name in read.headers if name.startswith("access-control")]


def test_the_old_password_is_needed_for_a_new_one(
    client: Client, alice: Headers, password: str
) -> None:
    new = "a better password"
    for old in ({}, {"old_password": "wrong"}, {"old_password": ""}):
        answer = client.put(PASSWORD, json={"password": new} | old, headers=alice)
        assert answer.status_code == 422
        assert "old_password" in answer.json()["fields"]
    change = {"password": new, "old_password": password}
    assert client.put(PASSWORD, json=change, headers=alice).status_code == 204
    assert sign_in(client, NAME, password).status_code == 401
    assert sign_in(client, NAME, new).status_code == 204


@pytest.mark.usefixtures("guessing_clock")
def test_the_old_password_cannot_be_guessed_either(
    client: Client, alice: Headers, password: str
) -> None:
    change = {"password": "a better password", "old_password": "guess"}
    statuses = [
        client.put(PASSWORD, json=change, headers=alice).status_code
        for _ in range(FREE_PER_NAME + 1)
    ]
    assert statuses == [422] * FREE_PER_NAME + [429]


def test_who_forgot_the_password_sets_another_with_a_fresh_link(
    client: Client, settings: Settings, alice: Headers, password: str
) -> None:
    key, owner = settings.secrets.signing_key, settings.secrets.owner_id
    code = make_sign_in_code(key, owner)
    new = {"password": "a better password"}
    for wrong in (make_sign_in_code(key, BOB), alice["Authorization"].removeprefix("Bearer ")):
        answer = client.put(PASSWORD, json=new | {"code": wrong}, headers=alice)
        assert answer.status_code in {401, 422}
    assert client.put(PASSWORD, json=new | {"code": code}, headers=alice).status_code == 204
    assert client.put(PASSWORD, json=new | {"code": code}, headers=alice).status_code == 422
    assert sign_in(client, NAME, new["password"]).status_code == 204


@pytest.mark.parametrize(
    "wrong",
    [
        {"password": "short"},
        {"password": "x" * 1025},
        {"password": "Alice Liddell", "name": "alice liddell"},
        {"name": "a\nb"},
        {"name": " "},
        {"password": None},
    ],
    ids=str,
)
def test_a_password_that_is_none_is_refused(
    client: Client, alice: Headers, wrong: dict[str, Any]
) -> None:
    body = {"password": "correct horse", "name": "Alice"} | wrong
    assert client.put(PASSWORD, json=body, headers=alice).status_code == 422
    assert client.get(ME, headers=alice).json()["sign_in_name"] is None


def test_two_people_do_not_sign_in_with_the_same_name(
    client: Client, bob: Headers, password: str
) -> None:
    body = {"password": "bobs own secret", "name": NAME.upper()}
    answer = client.put(PASSWORD, json=body, headers=bob)
    assert answer.status_code == 422
    assert "name" in answer.json()["fields"]
    assert sign_in(client, NAME, password).status_code == 204


def test_a_person_without_a_sign_in_name_signs_in_with_their_own(
    client: Client, bob: Headers
) -> None:
    body = {"password": "bobs own secret"}
    assert client.put(PASSWORD, json=body, headers=bob).status_code == 422
    client.patch(ME, json={"name": "Bob"}, headers=bob)
    assert client.put(PASSWORD, json=body, headers=bob).status_code == 204
    assert sign_in(client, "bob", body["password"]).status_code == 204


def test_a_new_password_signs_the_other_browsers_out(
    client: Client, alice: Headers, password: str
) -> None:
    sign_in(client, NAME, password)
    other = {"Cookie": f"{COOKIE}={client.cookies[COOKIE]}"}
    client.cookies.clear()
    sign_in(client, NAME, password)
    change = {"password": "a better password", "old_password": password}
    assert client.put(PASSWORD, json=change).status_code == 204
    assert client.get(ME).status_code == 200
    client.cookies.clear()
    assert client.get(ME, headers=other).status_code == 401


def test_sessions_are_listed_and_ended(
    client: Client, alice: Headers, bob: Headers, password: str
) -> None:
    sign_in(client, NAME, password, **{"User-Agent": "Old\tBrowser" + "x" * 300})
    client.cookies.clear()
    sign_in(client, NAME, password, **{"User-Agent": "New Browser"})
    new, old = client.get(SESSIONS).json()["items"]
    assert (new["browser"], new["current"]) == ("New Browser", True)
    assert old["browser"].startswith("OldBrowserxxx")
    assert len(old["browser"]) == 200
    assert not old["current"]
    assert client.get(SESSIONS, headers=bob).json()["items"] == []
    where = f"{SESSIONS}/{old['id']}"
    assert client.delete(where, headers=bob).status_code == 404
    assert client.delete(where).status_code == 204
    assert [item["id"] for item in client.get(SESSIONS).json()["items"]] == [new["id"]]
    assert client.delete(SESSIONS, headers=alice).status_code == 204
    assert client.get(ME).status_code == 200
    assert client.delete(SESSIONS).status_code == 204
    assert client.get(ME).status_code == 200


def test_a_password_is_hashed_anew_when_that_has_become_dearer(
    client: Client, app: Litestar, password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = stored_hash(app)
    dearer = PasswordHasher(time_cost=2, memory_cost=2048, parallelism=1)
    monkeypatch.setattr(hashing, "HASHER", dearer)
    assert sign_in(client, NAME, "wrong").status_code == 401
    assert stored_hash(app) == before
    assert sign_in(client, NAME, password).status_code == 204
    assert "t=2" in stored_hash(app)
    assert sign_in(client, NAME, password).status_code == 204


def test_a_password_changed_meanwhile_does_not_sign_in(
    client: Client, app: Litestar, password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = hashing.HASHER.hash(b"changed meanwhile")
    checked: Callable[..., bool] = hashing._check

    def change_at_that_moment(given: str, stored: str | None) -> bool:
        app.state.control.write_now(lambda db: db.execute("UPDATE passwords SET hash = ?", [other]))
        return checked(given, stored)

    monkeypatch.setattr(hashing, "_check", change_at_that_moment)
    assert sign_in(client, NAME, password).status_code == 401


def test_only_the_hash_of_a_password_is_kept(
    client: Client, settings: Settings, password: str
) -> None:
    sign_in(client, NAME, password)
    files = list(settings.data.rglob("*.db*"))
    assert files
    assert all(password.encode() not in path.read_bytes() for path in files)
