"""What is said of the fields of a task: how they are now."""

from typing import Any

import pytest
from msgspec import structs

from control_api.engine.results import Result
from control_api.language.wording.lengths_aloud import say_minutes
from control_api.language.wording.replies import word_results
from shared.actions import CreateTask, UpdateTask
from shared.tasks import Reminder, Task
from tests.control_api.language.english import ENGLISH
from tests.control_api.language.understanding.interpretation import (
    BERLIN,
    DENTIST,
    RENT,
    REPORT,
    SATURDAY,
)

FULL = structs.replace(
    RENT,
    priority="high",
    tags=["home", "money"],
    tag_ids=["t-home", "t-money"],
    assignees=["Tom"],
    assignee_ids=["p-tom"],
    notes="By transfer.",
    start="2026-11-30",
    deadline="2026-12-02",
    duration_min=10,
    reminders=[Reminder(before_min=900)],
    parent_id=REPORT.id,
    depends_on=[DENTIST.id],
    order=2.0,
)


def say(*results: Result) -> str:
    return word_results(list(results), ENGLISH, now=SATURDAY, zone=BERLIN)


def changed(before: Task, **changes: Any) -> Result:
    after = structs.replace(before, **changes)
    related = [task for task in (REPORT, DENTIST) if task.id in {"report", "dentist"}]
    return Result(action=UpdateTask(before.id), before=before, after=after, related=related)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"priority": None}, "Pay the rent has no priority now."),
        ({"priority": "low"}, "Pay the rent has low priority now."),
        ({"tags": ["home"], "tag_ids": ["t-home"]}, "Took the tag money off pay the rent."),
        ({"tags": [], "tag_ids": []}, "Pay the rent has no tags now."),
        (
            {"assignees": ["Anna"], "assignee_ids": ["p-anna"]},
            "Pay the rent is for Anna now, no longer for Tom.",
        ),
        (
            {"assignees": ["Tom", "Anna"], "assignee_ids": ["p-tom", "p-anna"]},
            "Pay the rent is for Tom and Anna.",
        ),
        ({"assignees": [], "assignee_ids": []}, "Pay the rent is for nobody in particular now."),
        ({"notes": ""}, "Pay the rent has no notes now."),
        ({"notes": "By transfer.\n\nOn Monday."}, "Noted on pay the rent: On Monday."),
        ({"notes": "One\ntwo"}, "Wrote that into the notes of pay the rent."),
        ({"notes": "x" * 201}, "Wrote that into the notes of pay the rent."),
        ({"start": None}, "Pay the rent has no start date now."),
        ({"deadline": None}, "Pay the rent has no deadline now."),
        ({"duration_min": None}, "How long pay the rent takes is open now."),
        ({"reminders": []}, "Pay the rent has no reminders of its own now."),
        ({"parent_id": None}, "Pay the rent is a task of its own now."),
        ({"depends_on": []}, "Pay the rent no longer waits for Dentist appointment."),
        ({"depends_on": ["gone"]}, "Pay the rent waits for another task."),
        ({"order": 3.0}, "Moved pay the rent down."),
        (
            {"priority": "low", "duration_min": 60},
            "Pay the rent has low priority now. Pay the rent takes an hour.",
        ),
    ],
)
def test_a_field_is_told_as_it_is_now(changes: dict[str, Any], said: str) -> None:
    assert say(changed(FULL, **changes)).startswith(said)


@pytest.mark.parametrize(
    ("reminder", "said"),
    [
        (Reminder(before_min=30), "half an hour before."),
        (Reminder(before_min=0), "when it is due."),
        (Reminder(before_min=0, anchor="deadline"), "at the deadline."),
        (Reminder(before_min=1440, anchor="deadline"), "a day before the deadline."),
        (Reminder(before_min=15, anchor="start"), "15 minutes before it starts."),
        (Reminder(at="2026-11-23T09:00:00"), "on Monday at 9 AM."),
    ],
)
def test_a_reminder_is_told_by_when_it_comes(reminder: Reminder, said: str) -> None:
    told = say(changed(DENTIST, reminders=[reminder]))
    assert told == f"I'll remind you of Dentist appointment {said}"


def test_the_reminder_that_was_there_anyway_is_not_told() -> None:
    both = [Reminder(before_min=0), Reminder(before_min=60)]
    told = say(changed(DENTIST, reminders=both))
    assert told == "I'll remind you of Dentist appointment an hour before."


def test_all_that_a_new_task_holds_is_told() -> None:
    action = CreateTask(title=FULL.title, due=FULL.due)
    assert say(Result(action=action, after=FULL, related=[REPORT])) == (
        "Pay the rent, Tuesday, December 1, high priority, tagged home and money, for Tom, "
        "a part of write the report, deadline Wednesday, December 2, takes ten minutes, "
        "reminder on Monday, November 30 at 9 AM, with a note."
    )


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (1, "one minute"),
        (10, "ten minutes"),
        (30, "half an hour"),
        (60, "an hour"),
        (90, "an hour and a half"),
        (70, "one hour and ten minutes"),
        (120, "two hours"),
        (1440, "a day"),
        (2880, "two days"),
        (20160, "two weeks"),
        (14400, "ten days"),
        (1500, "one day and one hour"),
    ],
)
def test_a_length_of_time_is_told_in_its_largest_units(minutes: int, said: str) -> None:
    assert say_minutes(minutes, ENGLISH) == said
