"""What is told rather than asked for, and what is neither: told.yaml and nothing.yaml."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from control_api.language.understanding.scene import Known
from shared.actions import CreateTask, ListTasks
from shared.voice_settings import EndConversation
from tests.control_api.language.understanding.interpretation import ALICES, read, task

FOLDER = Path(__file__).parent


def rows(name: str) -> Any:
    # Dates stay the text they are written as.
    return yaml.load((FOLDER / name).read_text("utf-8"), Loader=yaml.BaseLoader)


def told() -> list[Any]:
    return [
        pytest.param(text, made, id=text)
        for kind in rows("told.yaml").values()
        for text, made in kind.items()
    ]


def nothing() -> list[str]:
    return [text for kind in rows("nothing.yaml").values() for text in kind]


@pytest.mark.parametrize(("text", "made"), told())
def test_what_is_told_becomes_tasks(text: str, made: list[list[str]]) -> None:
    reading = read(text, known=Known())
    assert reading.outcome == "planned", reading
    found = [
        [action.title, action.due, action.project]
        for action in reading.actions
        if isinstance(action, CreateTask)
    ]
    wanted = [[*each, None, None][:3] for each in made]
    assert found == [[None if part == "null" else part for part in each] for each in wanted]
    assert len(found) == len(reading.actions)


@pytest.mark.parametrize("known", [Known(), ALICES], ids=["no tasks", "tasks"])
@pytest.mark.parametrize("text", nothing())
def test_what_is_no_task_changes_nothing(text: str, known: Known) -> None:
    reading = read(text, known=known)
    changes = [
        action for action in reading.actions if not isinstance(action, ListTasks | EndConversation)
    ]
    assert not (reading.outcome == "planned" and changes), reading


@pytest.mark.parametrize(
    ("text", "title", "project"),
    [("and butter", "Buy butter", None), ("also some jam", "Buy some jam", None)],
)
def test_one_more_takes_over_the_verb(text: str, title: str, project: str | None) -> None:
    known = Known(open_tasks=[task("milk", "Buy milk")], mentioned=["milk"])
    assert read(text, known=known).actions == [CreateTask(title=title, project=project)]


def test_one_more_goes_on_the_same_list() -> None:
    known = Known(open_tasks=[task("milk", "Milk", project="Groceries")], mentioned=["milk"])
    assert read("and butter and jam", known=known).actions == [
        CreateTask(title="Butter", project="Groceries"),
        CreateTask(title="Jam", project="Groceries"),
    ]


def test_a_task_of_a_row_is_for_whom_it_is_said_to_be() -> None:
    reading = read("Add tasks: flyers due Friday for Anna, a gift for Bob, press assigned to Mike")
    assert [
        (action.title, action.assignees)
        for action in reading.actions
        if isinstance(action, CreateTask)
    ] == [("Flyers", ["Anna"]), ("A gift for Bob", []), ("Press", ["Mike"])]


def test_what_is_told_repeats_when_it_is_said_to() -> None:
    (action,) = read("team meeting every Tuesday at nine").actions
    assert isinstance(action, CreateTask)
    assert (action.title, action.due) == ("Team meeting", "2026-11-24T09:00:00")
    assert action.repeat is not None
    assert action.repeat.rule == "FREQ=WEEKLY;BYDAY=TU"
