"""The SQL of planned reminders and what becomes of them. Times are text, see `plan.STAMP`."""

import uuid
from collections.abc import Iterable
from typing import Literal

import msgspec
from sqlite_utils import Database

from control_api.edges.pushing.targets import Target
from control_api.edges.reminders.pushes import add_push
from control_api.kinds.tasks.records.store import BLOCKED, COLUMNS, OPEN_STATUSES, read_tasks
from shared.events import Kind
from shared.reminders import ReminderState
from shared.tasks import Task

Owner = Literal["task_id", "bell_id"]
"""The column that says what a reminder is of."""

_CHANGE = "(SELECT changes FROM reminder_progress)"


class Progress(msgspec.Struct, frozen=True):
    """How far planning has come, and with which settings."""

    position: int = 0
    """Of the last event that was looked at."""
    time_zone: str = ""
    remind_at_due: bool = False

    @property
    def rules(self) -> tuple[str, bool]:
        """The settings with which all that is there was planned."""
        return self.time_zone, self.remind_at_due


class Row(msgspec.Struct, frozen=True):
    """A reminder as it is stored."""

    id: str
    of_id: str
    """Of the task, timer or alarm that it is of."""
    occasion: str
    at: str
    state: ReminderState


class Due(msgspec.Struct, frozen=True):
    """A planned reminder whose time has come."""

    id: str
    at: str
    waited: bool
    """Its task was blocked at that time."""
    blocked: bool
    """Its task is blocked now."""
    bell_id: str | None = None


def read_progress(db: Database) -> Progress:
    """How far planning has come."""
    row = db.execute("SELECT position, time_zone, remind_at_due FROM reminder_progress").fetchone()
    return Progress(position=row[0], time_zone=row[1], remind_at_due=bool(row[2]))


def save_progress(db: Database, progress: Progress) -> None:
    """Note how far planning has come."""
    db.execute(
        "UPDATE reminder_progress SET position = ?, time_zone = ?, remind_at_due = ?",
        [progress.position, progress.time_zone, progress.remind_at_due],
    )


def changed_things(
    db: Database, position: int, until: int, kinds: Iterable[Kind]
) -> dict[str, str]:
    """The ids of what of these kinds the events changed, and when each was changed last."""
    return dict(
        db.execute(
            """
            SELECT thing_id, max(at) FROM events
            WHERE id > ? AND id <= ? AND kind IN (SELECT value FROM json_each(?))
            GROUP BY thing_id
            """,
            [position, until, _json(kinds)],
        )
    )


def tasks_by_id(db: Database, task_ids: Iterable[str]) -> dict[str, Task]:
    """Those of the tasks that are not in the trash."""
    rows = db.execute(
        f"""
        SELECT {COLUMNS} FROM tasks
        WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL
        """,
        [_json(task_ids)],
    )
    return {task.id: task for task in read_tasks(db, rows)}


def tasks_with_reminders(db: Database, after: int, limit: int) -> tuple[list[Task], int | None]:
    """Open tasks that may have a reminder, the oldest first, and where to go on from."""
    rows = db.execute(
        f"""
        SELECT {COLUMNS}, position FROM tasks
        WHERE position > ? AND deleted_at IS NULL AND status IN {OPEN_STATUSES}
            AND (length(due) = 19 OR json_type(document, '$.reminders') = 'array')
        ORDER BY position LIMIT ?
        """,
        [after, limit],
    ).fetchall()
    tasks = read_tasks(db, [row[:-1] for row in rows])
    return tasks, rows[-1][-1] if len(rows) == limit else None


def rows_of(db: Database, ids: Iterable[str], of: Owner) -> list[Row]:
    """The reminders of these tasks or bells, whatever became of them."""
    rows = db.execute(
        f"""
        SELECT id, {of}, occasion, at, state FROM reminders
        WHERE {of} IN (SELECT value FROM json_each(?))
        """,
        [_json(ids)],
    )
    return [Row(*row) for row in rows]


def add(db: Database, of: Owner, of_id: str, occasion: str, at: str) -> None:
    """Plan a reminder of a task or bell."""
    db.execute(
        f"INSERT INTO reminders (id, {of}, occasion, at, state) VALUES (?, ?, ?, ?, 'planned')",
        [str(uuid.uuid4()), of_id, occasion, at],
    )


def move(db: Database, reminder_id: str, at: str) -> None:
    """Plan it for another time: the person is in another time zone."""
    db.execute("UPDATE reminders SET at = ? WHERE id = ?", [at, reminder_id])


def remove(db: Database, reminder_id: str) -> None:
    """Forget a reminder that never went out."""
    db.execute("DELETE FROM reminders WHERE id = ?", [reminder_id])


def revive(db: Database, oldest: str) -> None:
    """Take back that reminders were missed, where the clock, set right, says they can't be yet."""
    db.execute(
        """
        UPDATE reminders SET state = 'planned'
        WHERE state = 'missed' AND fired_at IS NULL AND at >= ?
        """,
        [oldest],
    )
    db.execute(
        "UPDATE reminders SET state = 'due' WHERE state = 'missed' AND fired_at >= ?", [oldest]
    )


def is_outdated(db: Database, oldest: str) -> bool:
    """Whether `revive` or `miss_untold` would change anything."""
    found = db.execute(
        """
        SELECT 1 FROM reminders
        WHERE (state = 'due' AND fired_at < :oldest)
            OR (state = 'missed' AND coalesce(fired_at, at) >= :oldest)
        LIMIT 1
        """,
        {"oldest": oldest},
    )
    return found.fetchone() is not None


def find_due(db: Database, now: str) -> list[Due]:
    """The reminders whose time has come, the oldest first."""
    rows = db.execute(
        f"""
        SELECT reminders.id, reminders.at, waited, {BLOCKED}, bell_id FROM reminders
        LEFT JOIN tasks ON tasks.id = reminders.task_id
        WHERE reminders.state = 'planned' AND reminders.at <= ? ORDER BY reminders.at, reminders.id
        """,
        [now],
    )
    return [Due(row[0], row[1], bool(row[2]), bool(row[3]), row[4]) for row in rows]


def make_wait(db: Database, reminder_id: str) -> None:
    """Note that its time has come while its task was blocked: it goes out late, on purpose."""
    db.execute("UPDATE reminders SET waited = 1 WHERE id = ?", [reminder_id])


def fire(db: Database, reminder_id: str, now: str, targets: list[Target]) -> None:
    """Let a planned reminder go out: once, since it is planned no longer."""
    _bump(db)
    db.execute(
        f"""
        UPDATE reminders SET state = 'due', fired_at = ?, change = {_CHANGE}
        WHERE id = ? AND state = 'planned'
        """,
        [now, reminder_id],
    )
    for target in targets:
        add_push(db, reminder_id, target, now)


def miss(db: Database, reminder_id: str) -> None:
    """Note that it is too late for a reminder."""
    _bump(db)
    db.execute(
        f"UPDATE reminders SET state = 'missed', change = {_CHANGE} WHERE id = ?", [reminder_id]
    )


def miss_untold(db: Database, oldest: str) -> bool:
    """Note as missed what went out before `oldest` and reached nobody; whether there was any."""
    rows = db.execute("SELECT id FROM reminders WHERE state = 'due' AND fired_at < ?", [oldest])
    ids = [reminder_id for (reminder_id,) in rows.fetchall()]
    for reminder_id in ids:
        miss(db, reminder_id)
    return bool(ids)


def deliver(db: Database, reminder_id: str, way: str, now: str) -> bool:
    """Note that a reminder that is out has arrived; False when that was known."""
    added = db.execute(
        """
        INSERT INTO reminder_deliveries (reminder_id, way, state, at)
        SELECT id, ?, 'delivered', ? FROM reminders
        WHERE id = ? AND state IN ('due', 'delivered', 'heard')
        ON CONFLICT DO NOTHING
        """,
        [way, now, reminder_id],
    )
    if added.rowcount != 1:
        return False
    mark_delivered(db, reminder_id)
    return True


def mark_delivered(db: Database, reminder_id: str) -> None:
    """Note of a reminder that it has arrived by some way."""
    _bump(db)
    db.execute(
        f"""
        UPDATE reminders SET change = {_CHANGE},
            state = CASE state WHEN 'heard' THEN 'heard' ELSE 'delivered' END
        WHERE id = ?
        """,
        [reminder_id],
    )


def hear(db: Database, reminder_id: str, by: str, now: str) -> None:
    """Note that the person knows; what still tries to tell them is called off."""
    _bump(db)
    db.execute(
        f"""
        UPDATE reminders SET state = 'heard', heard_at = ?, heard_by = ?, change = {_CHANGE}
        WHERE id = ? AND state IN ('due', 'delivered')
        """,
        [now, by, reminder_id],
    )
    db.execute(
        """
        UPDATE reminder_deliveries SET state = 'cancelled', at = ?, next_try_at = NULL
        WHERE reminder_id = ? AND state = 'waiting'
        """,
        [now, reminder_id],
    )


def last_change(db: Database) -> int:
    """The number of the last change of a reminder that clients are told of."""
    (changes,) = db.execute("SELECT changes FROM reminder_progress").fetchone()
    return int(changes)


def next_times(db: Database) -> tuple[str | None, str | None]:
    """When a reminder or push is to go out next; and since when the oldest untold one is out."""
    row = db.execute("""
        SELECT (
            SELECT min(at) FROM (
                SELECT min(at) AS at FROM reminders WHERE state = 'planned' AND waited = 0
                UNION ALL
                SELECT min(next_try_at) FROM reminder_deliveries WHERE next_try_at IS NOT NULL
            )
        ), (SELECT min(fired_at) FROM reminders WHERE state = 'due')
    """).fetchone()
    return row[0], row[1]


def _bump(db: Database) -> None:
    db.execute("UPDATE reminder_progress SET changes = changes + 1")


def _json(values: Iterable[str]) -> str:
    return msgspec.json.encode(list(values)).decode()
