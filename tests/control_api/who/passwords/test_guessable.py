from collections.abc import Callable
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from control_api.setup.settings import Settings
from control_api.who.passwords import hashing
from control_api.who.passwords.store import StoredPassword, save_password
from tests.control_api.conftest import Headers

Client = TestClient[Litestar]
COMMON = [
    "12345678",
    "password",
    "Password1!",
    "P@ssw0rd123",
    "qwertyuiop",
    "iloveyou1",
    "aaaaaaaaaaaa",
    "abcd1234",
    "letmein123",
    "1q2w3e4r5t",
    "alice@example.org1",
    "x" * 1024,
]
GOOD = [
    "correct horse battery",
    "paper lantern tuesday",
    "kX9#vq2Lw!",
    "два слова и ещё одно",
    "correct horse battery " * 40,
]


def set_by_change(client: Client, alice: Headers, password: str) -> Any:
    body = {"password": password, "name": "alice@example.org"}
    return client.put("/api/v1/me/password", json=body, headers=alice)


def set_by_invitation(client: Client, alice: Headers, password: str) -> Any:
    code = client.post("/api/v1/invitations", headers=alice).json()["code"]
    body = {"invitation": code, "password": password, "name": "alice@example.org"}
    return client.post("/api/v1/accounts", json=body)


@pytest.mark.parametrize("set_password", [set_by_change, set_by_invitation])
@pytest.mark.parametrize("common", COMMON, ids=lambda each: each[:20])
def test_a_password_that_everybody_tries_is_refused_in_a_sentence(
    client: Client, alice: Headers, set_password: Callable[..., Any], common: str
) -> None:
    answer = set_password(client, alice, common)
    assert answer.status_code == 422
    assert "Choose another" in answer.json()["fields"]["password"]


@pytest.mark.parametrize("set_password", [set_by_change, set_by_invitation])
@pytest.mark.parametrize("good", GOOD, ids=lambda each: each[:20])
def test_of_any_other_no_signs_are_asked(
    client: Client, alice: Headers, set_password: Callable[..., Any], good: str
) -> None:
    assert set_password(client, alice, good).is_success


def test_who_has_had_a_common_one_for_long_still_gets_in(
    client: Client, app: Litestar, settings: Settings
) -> None:
    owner, kept = settings.secrets.owner_id, hashing.HASHER.hash(b"password")
    app.state.control.write_now(
        lambda db: save_password(db, StoredPassword(owner, "Alice", "alice", kept))
    )
    body = {"name": "alice", "password": "password"}
    assert client.post("/api/v1/sign-in", json=body).status_code == 204
