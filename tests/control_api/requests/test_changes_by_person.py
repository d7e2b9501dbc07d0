"""Who changed what, in a workspace that several people share."""

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from tests.control_api.conftest import BOB, Headers

Client = TestClient[Litestar]
ME = "/api/v1/me"


@pytest.fixture(autouse=True)
def light(light_hashes: None) -> None:
    """Nothing here is about the cost of hashing."""


@pytest.fixture
def home(client: Client, alice: Headers, bob: Headers) -> str:
    """A workspace of Alice Miller's that Bob is in, with names for both."""
    client.patch(ME, json={"name": "Alice Miller"}, headers=alice).raise_for_status()
    client.patch(ME, json={"name": "Bob"}, headers=bob).raise_for_status()
    made = client.post("/api/v1/workspaces", json={"name": "Home"}, headers=alice)
    made.raise_for_status()
    home: str = made.json()["id"]
    where = f"/api/v1/workspaces/{home}/members/{BOB}"
    client.put(where, json={"role": "editor"}, headers=alice).raise_for_status()
    return home


def say(client: Client, who: Headers, home: str | None, text: str, language: str = "en") -> str:
    where = {} if home is None else {"Saydo-Workspace": home}
    said = {"text": text, "language": language}
    answer = client.post("/api/v1/commands", json=said, headers=who | where)
    answer.raise_for_status()
    reply: str = answer.json()["reply"]
    return reply


@pytest.mark.parametrize(
    ("language", "text", "reply"),
    [
        ("en", "what did Bob change", "Bob added Milk."),
        ("en", "what has Bob done today", "Today Bob added Milk."),
        ("en", "what did Bob do yesterday", "Bob changed nothing yesterday."),
        ("en", "what did I do today", "Today you added Curtains."),
        ("en", "what did Alice add", "You added Curtains."),
        ("en", "who added the milk", "Bob added Milk."),
        ("en", "who changed the curtains", "You added Curtains."),
        ("en", "who deleted the spaceship", "I find nothing of late that was done to spaceship."),
        ("en", "what did Zoe change", "There is no Zoe who shares this workspace."),
        ("de", "Was hat Bob heute gemacht?", "Heute hat Bob Milk hinzugefügt."),
        ("de", "Wer hat Milk hinzugefügt?", "Bob hat Milk hinzugefügt."),
        ("fr", "qu'est-ce que Bob a fait aujourd'hui ?", "Aujourd'hui, Bob a ajouté Milk."),
        ("es", "¿qué ha hecho Bob hoy?", "Hoy Bob ha hecho esto: añadir Milk."),
    ],
)
def test_the_log_knows_by_name_who_did_what(
    client: Client, alice: Headers, bob: Headers, home: str, language: str, text: str, reply: str
) -> None:
    say(client, bob, home, "add milk")
    say(client, alice, home, "add curtains")
    assert say(client, alice, home, text, language) == reply


def test_what_the_asker_did_is_told_to_them_and_by_name_to_others(
    client: Client, alice: Headers, bob: Headers, home: str
) -> None:
    say(client, alice, home, "add curtains")
    assert say(client, bob, home, "what did Alice Miller change") == (
        "Alice Miller added Curtains."
    )
    assert say(client, bob, home, "who changed the curtains") == "Alice Miller added Curtains."


def test_ones_own_workspace_has_nobody_else_in_it(client: Client, alice: Headers) -> None:
    assert say(client, alice, None, "what did Bob change").startswith("I don't know by name")
    say(client, alice, None, "add milk")
    assert say(client, alice, None, "who changed the milk").startswith("I don't know by name")
