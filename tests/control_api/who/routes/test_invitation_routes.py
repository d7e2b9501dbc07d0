import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import jwt
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from control_api.app.application import create_app
from control_api.setup.settings import Settings
from control_api.who.accounts.removal_store import add_removal, list_removals
from tests.control_api.conftest import BOB, Headers, Server
from tests.patience import PATIENCE_S

Client = TestClient[Litestar]
StartServer = Callable[..., Server]
ACCOUNTS = "/api/v1/accounts"
INVITATIONS = "/api/v1/invitations"
ME = "/api/v1/me"
TASKS = "/api/v1/tasks"
CHARLIE = {"name": "charlie@example.org", "password": "charlie's secret"}


@pytest.fixture(autouse=True)
def light(light_hashes: None) -> None:
    """Nothing here is about the cost of hashing."""


def invite(client: Client, alice: Headers, **body: Any) -> dict[str, str]:
    answer = client.post(INVITATIONS, json=body or None, headers=alice)
    assert answer.status_code == 201, answer.text
    made: dict[str, str] = answer.json()
    return made


def accept(client: Client, code: str, **changes: Any) -> httpx.Response:
    answer: httpx.Response = client.post(ACCOUNTS, json={"invitation": code} | CHARLIE | changes)
    return answer


def folder(settings: Settings, account_id: str) -> list[str]:
    return sorted(path.name for path in (settings.data / "workspaces").glob(f"{account_id}*"))


def test_who_is_invited_gets_an_account_of_their_own(client: Client, alice: Headers) -> None:
    client.post(TASKS, json={"title": "Alice's"}, headers=alice)
    made = accept(client, invite(client, alice)["code"])
    assert made.status_code == 201
    assert client.get(ME).json() == made.json()
    assert (made.json()["name"], made.json()["sign_in_name"]) == (CHARLIE["name"],) * 2
    assert client.get(TASKS).json()["items"] == []
    client.cookies.clear()
    assert client.post("/api/v1/sign-in", json=CHARLIE).status_code == 204
    assert client.get(ME).json() == made.json()


def test_an_invitation_is_good_for_one(client: Client, alice: Headers) -> None:
    code = invite(client, alice)["code"]
    assert accept(client, code).status_code == 201
    again = accept(client, code, name="mallory")
    assert again.status_code == 401
    assert "set-cookie" not in again.headers


def test_a_refused_name_or_password_leaves_the_invitation_good(
    client: Client, alice: Headers
) -> None:
    first, second = (invite(client, alice)["code"] for _ in range(2))
    accept(client, first)
    for wrong in (
        {"name": CHARLIE["name"].upper()},
        {"name": "a\nb"},
        {"password": "short"},
        {"password": "dora dora", "name": "Dora Dora"},
    ):
        assert accept(client, second, **wrong).status_code == 422
    assert len(client.get(ACCOUNTS, headers=alice).json()["items"]) == 2
    assert accept(client, second, name="dora").status_code == 201


def test_an_invitation_ends_or_is_withdrawn(
    client: Client, settings: Settings, alice: Headers
) -> None:
    invitation = invite(client, alice, life_h=1)
    where = f"{INVITATIONS}/{invitation['id']}"
    assert client.delete(where, headers=alice).status_code == 204
    assert client.delete(where, headers=alice).status_code == 404
    assert accept(client, invitation["code"]).status_code == 401
    claims = {"iss": "saydo", "aud": "saydo-invitation", "sub": "x", "jti": "1", "exp": 1}
    expired = jwt.encode(claims, settings.secrets.signing_key, "HS256")
    answer = accept(client, expired)
    assert answer.status_code == 401
    assert "expired" in answer.json()["detail"]
    for wrong in ({"life_h": 0}, {"life_h": 721}, {"life_h": None}):
        assert client.post(INVITATIONS, json=wrong, headers=alice).status_code == 422


def test_another_web_site_cannot_make_a_browser_accept(client: Client, alice: Headers) -> None:
    body = {"invitation": invite(client, alice)["code"]} | CHARLIE
    site = {"Origin": "https://evil.example"}
    assert client.post(ACCOUNTS, json=body, headers=site).status_code == 403


def test_the_owner_sees_and_removes_accounts(
    client: Client, settings: Settings, alice: Headers
) -> None:
    charlie = accept(client, invite(client, alice)["code"]).json()["id"]
    client.post(TASKS, json={"title": "Charlie's"})
    owner, other = client.get(ACCOUNTS, headers=alice).json()["items"]
    assert (owner["is_owner"], other["is_owner"]) == (True, False)
    assert (other["id"], other["sign_in_name"]) == (charlie, CHARLIE["name"])
    assert folder(settings, charlie)[0] == f"{charlie}.db"
    assert client.delete(f"{ACCOUNTS}/{charlie}", headers=alice).status_code == 204
    assert folder(settings, charlie) == []
    assert client.get(ME).status_code == 401
    assert client.post("/api/v1/sign-in", json=CHARLIE).status_code == 401
    assert client.delete(f"{ACCOUNTS}/{charlie}", headers=alice).status_code == 404
    assert len(client.get(ACCOUNTS, headers=alice).json()["items"]) == 1


def test_one_may_remove_oneself(
    client: Client, settings: Settings, alice: Headers, bob: Headers
) -> None:
    client.post(TASKS, json={"title": "Bob's"}, headers=bob)
    assert folder(settings, BOB)
    assert client.delete(ME, headers=bob).status_code == 204
    assert client.get(ME, headers=bob).status_code == 401
    assert folder(settings, BOB) == []
    assert client.get(TASKS, headers=alice).status_code == 200


def test_the_owner_goes_with_the_folder_only(
    client: Client, settings: Settings, alice: Headers
) -> None:
    owner = settings.secrets.owner_id
    for where in (ME, f"{ACCOUNTS}/{owner}"):
        assert client.delete(where, headers=alice).status_code == 422
    assert client.get(TASKS, headers=alice).status_code == 200
    assert folder(settings, owner)


def test_a_removal_that_was_cut_short_is_finished_at_the_next_start(
    app: Litestar, settings: Settings
) -> None:
    app.state.control.write_now(lambda db: add_removal(db, BOB))
    app.state.workspaces.close()
    app.state.control.close()
    for ending in (".db", ".db-wal", ".db-shm"):
        (settings.data / "workspaces" / f"{BOB}{ending}").write_bytes(b"Bob's")
    assert len(folder(settings, BOB)) == 3
    with TestClient(create_app(settings)) as client:
        assert folder(settings, BOB) == []
        assert client.app.state.control.write_now(list_removals) == []


def test_what_watches_a_removed_account_ends(start_server: StartServer) -> None:
    server = start_server()
    with httpx.Client(base_url=server.api, trust_env=False, timeout=PATIENCE_S) as client:
        code = client.post("/invitations", headers=server.headers()).json()["code"]
        me = client.post("/accounts", json={"invitation": code} | CHARLIE).json()
        cookie = {"Cookie": f"saydo_session={client.cookies['saydo_session']}"}
        client.cookies.clear()
        with client.stream("GET", "/events", headers=cookie) as stream:
            lines = stream.iter_lines()
            assert next(lines).startswith(":")
            answer = httpx.delete(
                f"{server.api}/accounts/{me['id']}",
                headers=server.headers(),
                trust_env=False,
                timeout=PATIENCE_S,
            )
            assert answer.status_code == 204
            assert list(lines) is not None
    found = sorted(path.stem for path in Path(server.data / "workspaces").glob("*.db"))
    assert me["id"] not in found
    with sqlite3.connect(server.data / "control.db") as control:
        assert control.execute("SELECT count(*) FROM accounts").fetchone() == (1,)
    control.close()
