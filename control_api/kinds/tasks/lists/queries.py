"""The SQL of lists of tasks: pages for programs, and what is due for people."""

from datetime import date, datetime

import msgspec
from sqlite_utils import Database

from control_api.kinds.tasks.lists.conditions import (
    UNFINISHED,
    all_of,
    condition,
    in_project,
    is_open,
    is_unfinished,
)
from control_api.kinds.tasks.lists.listing import Listing
from control_api.kinds.tasks.lists.orders import ORDERS, Place, Sort, SortOrder
from control_api.kinds.tasks.lists.spans import between, between_times, due_before, near
from control_api.kinds.tasks.lists.texts import has_in_title, is_found
from control_api.kinds.tasks.lists.values import Condition, Values, where
from control_api.kinds.tasks.records.store import read_tasks
from control_api.language.filters.nodes import Node
from shared.tasks import Task, TaskPage, TaskStatus


class TaskFilter(msgspec.Struct, frozen=True, kw_only=True):
    """Which tasks are meant; what is None does not matter. Days are days in the person's zone."""

    search: str | None = None
    """Words that begin so in title, notes or comments, or a part of one of these."""
    title: str | None = None
    """A part of the title."""
    status: TaskStatus | None = None
    only_open: bool = False
    project: str | None = None
    parent_id: str | None = None
    due_from: date | None = None
    due_to: date | None = None
    at_from: datetime | None = None
    """An aware time: what has a time of day, and is due then or later."""
    at_to: datetime | None = None
    """An aware time: what has a time of day, and is due before then."""
    overdue_at: datetime | None = None
    """An aware time: what should have been done by then."""
    also: tuple[Node, ...] = ()
    """What the tasks must be besides, in the filter language."""

    @property
    def is_unfinished(self) -> bool:
        """Whether no completed task can fit."""
        return (
            self.only_open
            or self.status not in {None, "completed"}
            or any(map(is_unfinished, self.also))
        )

    @property
    def is_dated(self) -> bool:
        """Whether no task without a due date can fit."""
        dates = (self.due_from, self.due_to, self.overdue_at)
        return any(each is not None for each in dates)


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
    rows = _listing(db, wanted, now, order, place).first(limit + 1, dated=wanted.is_dated)
    more = len(rows) > limit
    return TaskPage(
        items=read_tasks(db, [row[:3] for row in rows[:limit]]),
        next_cursor=order.cursor(*rows[limit - 1][3:]) if more else None,
    )


def list_due(
    db: Database, wanted: TaskFilter, now: datetime, *, limit: int
) -> tuple[list[Task], int]:
    """Give the first tasks by due date, those without one last; and how many there are."""
    tasks = list_first(db, wanted, now, limit=limit)
    return tasks, len(tasks) if len(tasks) < limit else count_all(db, wanted, now)


def list_first(
    db: Database, wanted: TaskFilter, now: datetime, *, limit: int, sort: Sort = "due"
) -> list[Task]:
    """Give the first tasks in that order; by due date, those without one come last."""
    rows = _listing(db, wanted, now, ORDERS[sort], None).first(limit, dated=wanted.is_dated)
    return read_tasks(db, [row[:3] for row in rows])


def count_all(db: Database, wanted: TaskFilter, now: datetime) -> int:
    """How many tasks fit."""
    return _listing(db, wanted, now, ORDERS["due"], None).total()


def _listing(
    db: Database, wanted: TaskFilter, now: datetime, order: SortOrder, place: Place | None
) -> Listing:
    values = Values(now)
    # Named in the text of indexes that hold what is not done apart.
    living = "tasks.deleted_at IS NULL"
    if wanted.is_unfinished:
        living += f" AND {UNFINISHED}"
    if order.is_by_due and (wanted.due_from is not None or wanted.due_to is not None):
        living += f" AND {near(values, 'due', wanted.due_from, wanted.due_to)}"
    return Listing(db, _condition(db, wanted, values), values, order, place, living=living)


def _condition(db: Database, wanted: TaskFilter, values: Values) -> Condition:
    parts = [condition(db, node, values) for node in wanted.also]
    if wanted.search is not None:
        parts.append(is_found(values, wanted.search))
    if wanted.title is not None:
        parts.append(has_in_title(values, wanted.title))
    if wanted.status is not None:
        parts.append(where(f"tasks.status = {values.add(wanted.status)}"))
    if wanted.only_open:
        parts.append(is_open())
    if wanted.project is not None:
        parts.append(in_project(values, wanted.project))
    if wanted.parent_id is not None:
        parts.append(where(f"tasks.parent_id = {values.add(wanted.parent_id)}"))
    if wanted.due_from is not None or wanted.due_to is not None:
        parts.append(between(values, "due", wanted.due_from, wanted.due_to))
    if wanted.at_from is not None or wanted.at_to is not None:
        parts.append(between_times(values, wanted.at_from, wanted.at_to))
    if wanted.overdue_at is not None:
        parts.append(due_before(values, wanted.overdue_at))
    return all_of(parts)
