from datetime import UTC, datetime

import pytest
from sqlite_utils import Database

from control_api.engine.moment import Moment
from control_api.kinds.tasks.actions.editing import create_task
from control_api.kinds.tasks.actions.snooze import snooze_task
from control_api.kinds.tasks.actions.statuses import complete_task
from shared.actions import CompleteTask, CreateTask, SnoozeTask
from shared.problems import ConflictError, InvalidInputError
from shared.tasks import Reminder, Task
from tests.control_api.edges.reminders.conftest import BERLIN

TEN_PAST = Reminder(at="2026-11-21T12:10:00", time_zone="UTC")


def at(hour: int, minute: int = 0) -> Moment:
    now = datetime(2026, 11, 21, hour, minute, tzinfo=UTC)
    return Moment(now=now, zone=BERLIN, stamp=now.strftime("%Y-%m-%dT%H:%M:%S.%fZ"))


def create(db: Database, **fields: object) -> Task:
    after = create_task(db, CreateTask(title="Call Sarah", **fields), at(9)).after  # type: ignore[arg-type]
    assert after is not None
    return after


def snooze(db: Database, task: Task, moment: Moment, minutes: int = 10) -> list[Reminder]:
    after = snooze_task(db, SnoozeTask(task_id=task.id, minutes=minutes), moment).after
    assert after is not None
    return after.reminders


def test_a_task_is_brought_up_again_in_ten_minutes(db: Database) -> None:
    assert snooze(db, create(db), at(12)) == [TEN_PAST]


def test_what_it_had_stays_and_what_was_snoozed_before_goes(db: Database) -> None:
    own = [Reminder(before_min=30), Reminder(at="2026-11-21T09:00:00")]
    task = create(db, due="2026-11-21T13:00:00", reminders=own)
    assert snooze(db, task, at(12)) == [*own, TEN_PAST]
    again = Reminder(at="2026-11-21T12:20:00", time_zone="UTC")
    assert snooze(db, task, at(12, 10)) == [*own, again]


def test_the_reminder_at_the_due_time_is_kept_for_the_next_time(db: Database) -> None:
    task = create(db, due="2026-11-21T13:00:00")
    assert snooze(db, task, at(12)) == [Reminder(before_min=0), TEN_PAST]


def test_an_hour_that_comes_twice_is_no_trouble(db: Database) -> None:
    now = datetime(2026, 10, 25, 0, 55, tzinfo=UTC)  # 02:55 in Berlin, for the first time
    moment = Moment(now=now, zone=BERLIN, stamp="2026-10-25T00:55:00.000000Z")
    assert snooze(db, create(db), moment) == [Reminder(at="2026-10-25T01:05:00", time_zone="UTC")]


@pytest.mark.parametrize("minutes", [0, -5, 1 << 40])
def test_no_time_at_all_is_refused(db: Database, minutes: int) -> None:
    with pytest.raises(InvalidInputError):
        snooze(db, create(db), at(12), minutes)


def test_a_finished_task_is_not_brought_up_again(db: Database) -> None:
    task = create(db)
    complete_task(db, CompleteTask(task.id), at(10))
    with pytest.raises(ConflictError, match="finished"):
        snooze(db, task, at(12))
