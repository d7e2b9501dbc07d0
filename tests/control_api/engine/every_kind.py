"""A workspace with one of everything, and a change of every kind that can be made there."""

import uuid

from sqlite_utils import Database

from control_api.kinds.simple.store import all_things
from control_api.kinds.tasks.records.store import all_tasks
from shared.actions import (
    Action,
    CancelTask,
    CatchUpTask,
    CompleteTask,
    CreateTask,
    DeleteTask,
    ReopenTask,
    RestoreTask,
    SkipOccurrence,
    SnoozeTask,
    StartTask,
    UpdateTask,
)
from shared.bell_actions import (
    CreateAlarm,
    CreateTimer,
    DeleteAlarm,
    DeleteTimer,
    SnoozeBell,
    StopBell,
    UpdateAlarm,
    UpdateTimer,
)
from shared.tasks import Link, Reminder, Repeat
from shared.thing_actions import (
    CreateComment,
    CreateFilter,
    CreatePerson,
    CreateProject,
    CreateTag,
    DeleteComment,
    DeleteFilter,
    DeletePerson,
    DeleteProject,
    DeleteTag,
    RestoreThing,
    UpdateComment,
    UpdateFilter,
    UpdatePerson,
    UpdateProject,
    UpdateTag,
)
from shared.things import Contact
from shared.voice_settings import ChangeSettings


def some_id(number: int) -> str:
    return str(uuid.UUID(int=number))


MILK, OATS, DONE, TRASHED, WEEKLY = map(some_id, range(1, 6))
PROJECT, TAG, PERSON, FILTER, COMMENT, TRASHED_TAG = map(some_id, range(11, 17))
TIMER, RINGING = map(some_id, range(21, 23))
DAILY = Repeat(rule="FREQ=DAILY")
BEGINNING: list[list[Action]] = [
    [
        CreateProject(name="Home", project_id=PROJECT),
        CreateTag(name="shop", tag_id=TAG),
        CreateTag(name="old", tag_id=TRASHED_TAG),
        CreatePerson(name="Sarah", person_id=PERSON),
        CreateFilter(name="Soon", query="#shop", filter_id=FILTER),
        CreateTask(title="Milk", task_id=MILK, project="Home", tags=["shop"], assignees=["Sarah"]),
        CreateTask(title="Oats", task_id=OATS, parent_id=MILK),
        CreateTask(title="Done", task_id=DONE),
        CreateTask(
            title="Bins", task_id=WEEKLY, due="2026-11-07", repeat=Repeat(rule="FREQ=WEEKLY")
        ),
        CreateTask(title="Trashed", task_id=TRASHED),
        CreateComment(task_id=MILK, text="Two litres", comment_id=COMMENT),
        CreateTimer(seconds=600, label="pasta", timer_id=TIMER),
        # In Berlin, it is eleven.
        CreateAlarm(at="2026-11-21T11:00:00", repeat=DAILY, alarm_id=RINGING),
    ],
    [
        CompleteTask(task_id=DONE),
        DeleteTask(task_id=TRASHED),
        DeleteTag(tag_id=TRASHED_TAG),
    ],
]
EVERY_KIND: list[tuple[Action, str]] = [
    (
        CreateTask(title="Tea", project="New", tags=["new"], assignees=["Tom"]),
        "Added Tea to New, tagged new, for Tom.",
    ),
    (UpdateTask(task_id=MILK, title="Soy"), "Renamed Milk to Soy."),
    (UpdateTask(task_id=MILK, parent_id=None, depends_on=[OATS]), "Milk waits for Oats."),
    (
        UpdateTask(
            task_id=MILK,
            notes="*oat*",
            priority="high",
            start="2026-12-01",
            deadline="2026-12-24T18:00:00",
            deadline_time_zone="Europe/Berlin",
            due="2026-12-02",
            duration_min=5,
            section="Fridge",
            order=1.5,
            tags=[],
            assignees=[],
            links=[Link("https://example.org/")],
            reminders=[Reminder(before_min=10)],
            repeat=Repeat(rule="FREQ=WEEKLY"),
        ),
        "Milk, every Wednesday, in Home: first on ",
    ),
    (StartTask(task_id=MILK), "Started Milk."),
    (SnoozeTask(task_id=MILK), ""),
    (SkipOccurrence(task_id=WEEKLY), ""),
    (CompleteTask(task_id=WEEKLY), "Done: "),
    (CatchUpTask(task_id=WEEKLY), ""),
    (CompleteTask(task_id=MILK), "Done: Milk."),
    (CancelTask(task_id=MILK), "Cancelled Milk."),
    (ReopenTask(task_id=DONE), "Done is open again."),
    (DeleteTask(task_id=MILK), "Deleted Milk."),
    (RestoreTask(task_id=TRASHED), "Trashed is back."),
    (CreateProject(name="Work", colour="#1A7F5A"), "Added the project Work."),
    (UpdateProject(project_id=PROJECT, name="House"), "Renamed the project Home to House."),
    (UpdateProject(project_id=PROJECT, archived=True), "Archived the project Home."),
    (DeleteProject(project_id=PROJECT), "Deleted the project Home."),
    (CreateTag(name="#work"), "Added the tag work."),
    (UpdateTag(tag_id=TAG, name="buy", colour="#000000"), "Renamed the tag shop to buy."),
    (DeleteTag(tag_id=TAG), "Deleted the tag shop."),
    (CreatePerson(name="Tom"), "Added Tom."),
    (
        UpdatePerson(person_id=PERSON, role="sister", contacts=[Contact("phone", "5")]),
        "Changed Sarah.",
    ),
    (DeletePerson(person_id=PERSON), "Deleted Sarah."),
    (CreateFilter(name="Late", query="due before today"), "Added the filter Late."),
    (UpdateFilter(filter_id=FILTER, query="#work"), "Changed the filter Soon."),
    (DeleteFilter(filter_id=FILTER), "Deleted the filter Soon."),
    (CreateComment(task_id=MILK, text="Now"), "Added the comment."),
    (UpdateComment(comment_id=COMMENT, text="Three"), "Changed the comment."),
    (DeleteComment(comment_id=COMMENT), "Deleted the comment."),
    (CreateTimer(seconds=90), "Timer set for one minute and 30 seconds."),
    (UpdateTimer(timer_id=TIMER, paused=True, add_s=60), "Paused the pasta timer"),
    (DeleteTimer(timer_id=TIMER), "Cancelled the pasta timer."),
    (CreateAlarm(at="2026-11-22T07:00:00", repeat=DAILY), "Alarm set for every day at 7 AM."),
    (UpdateAlarm(alarm_id=RINGING, at="2026-11-22T08:00:00"), "Moved the alarm to every day"),
    (DeleteAlarm(alarm_id=RINGING), "Cancelled the 11 AM alarm."),
    (SnoozeBell(), "Snoozed for ten minutes."),
    (StopBell(bell_id=RINGING), "Alarm off. It rings again every day at 11 AM."),
    (RestoreThing(thing_id=TRASHED_TAG), "The tag old is back."),
    (ChangeSettings(speed=0.8), "I'll speak more slowly."),
]


def state(db: Database) -> tuple[object, object]:
    return all_tasks(db), all_things(db)
