"""The SQL of lists of tasks: pages for programs, and what is due for people."""

import base64
import binascii
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec
from sqlite_utils import Database

from control_api.lines import invalid, name_key
from control_api.tasks.document import UTC_SECONDS
from control_api.tasks.store import COLUMNS, ROWS, read_tasks
from shared.tasks import Task, TaskPage, TaskStatus

_DUE_IN_RANGE = """(
    (due_utc IS NULL AND due >= :due_from AND due < :due_before)
    OR (due_utc >= :due_from_utc AND due_utc < :due_before_utc)
)"""
_OVERDUE = """(
    (length(due) = 10 AND due < :today)
    OR (length(due) = 19 AND due_utc IS NULL AND due < :now)
    OR (due_utc < :now_utc)
)"""
_IN_PROJECT = """project_id = (
    SELECT id FROM things WHERE kind = 'project' AND name_key = :project AND deleted_at IS NULL
)"""
_ALWAYS = ("0000", "9999~")
"""Before and after every day and every instant, as text."""


class TaskFilter(msgspec.Struct, frozen=True, kw_only=True):
    """Which tasks are meant; what is None does not matter. Days are days in the person's zone."""

    search: str | None = None
    status: TaskStatus | None = None
    only_open: bool = False
    project: str | None = None
    due_from: date | None = None
    due_to: date | None = None
    overdue_at: datetime | None = None
    """An aware time: what should have been done by then."""


def list_page(
    db: Database, wanted: TaskFilter, zone: ZoneInfo, *, cursor: str | None, limit: int
) -> TaskPage:
    """One page, newest first. What exists all along is on exactly one page, whatever else changes.

    Raises `InvalidInputError` for a cursor that no earlier page gave.
    """
    where, values = _conditions(wanted, zone)
    if cursor is not None:
        where += " AND position < :position"
        values["position"] = _position(cursor)
    rows = db.execute(
        f"SELECT {COLUMNS}, position {ROWS} {where} ORDER BY position DESC LIMIT :limit",
        {**values, "limit": limit + 1},
    ).fetchall()
    more = len(rows) > limit
    return TaskPage(
        items=read_tasks(db, [row[:-1] for row in rows[:limit]]),
        next_cursor=_cursor(rows[limit - 1][-1]) if more else None,
    )


def list_due(
    db: Database, wanted: TaskFilter, zone: ZoneInfo, *, limit: int
) -> tuple[list[Task], int]:
    """Give the first tasks by due date, those without one last; and how many there are."""
    where, values = _conditions(wanted, zone)
    (total,) = db.execute(f"SELECT count(*) {ROWS} {where}", values).fetchone()
    rows = db.execute(
        f"SELECT {COLUMNS} {ROWS} {where} ORDER BY due IS NULL, due, position LIMIT :limit",
        {**values, "limit": limit},
    )
    return read_tasks(db, rows), total


def _conditions(wanted: TaskFilter, zone: ZoneInfo) -> tuple[str, dict[str, str | int]]:
    where = [""]
    values: dict[str, str | int] = {}
    if wanted.search is not None:
        where.append("instr(title_key, :search) > 0")
        values["search"] = name_key(wanted.search)
    if wanted.status is not None:
        where.append("status = :status")
        values["status"] = wanted.status
    if wanted.only_open:
        where.append("status IN ('todo', 'in_progress')")
    if wanted.project is not None:
        where.append(_IN_PROJECT)
        values["project"] = name_key(wanted.project)
    if wanted.due_from is not None or wanted.due_to is not None:
        where.append(_DUE_IN_RANGE)
        due_from, due_from_utc = _midnight(wanted.due_from, zone, otherwise=_ALWAYS[0])
        day_after = _next_day(wanted.due_to)
        due_before, due_before_utc = _midnight(day_after, zone, otherwise=_ALWAYS[1])
        values |= {
            "due_from": due_from,
            "due_before": due_before,
            "due_from_utc": due_from_utc,
            "due_before_utc": due_before_utc,
        }
    if wanted.overdue_at is not None:
        where.append(_OVERDUE)
        local = wanted.overdue_at.astimezone(zone)
        values |= {
            "today": local.date().isoformat(),
            "now": local.strftime(UTC_SECONDS),
            "now_utc": local.astimezone(UTC).strftime(UTC_SECONDS),
        }
    return " AND ".join(where), values


def _midnight(day: date | None, zone: ZoneInfo, *, otherwise: str) -> tuple[str, str]:
    """The beginning of a day: as a date, and as an instant in UTC."""
    if day is None:
        return otherwise, otherwise
    try:
        instant = datetime.combine(day, time(), zone).astimezone(UTC).strftime(UTC_SECONDS)
    except OverflowError:  # the last midnight of all, west of Greenwich
        instant = otherwise
    return day.isoformat(), instant


def _next_day(day: date | None) -> date | None:
    return None if day in {None, date.max} else day + timedelta(days=1)


def _cursor(position: int) -> str:
    return base64.urlsafe_b64encode(f"t{position}".encode()).decode().rstrip("=")


def _position(cursor: str) -> int:
    try:
        text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
        position = int(text.removeprefix("t"))
    except (binascii.Error, ValueError):
        position = -1
    if 0 < position < 1 << 62 and _cursor(position) == cursor:
        return position
    raise invalid("cursor", "This cursor is not one that a list has given; start without one.")
