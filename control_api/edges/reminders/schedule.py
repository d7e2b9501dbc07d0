"""The rules of reminders inside one workspace: what is planned, what goes out, what is too late.

Each planned reminder has a row, made when its task is changed, and leaves the planned state in one
transaction: that is why it goes out once, whatever happens to the program or its clock.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
from sqlite_utils import Database

from control_api.edges.pushing.targets import Target
from control_api.edges.reminders import store
from control_api.edges.reminders.plan import occasions, stamp
from control_api.edges.reminders.store import Progress, Row
from control_api.log.entries import last_position
from shared.tasks import Task

LATE = timedelta(hours=24)
"""So long a reminder goes out after its time; then it is missed."""
BATCH = 100
"""Tasks or events in one transaction, so that nobody waits long for the writer."""


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """What a person's reminders depend on beside their tasks."""

    zone: ZoneInfo
    remind_at_due: bool = True
    spoken: bool = True
    targets: list[Target] = []
    """Where to push."""


class Plan(msgspec.Struct, frozen=True):
    """What has to be changed for the rows to be those of the tasks, and how far that goes."""

    add: list[tuple[str, str, str]]
    """Task, occasion, time."""
    move: list[tuple[str, str]]
    remove: list[str]
    settle: list[str]
    """Out, and not heard, while the task was finished or given another time: the person knows."""
    progress: Progress = Progress()
    more: int | None = None
    """Where to go on from when all tasks are planned anew and some are left."""
    is_last: bool = False
    """It goes as far as the log."""

    @property
    def is_none(self) -> bool:
        """Whether the rows are as they should be."""
        return not (self.add or self.move or self.remove or self.settle)


def find_plan(
    db: Database, done: Progress, rules: Rules, now: datetime, *, start: int | None = None
) -> Plan:
    """Compare the rows with the tasks that were changed since planning had come to `done`.

    With `start`, or another time zone or setting, it is all the tasks, a batch a time, from `start`
    on.
    """
    if start is not None or done.rules != (rules.zone.key, rules.remind_at_due):
        tasks, more = store.tasks_with_reminders(db, start or 0, BATCH)
        progress = done if more is not None else _progress(done.position, rules)
        plan = _compare(db, {task.id: (task, stamp(now)) for task in tasks}, rules, now)
        return msgspec.structs.replace(plan, progress=progress, more=more)
    newest = last_position(db)
    until = min(newest, done.position + BATCH)
    changed = store.changed_tasks(db, done.position, until)
    tasks_now = store.tasks_by_id(db, changed)
    plan = _compare(
        db, {each: (tasks_now.get(each), at) for each, at in changed.items()}, rules, now
    )
    return msgspec.structs.replace(plan, progress=_progress(until, rules), is_last=until == newest)


def carry_out(db: Database, plan: Plan, now: datetime) -> None:
    """Make the rows what the plan says, in the transaction in which it was found."""
    for task_id, occasion, at in plan.add:
        store.add(db, task_id, occasion, at)
    for reminder_id, at in plan.move:
        store.move(db, reminder_id, at)
    for reminder_id in plan.remove:
        store.remove(db, reminder_id)
    for reminder_id in plan.settle:
        store.hear(db, reminder_id, "task", stamp(now))
    store.save_progress(db, plan.progress)


def is_anything_due(db: Database, now: datetime) -> bool:
    """Whether `let_out` has anything to do."""
    if any(not (due.blocked and due.waited) for due in store.find_due(db, stamp(now))):
        return True
    return store.is_outdated(db, stamp(now - LATE))


def let_out(db: Database, rules: Rules, now: datetime) -> bool:
    """Let go out what is due, and note what is too late; whether clients have to be told.

    Reminders of blocked tasks wait; once free, they go out, however late that is.
    """
    oldest = stamp(now - LATE)
    store.revive(db, oldest)
    told = store.miss_untold(db, oldest)
    for due in store.find_due(db, stamp(now)):
        if due.blocked:
            store.make_wait(db, due.id)
            continue
        if due.at < oldest and not due.waited:
            store.miss(db, due.id)
        else:
            store.fire(db, due.id, stamp(now), rules.targets)
        told = True
    return told


def next_look(db: Database) -> datetime | None:
    """When there is something to let out, to push, or to give up next."""
    at, untold_since = store.next_times(db)
    times = [] if at is None else [_parsed(at)]
    if untold_since is not None:
        times.append(_parsed(untold_since) + LATE + timedelta(seconds=1))
    return min(times, default=None)


def _compare(
    db: Database,
    tasks: dict[str, tuple[Task | None, str]],
    rules: Rules,
    now: datetime,
) -> Plan:
    """`tasks`: each with the time since which it is as it is.

    What was past already by then is no reminder any more. What has become past since then, while
    nobody looked, is late.
    """
    stored: dict[str, dict[str, Row]] = {task_id: {} for task_id in tasks}
    for row in store.rows_of(db, tasks):
        stored[row.task_id][row.occasion] = row
    plan = Plan([], [], [], [])
    for task_id, (task, since) in tasks.items():
        rows = stored[task_id]
        wanted = _wanted(task, rules)
        for key, at in wanted.items():
            if key not in rows:
                if at >= min(_just_before(since), stamp(now)):
                    plan.add.append((task_id, key, at))
            elif rows[key].at != at and rows[key].state in {"planned", "missed"}:
                plan.move.append((rows[key].id, at))
        for key in rows.keys() - wanted.keys():
            if rows[key].state == "planned":
                plan.remove.append(rows[key].id)
            elif rows[key].state in {"due", "delivered"}:
                plan.settle.append(rows[key].id)
    return plan


def _just_before(since: str) -> str:
    """Times are given to the minute: who says 2:05 at half past that minute means now."""
    return stamp(datetime.fromisoformat(since) - timedelta(minutes=1))


def _wanted(task: Task | None, rules: Rules) -> dict[str, str]:
    if task is None:
        return {}
    found = occasions(task, rules.zone, at_due=rules.remind_at_due)
    return {occasion.key: stamp(occasion.at) for occasion in found}


def _progress(position: int, rules: Rules) -> Progress:
    return Progress(position=position, time_zone=rules.zone.key, remind_at_due=rules.remind_at_due)


def _parsed(text: str) -> datetime:
    return datetime.fromisoformat(text)
