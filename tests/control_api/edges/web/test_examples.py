"""What the page gives as an example can be said so, in each language."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from shared.languages import LanguageName
from tests.control_api.conftest import Headers

Client = TestClient[Litestar]

WORDS = Path(__file__).parents[4] / "control_api/edges/web/page/src/words"
LANGUAGES: tuple[LanguageName, ...] = get_args(LanguageName)
NOW = "2026-11-24T08:00:00"
GOODS = {"en": "milk", "de": "Milch", "fr": "du lait", "es": "leche"}
THINGS = {
    "en": ("Groceries", "Dentist"),
    "de": ("Einkauf", "Zahnarzttermin"),
    "fr": ("Courses", "Dentiste"),
    "es": ("Compra", "Dentista"),
}
"""A project, and a task that examples name."""
TOMORROW_AT_THREE = {"type": "create_task", "due": "2026-11-25T15:00:00"}
WANTED: dict[str, dict[str, Any]] = {
    "remind": TOMORROW_AT_THREE,
    "plain": TOMORROW_AT_THREE,
    "add": {"type": "create_task"},
    "addTo": {"type": "create_task"},
    "week": {"type": "list_tasks", "due_from": "2026-11-23", "due_to": "2026-11-29"},
    "move": {"type": "update_task", "due": "2026-11-27T09:00:00"},
    "slower": {"type": "change_settings", "speed": 0.8},
    "moreTime": {"type": "change_settings", "patience": 1.5},
}
"""What of the action must be so; the question why is answered, and does nothing."""
IN_PROJECT = ("add", "addTo")


def examples(language: str) -> dict[str, str]:
    found: dict[str, str] = json.loads((WORDS / language / "examples.json").read_text())
    return found


def say(client: Client, alice: Headers, language: str, text: str) -> dict[str, Any]:
    body = {"text": text, "dry_run": True, "now": NOW, "language": language}
    answer: dict[str, Any] = client.post("/api/v1/commands", json=body, headers=alice).json()
    return answer


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_example_is_understood(client: Client, alice: Headers, language: str) -> None:
    project, title = THINGS[language]
    client.post("/api/v1/projects", json={"name": project}, headers=alice)
    client.post("/api/v1/tasks", json={"title": title}, headers=alice)
    for name, wanted in WANTED.items():
        # Where something is to be filled in, this is.
        text = examples(language)[name].replace("…", GOODS[language])
        text = f"{text} {project}" if name == "addTo" else text
        answer = say(client, alice, language, text)
        assert answer["outcome"] == "planned", (text, answer)
        (action,) = answer["actions"]
        assert {field: action[field] for field in wanted} == wanted, text
        if name in IN_PROJECT:
            assert action["project"] == project, text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_question_why_is_answered(client: Client, alice: Headers, language: str) -> None:
    client.post("/api/v1/tasks", json={"title": "Milk"}, headers=alice)
    assert say(client, alice, language, examples(language)["why"])["outcome"] == "answered"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_is_tried_here(language: str) -> None:
    assert set(examples(language)) == {*WANTED, "why"}
