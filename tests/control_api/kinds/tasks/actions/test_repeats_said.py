"""What is said about repeats: how often, the first two dates, and what is special about it."""

import pytest

from shared.actions import (
    Action,
    CompleteTask,
    CreateTask,
    SkipOccurrence,
    Undo,
    UpdateTask,
)
from shared.tasks import Repeat
from tests.control_api.kinds.tasks.conftest import Home

WEEKLY = Repeat(rule="FREQ=WEEKLY;BYDAY=MO")


def said(home: Home, *actions: Action) -> str:
    return home.do(*actions).reply


@pytest.mark.parametrize(
    ("due", "repeat", "sentence"),
    [
        ("2026-11-23", WEEKLY, "every Monday: first on Monday, then on Monday, November 30."),
        (
            "2026-11-23T09:00:00",
            WEEKLY,
            "every Monday at 9 AM: first on Monday, then on Monday, November 30.",
        ),
        ("2026-11-21", Repeat(rule="FREQ=DAILY"), "every day: first today, then tomorrow."),
        ("2026-11-21", Repeat(rule="FREQ=DAILY;COUNT=1"), "every day, once: first today."),
        (
            "2026-11-21",
            Repeat(rule="FREQ=DAILY;INTERVAL=3", basis="completion"),
            "three days after it's done: first today.",
        ),
        (
            "2026-12-31",
            Repeat(rule="FREQ=MONTHLY"),
            (
                "on the thirty-first of every month: first on Thursday, December 31, then on "
                "Sunday, January 31. In shorter months it's the last day."
            ),
        ),
        (
            "2026-12-31",
            Repeat(rule="FREQ=MONTHLY", month_end="skip"),
            (
                "on the thirty-first of every month: first on Thursday, December 31, then on "
                "Sunday, January 31. Shorter months are left out."
            ),
        ),
        (
            "2028-02-29",
            Repeat(rule="FREQ=YEARLY"),
            (
                "every year on February 29: first on Tuesday, February 29, 2028, then on "
                "Wednesday, February 28, 2029. In other years it's February 28."
            ),
        ),
        (
            "2026-11-22",
            Repeat(rule="FREQ=YEARLY;BYWEEKNO=47;BYDAY=SU"),
            "by its own rule: first tomorrow, then on Sunday, November 28, 2027.",
        ),
    ],
)
def test_a_new_repeat_is_said_back(home: Home, due: str, repeat: Repeat, sentence: str) -> None:
    action = CreateTask(title="Water the plants", due=due, repeat=repeat)
    assert said(home, action) == f"Water the plants, {sentence}"


def test_each_step_says_what_comes_next_and_undo_what_is_again(home: Home) -> None:
    task = home.task(CreateTask(title="Water the plants", due="2026-11-23", repeat=WEEKLY))
    assert said(home, CompleteTask(task.id)) == (
        "Done: water the plants. Next: Monday, November 30."
    )
    assert said(home, Undo()) == "Undone: water the plants is on Monday again."
    assert said(home, SkipOccurrence(task.id)) == (
        "Skipped water the plants this time. Next: Monday, November 30."
    )
    assert said(home, Undo()) == "Undone: water the plants is on Monday again."
    assert said(home, UpdateTask(task.id, due="2026-11-24")) == (
        "Moved water the plants to Tuesday, this time only."
    )
    assert said(home, UpdateTask(task.id, repeat=None)) == (
        "Water the plants does not repeat any more."
    )


def test_the_last_time_is_said_to_be_the_last(home: Home) -> None:
    once = Repeat(rule="FREQ=DAILY;COUNT=1")
    task = home.task(CreateTask(title="Water the plants", due="2026-11-23", repeat=once))
    assert said(home, CompleteTask(task.id)) == ("Done: water the plants. That was the last time.")
    assert said(home, Undo()) == "Undone: water the plants is open again."


def test_undo_says_nothing_of_what_the_server_did_meanwhile(home: Home) -> None:
    task = home.task(
        CreateTask(title="Water the plants", due="2026-11-21", repeat=Repeat(rule="FREQ=DAILY"))
    )
    home.do(CompleteTask(task.id))
    home.at("2026-11-25T10:00").look()
    assert said(home, Undo()) == "Undone: water the plants is last Saturday again."


def test_several_tasks_that_repeat_are_said_one_by_one(home: Home) -> None:
    actions = [CreateTask(title=each, due="2026-11-23", repeat=WEEKLY) for each in ("Milk", "Eggs")]
    assert said(home, *actions).count("every Monday") == 2
