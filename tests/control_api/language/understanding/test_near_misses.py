"""Nothing is deleted on words that only sound like it: the table is near_misses.yaml."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from litestar import Litestar
from litestar.testing import TestClient

from tests.control_api.conftest import Headers

TABLE: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parent / "near_misses.yaml").read_text("utf-8")
)
TITLES = [
    "Dentist appointment",
    "Call Sarah",
    "Buy milk",
    "Pay the rent",
    "Report",
    "Lead the meeting with Tom",
    "Cancel the gym membership",
    "Delete the old photos",
    "Deleted scenes for the film club",
    "Don't delete the backups",
    "Everything for the party",
]
Client = TestClient[Litestar]


@pytest.fixture
def person(client: Client, alice: Headers) -> Client:
    """Who has these tasks, and spoke of the last of them."""
    client.headers.update(alice)
    for title in TITLES:
        client.post("/api/v1/tasks", json={"title": title}).raise_for_status()
    say(client, "remind me to call Tom")
    return client


def say(client: Client, text: str, **more: Any) -> dict[str, Any]:
    request = {"text": text, "conversation": "talk", "source": "voice", **more}
    answer = client.post("/api/v1/commands", json=request)
    assert answer.status_code < 500, answer.text
    told: dict[str, Any] = answer.json()
    return told


def kept(client: Client) -> dict[str, dict[str, Any]]:
    """Each task that is not in the trash, with all that is known of it."""
    items = client.get("/api/v1/tasks", params={"limit": 100}).raise_for_status().json()["items"]
    return {item["id"]: item for item in items}


def titles(client: Client) -> set[str]:
    return {item["title"] for item in kept(client).values()}


@pytest.mark.parametrize("kind", TABLE)
def test_no_near_miss_touches_what_is_there(person: Client, kind: str) -> None:
    before = kept(person)
    assert len(before) == len(TITLES) + 1
    touched = []
    for text in TABLE[kind]:
        planned = say(person, text, dry_run=True)
        say(person, text)
        now = kept(person)
        if {key: now.get(key) for key in before} != before:
            touched.append((text, planned))
            say(person, "undo that")
            before = kept(person)
        # What was made meanwhile goes, so that each finds the same tasks.
        for new in set(kept(person)) - set(before):
            person.delete(f"/api/v1/tasks/{new}").raise_for_status()
    assert not touched


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("delete the dentist", "Dentist appointment"),
        ("no, delete the dentist", "Dentist appointment"),
        ("please remove milk", "Buy milk"),
        ("I don't need milk anymore", "Buy milk"),
        ("I don't have to pay the rent after all", "Pay the rent"),
        ("I don't want to pay the rent anymore", "Pay the rent"),
        ("I don't want milk", "Buy milk"),
        ("I no longer want to call Sarah", "Call Sarah"),
        ("forget about the dentist", "Dentist appointment"),
        ("move the dentist to the trash", "Dentist appointment"),
        ("delete the task to cancel the gym membership", "Cancel the gym membership"),
        ("delete the task to delete the old photos", "Delete the old photos"),
        ("delete the deleted scenes", "Deleted scenes for the film club"),
        ("delete don't delete the backups", "Don't delete the backups"),
    ],
)
def test_who_means_it_is_understood(person: Client, text: str, title: str) -> None:
    told = say(person, text)
    assert told["outcome"] == "done", told
    assert title not in titles(person)
    assert len(kept(person)) == len(TITLES)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("remove milk and", "I didn't hear the end of that, so I deleted nothing."),
        ("maybe delete the report", "Only when you are sure. Then say: delete report."),
        ("maybe cancel the report", "Only when you are sure. Then say: cancel report."),
        ("cancel milk and", "I didn't hear the end of that, so I cancelled nothing."),
        (
            "cancel the gym membership",
            "Is that done? Say: done with cancel the gym membership. Or: delete the task to",
        ),
        ("delete the dentist. undo", "I can't delete and undo in one go."),
    ],
)
def test_what_is_in_doubt_is_asked(person: Client, text: str, asked: str) -> None:
    told = say(person, text)
    assert told["outcome"] == "clarify"
    assert told["reply"].startswith(asked)


def test_what_was_asked_about_a_title_can_be_answered_either_way(person: Client) -> None:
    assert say(person, "done with cancel the gym membership")["outcome"] == "done"
    found = {item["title"]: item for item in kept(person).values()}
    assert found["Cancel the gym membership"]["status"] == "completed"
