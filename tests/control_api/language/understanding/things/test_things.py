"""What is said of lists, tags, people, filters, comments, the trash and the past: things.yaml."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from control_api.language.understanding.scene import Known, PastNeededError
from shared.actions import CancelTask, CompleteTask, DeleteTask, Redo, Undo, UpdateTask
from shared.thing_actions import ThingAction
from tests.control_api.language.understanding.things.surroundings import ALICES_THINGS, said

TABLE: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "things.yaml").read_text("utf-8"))
ONE = ("lists", "tags", "people", "filters", "trash", "past", "comments")

ENDS = {"delete all": DeleteTask, "cancel all": CancelTask, "complete all": CompleteTask}


def rows(*names: str) -> pytest.MarkDecorator:
    found = [pair for name in names for pair in TABLE[name].items()]
    return pytest.mark.parametrize(("text", "expected"), found, ids=[text for text, _ in found])


@rows(*ONE)
def test_one_thing_is_meant(text: str, expected: dict[str, dict[str, Any]]) -> None:
    reading = said(text)
    assert reading.outcome == "planned", reading
    assert reading.names_all
    ((kind, fields),) = expected.items()
    assert [msgspec.to_builtins(action) for action in reading.actions] == [{"type": kind} | fields]


@rows("delete all", "cancel all", "complete all")
def test_many_are_meant_and_not_named(text: str, expected: list[str]) -> None:
    reading = said(text)
    assert reading.outcome == "planned", reading
    assert not reading.names_all
    given = [msgspec.to_builtins(action) for action in reading.actions]
    assert [each.get("task_id") or each["project_id"] for each in given] == expected
    (section,) = (name for name in ENDS if text in TABLE[name])
    assert isinstance(reading.actions[0], ENDS[section])


@rows("move all")
def test_many_are_moved(text: str, expected: tuple[list[str], dict[str, str]]) -> None:
    reading = said(text)
    assert not reading.names_all
    moved = [action for action in reading.actions if isinstance(action, UpdateTask)]
    ids, first = expected
    assert [action.task_id for action in moved] == ids
    assert first.items() <= msgspec.to_builtins(moved[0]).items()


@rows("refused")
def test_what_is_not_there_is_refused_with_what_is(text: str, expected: str) -> None:
    reading = said(text)
    assert (reading.outcome, reading.reply) == ("refused", expected)


@rows("asked")
def test_what_is_unclear_is_asked_back(text: str, expected: str) -> None:
    reading = said(text)
    assert (reading.outcome, reading.reply) == ("clarify", expected)
    assert not reading.actions


@pytest.mark.parametrize("text", TABLE["nothing of the kind"])
def test_what_only_sounds_like_it_is_none_of_it(text: str) -> None:
    reading = said(text)
    assert not any(isinstance(each, ThingAction | Undo | Redo) for each in reading.actions)
    assert reading.names_all


def test_the_last_deletions_come_back_together() -> None:
    reading = said("restore the last three")
    assert [msgspec.to_builtins(action) for action in reading.actions] == [
        {"type": "restore_task", "task_id": "plumber"},
        {"type": "restore_thing", "thing_id": "party"},
        {"type": "restore_task", "task_id": "eggs-1"},
    ]
    assert reading.names_all


def test_all_that_was_deleted_today_is_asked_about() -> None:
    reading = said("restore everything I deleted today")
    assert len(reading.actions) == 3
    assert not reading.names_all


@pytest.mark.parametrize("text", ["bring back the plumber", "undo the deletion of the plumber"])
def test_the_past_is_looked_at_only_for_words_about_it(text: str) -> None:
    unseen = msgspec.structs.replace(ALICES_THINGS, past=None)
    with pytest.raises(PastNeededError):
        said(text, unseen)
    assert said("delete the dentist", unseen).outcome == "planned"


def test_what_is_a_part_of_a_deleted_task_goes_with_it() -> None:
    milk = next(task for task in ALICES_THINGS.open_tasks if task.id == "milk")
    part = msgspec.structs.replace(milk, id="part", parent_id="milk")
    known = Known(open_tasks=[milk, part], projects=["Shopping"])
    assert said("clear my shopping list", known).actions == [DeleteTask("milk")]
    assert len(said("complete everything", known).actions) == 2


def test_too_many_to_look_at_are_refused() -> None:
    (milk, *_) = ALICES_THINGS.open_tasks
    tasks = [msgspec.structs.replace(milk, id=str(number)) for number in range(501)]
    reading = said("delete all my tasks", Known(open_tasks=tasks))
    assert (reading.outcome, reading.actions) == ("refused", [])


def test_with_no_tasks_there_is_nothing_to_do() -> None:
    assert said("delete everything", Known()).reply == "You have no open tasks."
    assert said("what did I add to the trash", Known()).outcome != "planned"
