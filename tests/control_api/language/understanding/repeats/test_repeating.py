"""What people say of tasks that come again, and what it means: the table is repeated.yaml."""

from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import msgspec
import pytest
import yaml

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.scene import Known
from control_api.time.rule import clean_rule
from shared.actions import CreateTask, UpdateTask
from shared.tasks import Repeat
from tests.control_api.language.understanding.interpretation import RENT, SATURDAY, read, task

SAID: dict[str, Any] = yaml.load(
    (Path(__file__).parent / "repeated.yaml").read_text("utf-8"),
    # Dates stay the text they are written as.
    Loader=yaml.BaseLoader,
)
EVENING = SATURDAY.replace(hour=22)
WEEKLY = Repeat(rule="FREQ=WEEKLY;BYDAY=TU")
TRASH = msgspec.structs.replace(task("trash", "Take out the trash", "2026-11-24"), repeat=WEEKLY)
HAVING_TRASH = Known(open_tasks=[TRASH, RENT], mentioned=["trash"])


def table(name: str) -> pytest.MarkDecorator:
    rows = SAID[name]
    pairs = [(text, None) for text in rows] if isinstance(rows, list) else list(rows.items())
    return pytest.mark.parametrize(("text", "expected"), pairs, ids=[text for text, _ in pairs])


def heard(text: str, now: datetime = SATURDAY) -> CommandPlan:
    return read(text, known=Known(), now=now)


def made(row: list[str]) -> CreateTask:
    title, due, rule, basis = [*row, *("", "due")[len(row) - 2 :]]
    said_basis = msgspec.convert(basis, Literal["due", "completion"])
    return CreateTask(
        title=title,
        due=None if due == "null" else due,
        time_zone="Europe/Berlin" if "T" in due else None,
        repeat=Repeat(rule=clean_rule(rule), basis=said_basis) if rule else None,
    )


@table("made")
def test_a_task_comes_again(text: str, expected: list[str]) -> None:
    assert heard(text).actions == [made(expected)]


@table("made_in_the_evening")
def test_what_is_over_today_begins_tomorrow(text: str, expected: list[str]) -> None:
    assert heard(text, EVENING).actions == [made(expected)]


@table("several")
def test_several_times_of_a_day_are_several_tasks(text: str, expected: list[list[str]]) -> None:
    assert heard(text).actions == [made(row) for row in expected]


@table("asked")
def test_what_is_not_wholly_understood_is_asked_about(text: str, expected: None) -> None:
    reading = heard(text)
    assert reading.outcome in {"clarify", "refused"}
    assert reading.reply


@table("no_repeat")
def test_what_only_sounds_like_a_repeat_is_a_title(text: str, expected: list[str]) -> None:
    assert heard(text).actions == [made(expected)]


@table("not_a_command")
def test_what_somebody_tells_or_asks_makes_no_task(text: str, expected: None) -> None:
    assert heard(text).outcome == "not_a_command"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("remind me to run every hour", "to run every day at nine and at five"),
        ("remind me to run three times a day", "A task comes once a day at most"),
        ("remind me to run twice a week", "every Monday and Thursday"),
        ("remind me to run every day except holidays", 'every day, but not "except holidays"'),
        ("remind me to run every Monday until yesterday", "From when on"),
        ("remind me to run every Easter", "every May 1"),
        ("remind me to run every few days", "How often is that?"),
        ("remind me to run every day at 8, 10, 12, 14 and 16", "4 tasks of one sentence"),
    ],
)
def test_a_question_says_what_to_answer(text: str, question: str) -> None:
    reading = heard(text)
    assert reading.outcome == "clarify"
    assert question in reading.reply


@pytest.mark.parametrize(
    ("text", "due", "rule"),
    [
        ("make the trash every Monday", "2026-11-23", "FREQ=WEEKLY;BYDAY=MO"),
        ("make it Mondays and Thursdays", "2026-11-23", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("set the trash to every Monday at 8", "2026-11-23T08:00:00", "FREQ=WEEKLY;BYDAY=MO"),
        ("change the repeat of the trash to every Friday", "2026-11-27", "FREQ=WEEKLY;BYDAY=FR"),
        ("the trash should repeat every week", None, "FREQ=WEEKLY"),
        ("make the trash weekly", None, "FREQ=WEEKLY"),
        ("let it repeat every month until June", None, "FREQ=MONTHLY;UNTIL=20270531"),
        # With a time of day only, the task's own day stays.
        ("repeat it daily at 9", "2026-11-24T09:00:00", "FREQ=DAILY"),
    ],
)
def test_a_task_that_there_is_gets_another_repeat(text: str, due: str | None, rule: str) -> None:
    repeat = Repeat(rule=rule)
    wanted = UpdateTask("trash", repeat=repeat)
    if due is not None:
        zone = "Europe/Berlin" if "T" in due else None
        wanted = UpdateTask("trash", due=due, time_zone=zone, repeat=repeat)
    assert read(text, known=HAVING_TRASH).actions == [wanted]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("make pancakes every Sunday", "Make pancakes"),
        ("do the dishes every Sunday", "Do the dishes"),
        ("change the sheets every Sunday", "Change the sheets"),
        ("every Sunday move the car", "Move the car"),
        ("piano every Sunday", "Piano"),
    ],
)
def test_what_there_is_not_is_made(text: str, title: str) -> None:
    repeat = Repeat(rule="FREQ=WEEKLY;BYDAY=SU")
    assert heard(text).actions == [CreateTask(title=title, due="2026-11-22", repeat=repeat)]
