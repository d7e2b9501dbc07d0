"""What people say, and what it means: the table is said.yaml."""

from pathlib import Path
from typing import Any, Literal

import msgspec
import pytest
import yaml

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.scene import Known
from shared.actions import (
    Action,
    CompleteTask,
    CreateTask,
    DeleteTask,
    ListTasks,
    Redo,
    SkipOccurrence,
    Undo,
    UpdateTask,
)
from shared.tasks import Repeat
from tests.control_api.language.understanding.interpretation import (
    ALICES,
    NEW_YORK,
    RENT,
    SARAH,
    SATURDAY,
    read,
    task,
)

SAID: dict[str, Any] = yaml.load(
    (Path(__file__).parent / "said.yaml").read_text("utf-8"),
    # Dates stay the text they are written as.
    Loader=yaml.BaseLoader,
)
ZONES = [SATURDAY, SATURDAY.replace(tzinfo=NEW_YORK)]


def table(name: str) -> pytest.MarkDecorator:
    rows = SAID[name]
    pairs = [(text, None) for text in rows] if isinstance(rows, list) else list(rows.items())
    return pytest.mark.parametrize(("text", "expected"), pairs, ids=[text for text, _ in pairs])


def only_action(reading: CommandPlan) -> Action:
    assert reading.outcome == "planned", reading
    assert len(reading.actions) == 1, reading
    assert reading.complete, reading
    return reading.actions[0]


def or_none(value: str | None) -> str | None:
    return None if value in {None, "null", ""} else value


@pytest.mark.parametrize("now", ZONES, ids=["Berlin", "New York"])
@table("create")
def test_a_task_is_made(text: str, expected: list[str], now: Any) -> None:
    title, due, project = [*expected, "", ""][:3]
    zone = now.tzinfo.key if due and "T" in due else None
    wanted = CreateTask(title=title, due=or_none(due), time_zone=zone, project=or_none(project))
    # What is there already would be asked about.
    others = [each for each in ALICES.open_tasks if each != SARAH]
    known = msgspec.structs.replace(ALICES, open_tasks=others)
    assert only_action(read(text, now=now, known=known)) == wanted


@pytest.mark.parametrize("now", ZONES, ids=["Berlin", "New York"])
@table("repeat")
def test_a_task_is_made_that_comes_again(text: str, expected: list[str], now: Any) -> None:
    title, due, rule, basis, project = [*expected, *("due", "")[len(expected) - 3 :]]
    wanted = CreateTask(
        title=title,
        due=due,
        time_zone=now.tzinfo.key if "T" in due else None,
        project=or_none(project),
        repeat=Repeat(rule=rule, basis=msgspec.convert(basis, Literal["due", "completion"])),
    )
    assert only_action(read(text, now=now)) == wanted


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("stop repeating it", UpdateTask("plants", repeat=None)),
        ("don't repeat the plants any more", UpdateTask("plants", repeat=None)),
        ("skip it this time", SkipOccurrence("plants")),
        ("skip the plants", SkipOccurrence("plants")),
        ("leave the plants out this week", SkipOccurrence("plants")),
        ("skip the rent", DeleteTask("rent")),
        ("repeat the rent every month", UpdateTask("rent", repeat=Repeat(rule="FREQ=MONTHLY"))),
        (
            "make it every Tuesday",
            UpdateTask(
                "plants",
                due="2026-11-24",
                time_zone=None,
                repeat=Repeat(rule="FREQ=WEEKLY;BYDAY=TU"),
            ),
        ),
    ],
)
def test_a_repeat_is_changed_skipped_or_ended(text: str, action: Action) -> None:
    weekly = Repeat(rule="FREQ=WEEKLY;BYDAY=MO")
    plants = msgspec.structs.replace(task("plants", "Plants", "2026-11-23"), repeat=weekly)
    known = Known(open_tasks=[plants, RENT], mentioned=["plants"])
    assert only_action(read(text, known=known)) == action


def test_what_does_not_repeat_can_not_stop_repeating() -> None:
    assert "does not repeat" in read("stop repeating the rent").reply


@table("list")
def test_tasks_are_listed(text: str, expected: dict[str, str]) -> None:
    asked = {"type": "list_tasks"} | expected
    wanted = msgspec.convert(asked, ListTasks, strict=False)
    assert only_action(read(text)) == wanted


@table("complete")
def test_a_task_is_completed(text: str, expected: str) -> None:
    assert only_action(read(text)) == CompleteTask(expected)


@table("delete")
def test_a_task_is_deleted(text: str, expected: str) -> None:
    assert only_action(read(text)) == DeleteTask(expected)


@table("due")
def test_a_task_is_moved_in_time(text: str, expected: list[str]) -> None:
    task_id, due = expected[0], or_none(expected[1])
    zone = "Europe/Berlin" if due and "T" in due else None
    assert only_action(read(text)) == UpdateTask(task_id, due=due, time_zone=zone)


@table("title")
def test_a_task_is_renamed(text: str, expected: list[str]) -> None:
    assert only_action(read(text)) == UpdateTask(expected[0], title=expected[1])


@table("project")
def test_a_task_is_moved_to_a_list(text: str, expected: list[str]) -> None:
    assert only_action(read(text)) == UpdateTask(expected[0], project=expected[1])


@table("undo")
def test_a_command_is_undone(text: str, expected: None) -> None:
    assert only_action(read(text)) == Undo()


@table("redo")
def test_a_command_is_done_again(text: str, expected: None) -> None:
    assert only_action(read(text)) == Redo()


@table("not_a_command")
def test_what_is_not_for_the_engine_is_left_alone(text: str, expected: None) -> None:
    assert read(text) == CommandPlan(outcome="not_a_command")


@table("refused")
def test_what_cannot_be_done_is_refused_with_a_reason(text: str, expected: str) -> None:
    reading = read(text)
    assert reading.outcome == "refused"
    assert not reading.actions
    assert expected in reading.reply


@table("clarify")
def test_what_is_unclear_is_asked_back(text: str, expected: str) -> None:
    reading = read(text)
    assert reading.outcome == "clarify"
    assert not reading.actions
    assert expected.lower() in reading.reply.lower()


@pytest.mark.parametrize(
    ("titles", "text", "done"),
    [
        (["Milk"], "I bought the milk", "Milk"),
        (["Milk"], "the milk is bought", "Milk"),
        (["Milk"], "I spilled the milk", None),
        (["Get milk", "Milk"], "I bought the milk", None),
        (["Email Bob"], "I called Bob", None),
        (["Invoice"], "I've sent the invoice", "Invoice"),
    ],
)
def test_what_somebody_did_completes_the_one_task_about_it(
    titles: list[str], text: str, done: str | None
) -> None:
    reading = read(text, known=Known(open_tasks=[task(title, title) for title in titles]))
    assert reading.actions == ([CompleteTask(done)] if done else [])
    assert reading.outcome == ("planned" if done else "not_a_command")


def test_which_of_several_somebody_did_is_asked() -> None:
    titles = ["Pay the water bill", "Pay the phone bill"]
    reading = read("I paid the bill", known=Known(open_tasks=[task(each, each) for each in titles]))
    assert reading.outcome == "clarify"
    assert "water" in reading.reply
    assert "phone" in reading.reply


def test_short_things_on_a_list_are_several_tasks() -> None:
    reading = read("add milk, eggs and brown bread to my shopping list")
    titles = [action.title for action in reading.actions if isinstance(action, CreateTask)]
    assert titles == ["Milk", "Eggs", "Brown bread"]
    assert {a.project for a in reading.actions if isinstance(a, CreateTask)} == {"Shopping"}


def test_two_commands_in_one_sentence_are_both_carried_out() -> None:
    reading = read("Delete the dentist and add bread to my shopping list.")
    assert reading.actions == [DeleteTask("dentist"), CreateTask(title="Bread", project="Shopping")]


@pytest.mark.parametrize(
    "text",
    [
        "Remind me to",
        "Remind me to call Sarah tomorrow at",
        "Remind me to call Sarah and",
        "Remind me to call Sarah tomorrow, um",
        "Remind me to check the oven in two",
        "remind me to buy",
        "remind me to call Sarah next",
        "add",
        "add milk to my",
        "move the dentist to",
        "delete the",
        "Remind me to call Sarah...",
    ],
)
def test_a_sentence_that_must_go_on_is_not_complete(text: str) -> None:
    reading = read(text)
    assert not reading.complete


@pytest.mark.parametrize(
    "text",
    [
        "Remind me to call Sarah tomorrow at three",
        "undo that",
        "redo that",
        "what's on for Friday",
        "add milk",
        "what's next",
    ],
)
def test_a_whole_sentence_is_complete_and_sure(text: str) -> None:
    reading = read(text)
    assert reading.complete
    assert reading.confidence >= 0.9


@pytest.mark.parametrize("text", ["And do that.", "Then with calling Sarah.", "Add by milk"])
def test_a_repaired_mishearing_is_less_sure(text: str) -> None:
    assert 0.6 <= read(text).confidence < 0.8


def test_a_very_long_text_is_refused_at_once() -> None:
    assert read("remind me to " + "call Sarah and " * 700).outcome == "refused"
