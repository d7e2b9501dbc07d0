"""Bringing a task up again in a while."""

from datetime import UTC, datetime, timedelta

import msgspec
from sqlite_utils import Database

from control_api.engine.moment import Moment
from control_api.engine.results import Result
from control_api.input.fields import invalid
from control_api.kinds.tasks.actions.editing import changed
from control_api.kinds.tasks.records.inputs import LONGEST_MIN, clean_reminders
from control_api.kinds.tasks.records.store import existing_task
from shared.actions import SnoozeTask
from shared.problems import ConflictError
from shared.tasks import OPEN, Reminder, Task


def snooze_task(db: Database, action: SnoozeTask, moment: Moment) -> Result:
    """Add a reminder, so many minutes from now, instead of those snoozed before that are past."""
    if not 1 <= action.minutes <= LONGEST_MIN:
        raise invalid("minutes", "Choose from one minute to a year.")
    before = existing_task(db, action.task_id)
    if before.status not in OPEN:
        raise ConflictError(f"{before.title} is finished. Open it again to be reminded of it.")
    now = moment.now.astimezone(UTC)
    # In UTC, since a local time may come twice.
    at = (now + timedelta(minutes=action.minutes)).strftime("%Y-%m-%dT%H:%M:%S")
    kept = [each for each in _own(before) if not _is_past(each, now)]
    reminders = clean_reminders([*kept, Reminder(at=at, time_zone="UTC")])
    after = msgspec.structs.replace(before, reminders=reminders)
    return changed(db, Result(action=action, before=before, after=after), moment)


def _own(task: Task) -> list[Reminder]:
    """The task's reminders, and if it has none, the one that a task with a time has anyway."""
    if task.reminders or task.due is None or "T" not in task.due:
        return task.reminders
    return [Reminder(before_min=0)]


def _is_past(reminder: Reminder, now: datetime) -> bool:
    if reminder.at is None or reminder.time_zone != "UTC":
        return False
    return datetime.fromisoformat(reminder.at).replace(tzinfo=UTC) <= now
