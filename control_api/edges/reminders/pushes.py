"""The SQL of pushes: what is to be sent, what was tried, what came of it."""

import msgspec
from sqlite_utils import Database

from control_api.edges.pushing.targets import Target


class Push(msgspec.Struct, frozen=True):
    """A push that is to be tried."""

    reminder_id: str
    key: str
    """Of its target."""
    attempts: int
    fired_at: str


def add_push(db: Database, reminder_id: str, target: Target, now: str) -> None:
    """Have a reminder pushed, as soon as can be."""
    db.execute(
        """
        INSERT INTO reminder_deliveries
            (reminder_id, way, target, service, state, at, next_try_at)
        VALUES (?, 'push', ?, ?, 'waiting', ?, ?)
        """,
        [reminder_id, target.key, target.service, now, now],
    )


def find_pushes(db: Database, now: str, latest: str) -> list[Push]:
    """The pushes to try now; so is one put off beyond `latest`, by a clock that was wrong."""
    rows = db.execute(
        """
        SELECT reminder_id, target, attempts, fired_at FROM reminder_deliveries
        JOIN reminders ON reminders.id = reminder_id
        WHERE next_try_at IS NOT NULL AND (next_try_at <= ? OR next_try_at > ?)
        ORDER BY fired_at, reminder_id
        """,
        [now, latest],
    )
    return [Push(*row) for row in rows]


def begin_push(db: Database, push: Push, now: str, next_try_at: str) -> None:
    """Note that a push is being tried, and when to try again unless it is known to have arrived."""
    db.execute(
        """
        UPDATE reminder_deliveries SET at = ?, next_try_at = ?, attempts = attempts + 1
        WHERE reminder_id = ? AND way = 'push' AND target = ? AND state = 'waiting'
        """,
        [now, next_try_at, push.reminder_id, push.key],
    )


def put_off(db: Database, push: Push, next_try_at: str) -> None:
    """Have a push that is still under way, or waits for its turn, not tried once more meanwhile."""
    db.execute(
        """
        UPDATE reminder_deliveries SET next_try_at = ?
        WHERE reminder_id = ? AND way = 'push' AND target = ? AND state = 'waiting'
        """,
        [next_try_at, push.reminder_id, push.key],
    )


def end_push(db: Database, push: Push, state: str, now: str, error: str = "") -> None:
    """Note that a push needs no other try: it arrived, failed for good, or is not wanted."""
    db.execute(
        """
        UPDATE reminder_deliveries SET state = ?, at = ?, next_try_at = NULL, error = ?
        WHERE reminder_id = ? AND way = 'push' AND target = ?
        """,
        [state, now, error, push.reminder_id, push.key],
    )


def note_failure(db: Database, push: Push, error: str) -> None:
    """Note why a push failed that will be tried again."""
    db.execute(
        """
        UPDATE reminder_deliveries SET error = ?
        WHERE reminder_id = ? AND way = 'push' AND target = ?
        """,
        [error, push.reminder_id, push.key],
    )


def find_failing(db: Database) -> list[tuple[str, str, str]]:
    """The targets that took nothing the last time: key, since when, and why."""
    rows = db.execute("""
        SELECT target, at, error FROM (
            SELECT target, at, error, state,
                row_number() OVER (PARTITION BY target ORDER BY at DESC) AS place
            FROM reminder_deliveries WHERE way = 'push' AND state <> 'cancelled'
        )
        WHERE place = 1 AND state <> 'delivered' AND error <> '' ORDER BY target
    """)
    return list(rows)
