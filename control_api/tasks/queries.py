"""The SQL of lists of tasks: pages for programs, and what is due for people."""

from datetime import date, datetime

import msgspec
from sqlite_utils import Database

from control_api.filters.conditions import OPEN, Conditions
from control_api.filters.nodes import Node
from control_api.search.words import beginnings
from control_api.tasks.orders import ORDERS, Sort
from control_api.tasks.store import COLUMNS, ROWS, read_tasks
from shared.tasks import Task, TaskPage, TaskStatus


class TaskFilter(msgspec.Struct, frozen=True, kw_only=True):
    """Which tasks are meant; what is None does not matter. Days are days in the person's zone."""

    search: str | None = None
    """Words that begin so in title, notes or comments, or a part of the title."""
    title: str | None = None
    """A part of the title."""
    status: TaskStatus | None = None
    only_open: bool = False
    project: str | None = None
    parent_id: str | None = None
    due_from: date | None = None
    due_to: date | None = None
    overdue_at: datetime | None = None
    """An aware time: what should have been done by then."""
    also: tuple[Node, ...] = ()
    """What the tasks must be besides, in the filter language."""


def list_page(
    db: Database,
    wanted: TaskFilter,
    now: datetime,
    *,
    cursor: str | None,
    limit: int,
    sort: Sort | None = None,
) -> TaskPage:
    """One page, newest first if not sorted otherwise. `now` is aware, in the person's zone.

    What exists all along, and keeps what it is sorted by, is on exactly one page, whatever else
    changes. Raises `InvalidInputError` for a cursor that no earlier page gave.
    """
    order = ORDERS[sort]
    place = None if cursor is None else order.place(cursor)
    where, values = _conditions(db, wanted, now)
    if place is not None:
        values |= {"key": place.key, "position": place.position}
    rows: list[tuple[str, str | None, int, str | float | None, int]] = []
    for stretch in order.after(place):
        if len(rows) <= limit:
            rows += db.execute(
                f"""
                SELECT {COLUMNS}, {order.key}, tasks.position {ROWS} {where}
                    AND {stretch.condition} ORDER BY {stretch.order} LIMIT :limit
                """,
                {**values, "limit": limit + 1 - len(rows)},
            ).fetchall()
    more = len(rows) > limit
    return TaskPage(
        items=read_tasks(db, [row[:3] for row in rows[:limit]]),
        next_cursor=order.cursor(*rows[limit - 1][3:]) if more else None,
    )


def list_due(
    db: Database, wanted: TaskFilter, now: datetime, *, limit: int
) -> tuple[list[Task], int]:
    """Give the first tasks by due date, those without one last; and how many there are."""
    where, values = _conditions(db, wanted, now)
    (total,) = db.execute(f"SELECT count(*) {ROWS} {where}", values).fetchone()
    rows = db.execute(
        f"SELECT {COLUMNS} {ROWS} {where} ORDER BY due IS NULL, due, position LIMIT :limit",
        {**values, "limit": limit},
    )
    return read_tasks(db, rows), total


def _conditions(
    db: Database, wanted: TaskFilter, now: datetime
) -> tuple[str, dict[str, str | float | None]]:
    asked = Conditions(db, now)
    where = ["", *(asked.of(node) for node in wanted.also)]
    if wanted.search is not None:
        where.append(_search(asked, wanted.search))
    if wanted.title is not None:
        where.append(asked.part_of_title(wanted.title))
    if wanted.status is not None:
        where.append(f"tasks.status = {asked.value(wanted.status)}")
    if wanted.only_open:
        where.append(OPEN)
    if wanted.project is not None:
        where.append(asked.in_project(wanted.project))
    if wanted.parent_id is not None:
        where.append(f"tasks.parent_id = {asked.value(wanted.parent_id)}")
    if wanted.due_from is not None or wanted.due_to is not None:
        where.append(asked.between("due", wanted.due_from, wanted.due_to))
    if wanted.overdue_at is not None:
        where.append(asked.overdue(wanted.overdue_at))
    return " AND ".join(where), asked.values


def _search(asked: Conditions, text: str) -> str:
    words = beginnings(text)
    part = asked.part_of_title(text)
    return part if words is None else f"({asked.matching(words)} OR {part})"
