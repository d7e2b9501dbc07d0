"""What ticking, skipping and missing come to for a task that repeats."""

from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

import msgspec
from sqlite_utils import Database

from control_api.engine.moment import Moment
from control_api.engine.results import Result
from control_api.kinds.tasks.actions.editing import changed
from control_api.kinds.tasks.actions.occurrence_store import keep_occurrence, occurrence_id
from control_api.kinds.tasks.actions.references import check_free
from control_api.kinds.tasks.actions.shifting import lead_of, on_turn, part_of_next
from control_api.kinds.tasks.records.store import existing_task, find_task, save_task
from control_api.kinds.tasks.records.tree import children
from control_api.log.changes import Change
from control_api.time.due_times import wall
from control_api.time.schedule import Turn, next_turn, passed, passes_at
from shared.actions import CatchUpTask, CompleteTask, SkipOccurrence
from shared.problems import ConflictError
from shared.tasks import OPEN, Repeat, Task
from shared.things import Occurrence

MOST_MISSED = 366
"""Of the times that a task was missed at a stretch, so many are kept on record, the latest ones."""


class _Step(msgspec.Struct, frozen=True):
    """A task on its way: how it is now, and the times it has gone past."""

    task: Task
    by: timedelta
    """How much later it is due than at first, by its rule."""
    gone: list[str]
    """Due dates by the rule."""


def does_repeat(task: Task) -> bool:
    """Whether the task comes again when it is done."""
    return task.repeat is not None and task.due is not None and task.status in OPEN


def complete_repeating(db: Database, action: CompleteTask, before: Task, moment: Moment) -> Result:
    """Record that a time was done, and move on to the next; without one, the task is done for good.

    Raises `ConflictError` for a task that waits for another.
    """
    check_free(db, before)
    current = _caught_up(before, moment)
    following = _next(current, moment)
    if following is not None:
        return _keep(db, Result(action=action, before=before), current, following, "done", moment)
    done = msgspec.structs.replace(current.task, status="completed", completed_at=moment.stamp)
    over = msgspec.structs.replace(current, task=done)
    return _keep(db, Result(action=action, before=before), current, over, "done", moment)


def skip_occurrence(db: Database, action: SkipOccurrence, moment: Moment) -> Result:
    """Leave this time out. Raises `NotFoundError`, and `ConflictError` without a next one."""
    before = existing_task(db, action.task_id)
    if not does_repeat(before):
        raise ConflictError(f"{before.title} does not repeat, so there is no next time.")
    current = _caught_up(before, moment)
    following = _next(current, moment)
    if following is None:
        raise ConflictError(f"This is the last time of {before.title}. Complete or delete it.")
    return _keep(db, Result(action=action, before=before), current, following, "skipped", moment)


def catch_up_task(db: Database, action: CatchUpTask, moment: Moment) -> Result:
    """Go past the times that were missed, if there are any. Raises `NotFoundError`."""
    before = existing_task(db, action.task_id)
    current = _caught_up(before, moment) if does_repeat(before) else _Step(before, timedelta(), [])
    return _keep(db, Result(action=action, before=before), current, current, None, moment)


def has_missed(task: Task, moment: Moment) -> bool:
    """Whether a time of the task has passed undone."""
    at = will_miss_at(task, moment.zone)
    return at is not None and at <= moment.now and bool(_caught_up(task, moment).gone)


def will_miss_at(task: Task, zone: ZoneInfo) -> datetime | None:
    """When the time that it is the turn of will have passed undone; None when it never will."""
    if not does_repeat(task):
        return None
    repeat, due = _repeat_of(task)
    lead = lead_of(task, repeat.moved_from or due)
    return passes_at(repeat, due, task.time_zone, zone=zone, lead=lead)


def _caught_up(task: Task, moment: Moment) -> _Step:
    repeat, due = _repeat_of(task)
    nominal = repeat.moved_from or due
    gone, turn = passed(
        repeat,
        due,
        task.time_zone,
        now=moment.now,
        zone=moment.zone,
        lead=lead_of(task, nominal),
    )
    step = _Step(task, timedelta(), [])
    moved = _moved(step, turn) if gone else step
    return step if moved is None else msgspec.structs.replace(moved, gone=gone)


def _next(step: _Step, moment: Moment) -> _Step | None:
    """The same task at its next time, to be done anew; None when there is none."""
    repeat, due = _repeat_of(step.task)
    zone = step.task.time_zone
    turn = next_turn(repeat, due, zone, done_at=moment.now, zone=moment.zone)
    moved = None if turn is None else _moved(step, turn)
    if moved is None:
        return None
    again = msgspec.structs.replace(moved.task, status="todo", completed_at=None)
    return msgspec.structs.replace(moved, task=again)


def _moved(step: _Step, turn: Turn) -> _Step | None:
    repeat, due = _repeat_of(step.task)
    by = wall(turn.nominal) - wall(repeat.moved_from or due)
    try:
        task = on_turn(step.task, turn, by)
    except OverflowError:  # nothing is planned for after the year 9999
        return None
    return _Step(task, step.by + by, step.gone)


def _keep(
    db: Database,
    result: Result,
    current: _Step,
    after: _Step,
    state: Literal["done", "skipped"] | None,
    moment: Moment,
) -> Result:
    """Record what became of each time, and keep the task and its parts as they are now."""
    repeat, due = current.task.repeat, current.task.due
    records: list[tuple[str, Literal["done", "skipped", "missed"]]] = []
    if repeat is not None and repeat.missed == "keep":
        records += [(each, "missed") for each in current.gone[-MOST_MISSED:]]
    if repeat is not None and due is not None and state is not None:
        records.append((repeat.moved_from or due, state))
    also = [
        keep_occurrence(
            db,
            Occurrence(
                id=occurrence_id(after.task.id, nominal),
                task_id=after.task.id,
                due=nominal,
                time_zone=after.task.time_zone,
                state=became,
                created_at=moment.stamp,
                updated_at=moment.stamp,
            ),
        )
        for nominal, became in records
    ]
    if after.by:
        also += _renew_parts(db, after, moment)
    return changed(db, msgspec.structs.replace(result, after=after.task, also=also), moment)


def _renew_parts(db: Database, step: _Step, moment: Moment) -> list[Change]:
    changes = []
    for part in children(db, step.task.id):
        try:
            anew = part_of_next(part, step.by)
        except OverflowError:
            continue
        if anew != part:
            save_task(db, msgspec.structs.replace(anew, updated_at=moment.stamp))
            changes.append(Change(before=part, after=find_task(db, part.id)))
    return changes


def _repeat_of(task: Task) -> tuple[Repeat, str]:
    if task.repeat is None or task.due is None:
        raise ConflictError(f"{task.title} does not repeat.")
    return task.repeat, task.due
