import uuid
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from control_api.setup.settings import Settings
from control_api.who.sharing import rules
from shared.workspaces import WORKSPACE_HEADER
from tests.control_api.conftest import BOB, Headers, Server, bearer
from tests.patience import PATIENCE_S

Client = TestClient[Litestar]
StartServer = Callable[..., Server]
WORKSPACES = "/api/v1/workspaces"
TASKS = "/api/v1/tasks"
COMMANDS = "/api/v1/commands"
CHARLIE = {"name": "charlie@example.org", "password": "charlie's secret"}


@pytest.fixture(autouse=True)
def light(light_hashes: None) -> None:
    """Nothing here is about the cost of hashing."""


@pytest.fixture
def home(client: Client, alice: Headers) -> str:
    """A workspace of Alice's."""
    return make(client, alice, "Home")


@pytest.fixture
def charlie(client: Client, alice: Headers) -> Headers:
    invitation = client.post("/api/v1/invitations", headers=alice).json()["code"]
    client.post("/api/v1/accounts", json={"invitation": invitation} | CHARLIE).raise_for_status()
    wanted = {"name": "x", "scopes": ["admin"], "password": CHARLIE["password"]}
    token = client.post("/api/v1/access-tokens", json=wanted).json()["token"]
    client.cookies.clear()
    return bearer(token)


def make(client: Client, headers: Headers, name: str) -> str:
    answer = client.post(WORKSPACES, json={"name": name}, headers=headers)
    assert answer.status_code == 201, answer.text
    made: str = answer.json()["id"]
    return made


def member(client: Client, headers: Headers, workspace: str, who: str, role: str) -> Any:
    where = f"{WORKSPACES}/{workspace}/members/{who}"
    return client.put(where, json={"role": role}, headers=headers)


def members(client: Client, headers: Headers, workspace: str) -> dict[str, str]:
    items = client.get(f"{WORKSPACES}/{workspace}/members", headers=headers).json()["items"]
    return {item["account_id"]: item["role"] for item in items}


def titles(client: Client, headers: Headers) -> list[str]:
    return [task["title"] for task in client.get(TASKS, headers=headers).json()["items"]]


def files(settings: Settings, workspace: str) -> list[str]:
    return [path.name for path in (settings.data / "workspaces").glob(f"{workspace}*")]


def test_what_is_shared_is_the_same_for_all_and_apart_from_ones_own(
    client: Client, alice: Headers, bob: Headers, home: str
) -> None:
    there = {"Saydo-Workspace": home}
    assert member(client, alice, home, BOB, "editor").status_code == 200
    client.post(TASKS, json={"title": "Alice's own"}, headers=alice)
    client.post(TASKS, json={"title": "Paint the fence"}, headers=alice | there)
    client.post(COMMANDS, json={"text": "add milk"}, headers=bob | there)
    assert titles(client, alice | there) == ["Milk", "Paint the fence"]
    assert titles(client, bob | there) == ["Milk", "Paint the fence"]
    assert titles(client, alice) == ["Alice's own"]
    assert titles(client, bob) == []


def test_the_log_tells_who_it_was(client: Client, bob: Headers, alice: Headers, home: str) -> None:
    member(client, alice, home, BOB, "editor")
    there = {"Saydo-Workspace": home}
    task = client.post(TASKS, json={"title": "Milk"}, headers=bob | there).json()
    assert task["created_by"] == f"account {BOB}, owner"
    own = client.post(TASKS, json={"title": "Milk"}, headers=bob).json()
    assert own["created_by"] == "owner"


def test_each_persons_it_is_their_own(
    client: Client, alice: Headers, bob: Headers, home: str
) -> None:
    member(client, alice, home, BOB, "editor")
    there = {"Saydo-Workspace": home}
    client.post(COMMANDS, json={"text": "add fence"}, headers=alice | there)
    client.post(COMMANDS, json={"text": "add milk"}, headers=bob | there)
    done = client.post(COMMANDS, json={"text": "mark it as done"}, headers=alice | there).json()
    assert [task["title"] for task in done["tasks"]] == ["Fence"]


def test_ones_own_workspace_can_be_named_but_not_shared(
    client: Client, settings: Settings, alice: Headers
) -> None:
    own = client.get(WORKSPACES, headers=alice).json()["items"][0]
    assert (own["id"], own["is_personal"]) == (settings.secrets.owner_id, True)
    client.post(TASKS, json={"title": "Milk"}, headers=alice)
    assert titles(client, alice | {"Saydo-Workspace": own["id"]}) == ["Milk"]
    for answer in (
        client.delete(f"{WORKSPACES}/{own['id']}", headers=alice),
        client.patch(f"{WORKSPACES}/{own['id']}", json={"name": "x"}, headers=alice),
        member(client, alice, own["id"], BOB, "viewer"),
    ):
        assert answer.status_code == 422


def test_a_person_sees_the_workspaces_they_are_in(
    client: Client, alice: Headers, bob: Headers, home: str
) -> None:
    make(client, alice, "Secret")
    member(client, alice, home, BOB, "viewer")
    own, shared = client.get(WORKSPACES, headers=bob).json()["items"]
    assert own["id"] == BOB
    assert (shared["id"], shared["name"], shared["role"]) == (home, "Home", "viewer")


def test_people_are_let_in_by_the_name_they_sign_in_with(
    client: Client, alice: Headers, charlie: Headers, home: str
) -> None:
    let_in = member(client, alice, home, CHARLIE["name"].upper(), "editor").json()
    assert (let_in["name"], let_in["role"]) == (CHARLIE["name"], "editor")
    assert members(client, charlie, home)[let_in["account_id"]] == "editor"
    assert member(client, alice, home, "mallory", "editor").status_code == 404
    assert member(client, alice, home, let_in["account_id"], "king").status_code == 422


def test_only_owners_say_who_is_in_it(
    client: Client, alice: Headers, bob: Headers, charlie: Headers, home: str
) -> None:
    where = f"{WORKSPACES}/{home}"
    for role in ("viewer", "editor"):
        member(client, alice, home, BOB, role)
        answers = [
            member(client, bob, home, CHARLIE["name"], "viewer"),
            member(client, bob, home, "mallory", "viewer"),
            member(client, bob, home, BOB, "owner"),
            client.delete(f"{where}/members/{CHARLIE['name']}", headers=bob),
            client.delete(f"{where}/members/mallory", headers=bob),
            client.patch(where, json={"name": "Mine"}, headers=bob),
            client.delete(where, headers=bob),
        ]
        assert {answer.status_code for answer in answers} == {403}
    assert client.patch(where, json={"name": " Ours "}, headers=alice).json()["name"] == "Ours"


def test_one_may_leave_but_the_last_owner_may_not(
    client: Client, settings: Settings, alice: Headers, bob: Headers, home: str
) -> None:
    owner, where = settings.secrets.owner_id, f"{WORKSPACES}/{home}/members"
    member(client, alice, home, BOB, "viewer")
    assert client.delete(f"{where}/{owner}", headers=alice).status_code == 422
    assert member(client, alice, home, owner, "editor").status_code == 422
    assert client.delete(f"{where}/{BOB}", headers=bob).status_code == 204
    assert client.get(where, headers=bob).status_code == 404
    assert client.delete(f"{where}/{BOB}", headers=alice).status_code == 404
    member(client, alice, home, BOB, "owner")
    assert client.delete(f"{where}/{owner}", headers=alice).status_code == 204
    assert members(client, bob, home) == {BOB: "owner"}


def test_a_removed_workspace_is_gone_with_its_files(
    client: Client, settings: Settings, alice: Headers, bob: Headers, home: str
) -> None:
    member(client, alice, home, BOB, "viewer")
    there = {"Saydo-Workspace": home}
    client.post(TASKS, json={"title": "Milk"}, headers=alice | there)
    assert f"{home}.db" in files(settings, home)
    assert client.delete(f"{WORKSPACES}/{home}", headers=alice).status_code == 204
    assert files(settings, home) == []
    for headers in (alice, bob):
        assert client.get(TASKS, headers=headers | there).status_code == 404
        assert len(client.get(WORKSPACES, headers=headers).json()["items"]) == 1
    assert files(settings, home) == []


def test_a_removed_account_leaves_what_it_shared_to_the_others(
    client: Client, settings: Settings, alice: Headers, bob: Headers, charlie: Headers
) -> None:
    shared, lonely = make(client, bob, "Shared"), make(client, bob, "Lonely")
    owner = settings.secrets.owner_id
    member(client, bob, shared, owner, "viewer")
    member(client, bob, shared, CHARLIE["name"], "editor")
    for workspace in (shared, lonely):
        client.post(TASKS, json={"title": "Milk"}, headers=bob | {"Saydo-Workspace": workspace})
    assert files(settings, lonely)
    assert client.delete(f"/api/v1/accounts/{BOB}", headers=alice).status_code == 204
    left = members(client, alice, shared)
    assert sorted(left.values()) == ["owner", "viewer"]
    assert left[owner] == "viewer"
    assert titles(client, charlie | {"Saydo-Workspace": shared}) == ["Milk"]
    assert files(settings, lonely) == files(settings, BOB) == []


def test_there_is_an_end_to_workspaces_and_members(
    client: Client, alice: Headers, home: str, monkeypatch: pytest.MonkeyPatch, bob: Headers
) -> None:
    monkeypatch.setattr(rules, "MOST", 1)
    assert client.post(WORKSPACES, json={"name": "Two"}, headers=alice).status_code == 422
    assert member(client, alice, home, BOB, "viewer").status_code == 422
    for name in (" ", "a\nb", "x" * 201):
        assert client.post(WORKSPACES, json={"name": name}, headers=bob).status_code == 422


def test_what_can_not_set_headers_names_the_workspace_in_the_address(
    start_server: StartServer,
) -> None:
    server = start_server()
    alice = server.headers()
    with httpx.Client(base_url=server.api, trust_env=False, timeout=PATIENCE_S) as client:
        home = client.post("/workspaces", json={"name": "Home"}, headers=alice).json()["id"]
        with (
            client.stream("GET", f"/events?workspace={home}", headers=alice) as stream,
            httpx.Client(base_url=server.api, trust_env=False, timeout=PATIENCE_S) as other,
        ):
            lines = stream.iter_lines()
            assert next(lines).startswith(":")
            other.post("/tasks", json={"title": "My own"}, headers=alice)
            other.post("/tasks", json={"title": "Ours"}, headers=alice | {WORKSPACE_HEADER: home})
            assert "Ours" in next(line for line in lines if line.startswith("data: {"))
        elsewhere = client.get(f"/events?workspace={uuid.uuid4()}", headers=alice)
        assert elsewhere.status_code == 404


def test_a_conversation_watches_no_other_workspace(
    client: Client, alice: Headers, agent: Headers
) -> None:
    home = client.post(WORKSPACES, json={"name": "Home"}, headers=alice).json()["id"]
    answer = client.get(f"/api/v1/events?workspace={home}", headers=agent)
    assert answer.status_code == 403


def test_who_is_taken_out_stops_watching(start_server: StartServer) -> None:
    server = start_server()
    alice = server.headers()
    with httpx.Client(base_url=server.api, trust_env=False, timeout=PATIENCE_S) as client:
        code = client.post("/invitations", headers=alice).json()["code"]
        charlie = client.post("/accounts", json={"invitation": code} | CHARLIE).json()["id"]
        cookie = {"Cookie": f"saydo_session={client.cookies['saydo_session']}"}
        client.cookies.clear()
        home = client.post("/workspaces", json={"name": "Home"}, headers=alice).json()["id"]
        where, there = f"/workspaces/{home}/members/{charlie}", {"Saydo-Workspace": home}
        client.put(where, json={"role": "viewer"}, headers=alice).raise_for_status()
        with (
            client.stream("GET", "/events", headers=cookie | there) as stream,
            httpx.Client(base_url=server.api, trust_env=False, timeout=PATIENCE_S) as other,
        ):
            lines = stream.iter_lines()
            assert next(lines).startswith(":")
            other.post("/tasks", json={"title": "Seen"}, headers=alice | there)
            seen = next(line for line in lines if line.startswith("data: {"))
            other.delete(where, headers=alice).raise_for_status()
            other.post("/tasks", json={"title": "Not seen"}, headers=alice | there)
            assert "Seen" in seen
            assert "Not seen" not in "".join(lines)
        assert client.get("/events", headers=cookie | there).status_code == 404
        with client.stream("GET", "/events", headers=alice | there) as stream:
            lines = stream.iter_lines()
            assert next(lines).startswith(":")
            gone = httpx.delete(
                f"{server.api}/workspaces/{home}",
                headers=alice,
                trust_env=False,
                timeout=PATIENCE_S,
            )
            assert gone.status_code == 204
            assert not [line for line in lines if line.startswith("data: {")]
    assert not list((server.data / "workspaces").glob(f"{home}*"))
