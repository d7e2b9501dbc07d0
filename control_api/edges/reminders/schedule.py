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
from control_api.edges.reminders.bells import KINDS, bell_occasions, bells_by_id
from control_api.edges.reminders.plan import occasions, stamp
from control_api.edges.reminders.store import Progress, Row
from control_api.kinds.simple.store import all_bells
from control_api.log.entries import last_position
from shared.languages import LanguageName
from shared.tasks import Task

LATE = timedelta(hours=24)
"""So long a reminder goes out after its time; then it is missed."""
BATCH = 100
"""Tasks or events in one transaction, so that nobody waits long for the writer."""


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """What a person's reminders depend on beside their tasks."""

    zone: ZoneInfo
    language: LanguageName = "en"
    remind_at_due: bool = True
    spoken: bool = True
    targets: list[Target] = []
    """Where to push."""


class Plan(msgspec.Struct, frozen=True):
    """What has to be changed for the rows to be those of the tasks, and how far that goes."""

    add: list[tuple[store.Owner, str, str, str]]
    """What it is of, occasion, time."""
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
        plan = Plan([], [], [], [])
        _plan_tasks(db, plan, {task.id: (task, stamp(now)) for task in tasks}, rules, now)
        if not start:
            _plan_bells(db, plan, {bell.id: stamp(now) for bell in all_bells(db)}, rules, now)
        return msgspec.structs.replace(plan, progress=progress, more=more)
    newest = last_position(db)
    until = min(newest, done.position + BATCH)
    changed = store.changed_things(db, done.position, until, ("task",))
    tasks_now = store.tasks_by_id(db, changed)
    plan = Plan([], [], [], [])
    since = {each: (tasks_now.get(each), at) for each, at in changed.items()}
    _plan_tasks(db, plan, since, rules, now)
    bells = store.changed_things(db, done.position, until, KINDS)
    _plan_bells(db, plan, bells, rules, now)
    return msgspec.structs.replace(plan, progress=_progress(until, rules), is_last=until == newest)


def carry_out(db: Database, plan: Plan, now: datetime) -> None:
    """Make the rows what the plan says, in the transaction in which it was found."""
    _make_rows(db, plan, now)
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
    rung: dict[str, str] = {}
    for due in store.find_due(db, stamp(now)):
        if due.blocked:
            store.make_wait(db, due.id)
            continue
        if due.at < oldest and not due.waited:
            store.miss(db, due.id)
        else:
            store.fire(db, due.id, stamp(now), rules.targets)
        if due.bell_id is not None:
            rung[due.bell_id] = due.at
        told = True
    if rung:
        # An alarm that repeats comes again by itself: nothing is changed about it.
        following = Plan([], [], [], [])
        _plan_bells(db, following, rung, rules, now)
        _make_rows(db, following, now)
    return told


def next_look(db: Database) -> datetime | None:
    """When there is something to let out, to push, or to give up next."""
    at, untold_since = store.next_times(db)
    times = [] if at is None else [_parsed(at)]
    if untold_since is not None:
        times.append(_parsed(untold_since) + LATE + timedelta(seconds=1))
    return min(times, default=None)


def _make_rows(db: Database, plan: Plan, now: datetime) -> None:
    for of, of_id, occasion, at in plan.add:
        store.add(db, of, of_id, occasion, at)
    for reminder_id, at in plan.move:
        store.move(db, reminder_id, at)
    for reminder_id in plan.remove:
        store.remove(db, reminder_id)
    for reminder_id in plan.settle:
        store.hear(db, reminder_id, "task", stamp(now))


def _plan_tasks(
    db: Database,
    plan: Plan,
    tasks: dict[str, tuple[Task | None, str]],
    rules: Rules,
    now: datetime,
) -> None:
    """`tasks`: each with the time since which it is as it is."""
    wanted = {task_id: (_wanted(task, rules), since) for task_id, (task, since) in tasks.items()}
    _compare(db, plan, "task_id", wanted, now)


def _plan_bells(
    db: Database, plan: Plan, changed: dict[str, str], rules: Rules, now: datetime
) -> None:
    """`changed`: the ids of bells, each with the time since which it is as it is."""
    bells = bells_by_id(db, changed)
    wanted = {
        bell_id: (bell_occasions(bells.get(bell_id), rules.zone, now), since)
        for bell_id, since in changed.items()
    }
    _compare(db, plan, "bell_id", wanted, now)


def _compare(
    db: Database,
    plan: Plan,
    of: store.Owner,
    all_wanted: dict[str, tuple[dict[str, str], str]],
    now: datetime,
) -> None:
    """`all_wanted`: by what they are of, times by occasion, and since when they are so.

    What was past already by then is no reminder any more. What has become past since then, while
    nobody looked, is late.
    """
    stored: dict[str, dict[str, Row]] = {of_id: {} for of_id in all_wanted}
    for row in store.rows_of(db, all_wanted, of):
        stored[row.of_id][row.occasion] = row
    for of_id, (wanted, since) in all_wanted.items():
        rows = stored[of_id]
        for key, at in wanted.items():
            if key not in rows:
                if at >= min(_just_before(since), stamp(now)):
                    plan.add.append((of, of_id, key, at))
            elif rows[key].at != at and rows[key].state in {"planned", "missed"}:
                plan.move.append((rows[key].id, at))
        for key in rows.keys() - wanted.keys():
            if rows[key].state == "planned":
                plan.remove.append(rows[key].id)
            elif rows[key].state in {"due", "delivered"}:
                plan.settle.append(rows[key].id)


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
