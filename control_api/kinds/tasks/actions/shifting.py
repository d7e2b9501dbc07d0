"""What goes along when a task moves on to its next time: start, deadline, reminders."""

from datetime import timedelta

import msgspec

from control_api.time.due_times import as_due, is_all_day, wall
from control_api.time.schedule import Turn
from shared.tasks import Anchor, Reminder, Task


def shifted(task: Task, by: timedelta) -> Task:
    """The task with its start, deadline and fixed reminders so much later.

    Raises OverflowError when one of them would be after the year 9999.
    """
    return msgspec.structs.replace(
        task,
        start=_later(task.start, by),
        deadline=_later(task.deadline, by),
        reminders=[
            msgspec.structs.replace(each, at=_later(each.at, by)) for each in task.reminders
        ],
    )


def on_turn(task: Task, turn: Turn, by: timedelta) -> Task:
    """The task as it is at that time, `by` after the one before. Raises OverflowError."""
    return msgspec.structs.replace(shifted(task, by), due=turn.due, repeat=turn.repeat)


def part_of_next(part: Task, by: timedelta) -> Task:
    """A part of a task that comes again: to be done anew. Raises OverflowError."""
    if part.repeat is not None:
        return part
    part = msgspec.structs.replace(shifted(part, by), due=_later(part.due, by))
    if part.status != "completed":
        return part
    return msgspec.structs.replace(part, status="todo", completed_at=None)


def lead_of(task: Task, due: str) -> timedelta:
    """How long before it is due the task speaks up or begins."""
    ahead = [_ahead(task, reminder, due) for reminder in task.reminders]
    if task.start is not None:
        ahead.append(wall(due) - wall(task.start))
    return max(ahead, default=timedelta()) if ahead else timedelta()


def _ahead(task: Task, reminder: Reminder, due: str) -> timedelta:
    if reminder.at is not None:
        return wall(due) - wall(reminder.at)
    anchors: dict[Anchor, str | None] = {
        "due": due,
        "start": task.start,
        "deadline": task.deadline,
    }
    return wall(due) - wall(anchors[reminder.anchor] or due) + _minutes(reminder.before_min)


def _minutes(count: int | None) -> timedelta:
    return timedelta(minutes=count or 0)


def _later(time: str | None, by: timedelta) -> str | None:
    return None if time is None else as_due(wall(time) + by, all_day=is_all_day(time))
