"""What the page says one could have said does what was done there by hand, in each language."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from shared.languages import LanguageName
from tests.control_api.conftest import Headers

Client = TestClient[Litestar]

PAGE = Path(__file__).parents[4] / "control_api/edges/web/page/src"
LANGUAGES: tuple[LanguageName, ...] = get_args(LanguageName)
SENTENCES: dict[str, dict[str, str]] = {
    language: json.loads((PAGE / "words" / language / "sentences.json").read_text())
    for language in LANGUAGES
}
TITLES = {
    "en": ("Dentist appointment", "Find the insurance card", "Health"),
    "de": ("Zahnarzttermin", "Versichertenkarte suchen", "Gesundheit"),
    "fr": ("Rendez-vous chez le dentiste", "Chercher la carte Vitale", "Santé"),
    "es": ("Cita con el dentista", "Buscar la tarjeta", "Salud"),
}
"""The task, another one, and the project of the first."""
NOW = "2026-11-24T08:00:00"
SAID: list[dict[str, Any]] = json.loads((PAGE / "task/fields/said.fixture.json").read_text())
"""Which sentence, what in it (as the page makes it of `made`, which the page's own tests see to),
and what of the action must be so; `@` is the value itself. A language has no value where the page
shows nothing."""
KINDS = [
    (language, kind)
    for language in LANGUAGES
    for kind in dict.fromkeys(case["kind"] for case in SAID if language in case["values"])
]
AFTERWARDS: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("todo", {"status": "completed"}, {"type": "reopen_task"}),
    ("noRepeat", {"repeat": {"rule": "FREQ=WEEKLY"}}, {"repeat": None}),
    ("noReminders", {"reminders": [{"before_min": 30}]}, {"reminders": []}),
]
"""The same of a task that was changed before."""


def make_task(client: Client, alice: Headers, language: str) -> str:
    title, card, project = TITLES[language]
    about = {"project": project, "tags": ["body"], "assignees": ["Sarah"], "priority": "high"}
    body = {"title": title, "due": "2026-12-03T10:00:00", **about}
    answer = client.post("/api/v1/tasks", json=body, headers=alice)
    assert answer.status_code == 201, answer.text
    client.post("/api/v1/people", json={"name": "Bob"}, headers=alice)
    client.post("/api/v1/tasks", json={"title": card}, headers=alice)
    return str(answer.json()["id"])


def understood(
    client: Client, alice: Headers, language: str, kind: str, value: str = ""
) -> dict[str, Any]:
    title = TITLES[language][0]
    text = SENTENCES[language][kind].replace("{title}", title).replace("{value}", value)
    body = {"text": text, "dry_run": True, "now": NOW, "language": language}
    answer = client.post("/api/v1/commands", json=body, headers=alice).json()
    assert answer["outcome"] == "planned", (text, answer)
    (action,) = answer["actions"]
    read: dict[str, Any] = action
    return read


def held(action: dict[str, Any], wanted: dict[str, Any]) -> dict[str, Any]:
    """What the action has of what is wanted."""
    flat = {**action, **(action.get("repeat") or {})}
    return {name: flat[name] for name in wanted}


def filled(wanted: Any, value: str) -> Any:
    """What is wanted, with the value where it says so."""
    if isinstance(wanted, dict):
        return {name: filled(each, value) for name, each in wanted.items()}
    if isinstance(wanted, list):
        return [filled(each, value) for each in wanted]
    return value if wanted == "@" else wanted


@pytest.mark.parametrize(("language", "kind"), KINDS)
def test_the_sentence_does_the_same(
    client: Client, alice: Headers, language: str, kind: str
) -> None:
    task = make_task(client, alice, language)
    for case in SAID:
        if case["kind"] != kind or language not in case["values"]:
            continue
        value = case["values"][language]
        action = understood(client, alice, language, kind, value)
        wanted = filled(case["wanted"], value)
        assert held(action, wanted) == wanted, value
        assert task in {action.get("task_id"), action.get("parent_id")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("kind", "before", "wanted"), AFTERWARDS)
def test_so_does_the_one_that_takes_something_away(
    client: Client,
    alice: Headers,
    language: str,
    kind: str,
    before: dict[str, Any],
    wanted: dict[str, Any],
) -> None:
    task = make_task(client, alice, language)
    client.patch(f"/api/v1/tasks/{task}", json=before, headers=alice)
    assert held(understood(client, alice, language, kind), wanted) == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_waiting_for_another_task_is_said_as_well(
    client: Client, alice: Headers, language: str
) -> None:
    task = make_task(client, alice, language)
    other = TITLES[language][1]
    tasks = client.get("/api/v1/tasks", headers=alice).json()["items"]
    card = next(each["id"] for each in tasks if each["title"] == other)
    if "waits" in SENTENCES[language]:
        action = understood(client, alice, language, "waits", other)
        assert action["depends_on"] == [card]
    client.patch(f"/api/v1/tasks/{task}", json={"depends_on": [card]}, headers=alice)
    if "noWait" in SENTENCES[language]:
        action = understood(client, alice, language, "noWait", other)
        assert action["depends_on"] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_tried_here(language: str) -> None:
    tried = {case["kind"] for case in SAID if language in case["values"]}
    tried |= {kind for kind, *_ in AFTERWARDS} | {"waits", "noWait"}
    assert set(SENTENCES[language]) <= tried


def test_english_has_every_sentence() -> None:
    assert all(set(SENTENCES[language]) <= set(SENTENCES["en"]) for language in LANGUAGES)
