"""The SQL of receipts: reminders with what they are about and the ways they took."""

import base64
import binascii
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from sqlite_utils import Database

from control_api.edges.reminders.bells import bells_by_id, is_ringing, say_bell
from control_api.edges.reminders.store import tasks_by_id
from control_api.edges.reminders.wording import say_reminder
from control_api.input.fields import invalid
from control_api.kinds.bells.kept import called
from control_api.requests.spoken import language
from shared.bells import Bell
from shared.languages import LanguageName
from shared.reminders import Delivery, Receipt, ReceiptPage, ReminderState
from shared.tasks import Task

_ROWS = """
    SELECT id, task_id, at, state, fired_at, heard_at, heard_by, bell_id FROM reminders
    WHERE (
        bell_id IS NOT NULL
        OR EXISTS (SELECT 1 FROM tasks WHERE tasks.id = task_id AND deleted_at IS NULL)
    ) AND
"""
_ID_LENGTH = 36


class View(msgspec.Struct, frozen=True):
    """When and where somebody looks at reminders."""

    now: datetime
    zone: ZoneInfo
    language: LanguageName = "en"


def list_receipts(
    db: Database,
    view: View,
    states: Sequence[ReminderState],
    *,
    cursor: str | None,
    limit: int,
    task_id: str | None = None,
) -> ReceiptPage:
    """One page: those to come first, when only they are wanted; else the newest first.

    `task_id`: of that task alone.

    Raises `InvalidInputError` for a cursor that no earlier page gave.
    """
    rising = list(states) == ["planned"]
    after = "" if cursor is None else f"AND (at, id) {'><'[not rising]} (?, ?)"
    order = "ASC" if rising else "DESC"
    about = "" if task_id is None else "AND task_id = ?"
    rows = db.execute(
        f"""
        {_ROWS} state IN (SELECT value FROM json_each(?)) {about} {after}
        ORDER BY at {order}, id {order} LIMIT ?
        """,
        [
            msgspec.json.encode(states).decode(),
            *([] if task_id is None else [task_id]),
            *([] if cursor is None else _place(cursor)),
            limit + 1,
        ],
    ).fetchall()
    shown = rows[:limit]
    more = len(rows) > limit
    return ReceiptPage(
        items=_receipts(db, shown, view),
        next_cursor=_cursor(shown[-1][2], shown[-1][0]) if more else None,
    )


def find_receipt(db: Database, reminder_id: str, view: View) -> Receipt | None:
    """One reminder, unless its task is in the trash."""
    rows = db.execute(f"{_ROWS} id = ?", [reminder_id]).fetchall()
    found = _receipts(db, rows, view)
    return found[0] if found else None


def unheard_receipts(db: Database, since: str, limit: int, view: View) -> list[Receipt]:
    """The newest of what went out since then and was not heard, the oldest first."""
    rows = db.execute(
        f"""
        {_ROWS} state IN ('due', 'delivered') AND fired_at >= ?
        ORDER BY fired_at DESC, id LIMIT ?
        """,
        [since, limit],
    ).fetchall()
    return _receipts(db, rows[::-1], view)


def changed_receipts(db: Database, change: int, view: View) -> list[Receipt]:
    """The reminders that went out, were heard or missed after a change of that number."""
    rows = db.execute(f"{_ROWS} change > ? ORDER BY change", [change]).fetchall()
    return _receipts(db, rows, view)


def _receipts(db: Database, rows: Sequence[tuple[Any, ...]], view: View) -> list[Receipt]:
    if not rows:
        return []
    tasks = tasks_by_id(db, {row[1] for row in rows if row[1]})
    bells = bells_by_id(db, {row[7] for row in rows if row[7]}, with_trash=True)
    deliveries = _deliveries(db, [row[0] for row in rows])
    subjects = [tasks.get(row[1]) or bells.get(row[7]) for row in rows]
    return [
        _receipt(row, subject, deliveries.get(row[0], []), view)
        for row, subject in zip(rows, subjects, strict=True)
        if subject is not None
    ]


def _receipt(
    row: tuple[Any, ...], subject: Task | Bell, deliveries: list[Delivery], view: View
) -> Receipt:
    reminder_id, task_id, at, state, fired_at, heard_at, heard_by, bell_id = row
    due, words = datetime.fromisoformat(at), language(view.language)
    if isinstance(subject, Task):
        told_at = due if state in {"planned", "missed"} else view.now
        title, text = subject.title, say_reminder(subject, due, told_at, view.zone, words)
    else:
        told_at = due if state == "planned" else view.now
        title, text = called(subject), say_bell(subject, due, told_at, view.zone, words)
    return Receipt(
        id=reminder_id,
        task_id=task_id,
        title=title,
        at=at,
        state=state,
        text=text,
        blocked=isinstance(subject, Task) and subject.blocked,
        fired_at=fired_at,
        heard_at=heard_at,
        heard_by=heard_by,
        deliveries=deliveries,
        bell_id=bell_id,
        bell_kind=None if isinstance(subject, Task) else subject.KIND,
        rings=not isinstance(subject, Task) and is_ringing(due, state, view.now),
    )


def _deliveries(db: Database, reminder_ids: Iterable[str]) -> dict[str, list[Delivery]]:
    found: dict[str, list[Delivery]] = {}
    for reminder_id, way, state, at, service, attempts, error in db.execute(
        """
        SELECT reminder_id, way, state, at, service, attempts, error FROM reminder_deliveries
        WHERE reminder_id IN (SELECT value FROM json_each(?)) ORDER BY at, way
        """,
        [msgspec.json.encode(list(reminder_ids)).decode()],
    ):
        delivery = Delivery(way=way, state=state, at=at, to=service, attempts=attempts, error=error)
        found.setdefault(reminder_id, []).append(delivery)
    return found


def _cursor(at: str, reminder_id: str) -> str:
    return base64.urlsafe_b64encode(f"{at} {reminder_id}".encode()).decode().rstrip("=")


def _place(cursor: str) -> list[str]:
    try:
        text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
    except (binascii.Error, ValueError):
        text = ""
    at, _, reminder_id = text.partition(" ")
    if len(reminder_id) == _ID_LENGTH and _cursor(at, reminder_id) == cursor:
        return [at, reminder_id]
    raise invalid("cursor", "This cursor is not one that a list has given; start without one.")
