"""The SQL of lists of tasks: pages for programs, and what is due for people."""

from datetime import date, datetime
from typing import Any

import msgspec
from sqlite_utils import Database

from control_api.filters.conditions import (
    OPEN,
    UNFINISHED,
    all_of,
    condition,
    in_project,
    is_unfinished,
)
from control_api.filters.nodes import HasText, Node
from control_api.filters.spans import between, due_before, near
from control_api.filters.texts import has_in_title, is_found
from control_api.filters.values import Condition, Found, Values, where
from control_api.search.words import beginnings, part_of_title, phrase
from control_api.tasks.orders import ORDERS, Order, Place, Sort, Stretch
from control_api.tasks.store import COLUMNS, read_tasks
from shared.tasks import Task, TaskPage, TaskStatus

Row = tuple[str, str | None, int, str | float | None, int]

FEW = 1_000
"""So many tasks that an index finds are gathered without another thought."""
LOOKS = (250, 1_000)
"""So many tasks are looked at one by one, in their order, before it is decided how to go on."""
_TELLING = 5
"""From so many that fit on, it is known how often one does."""
_COUNTED = 10_000
"""Farther it is never counted how many tasks an index finds, to choose the best of several."""
_DEARER = 3
"""What finding a task by an index costs more than looking at the next one."""


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

    @property
    def texts(self) -> dict[str, str]:
        """Full-text indexes, and what to ask them for: what one of them gives may fit."""
        if self.search is not None:
            words, part = beginnings(self.search), part_of_title(self.search)
            if part is not None:
                return {"task_titles": part} | ({"task_words": words} if words else {})
        for node in self.also:
            words = phrase(node.text) if isinstance(node, HasText) else None
            if words is not None:
                return {"task_words": words}
        return {}


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
    rows = _Listing(db, wanted, now, order, place).first(limit + 1)
    more = len(rows) > limit
    return TaskPage(
        items=read_tasks(db, [row[:3] for row in rows[:limit]]),
        next_cursor=order.cursor(*rows[limit - 1][3:]) if more else None,
    )


def list_due(
    db: Database, wanted: TaskFilter, now: datetime, *, limit: int
) -> tuple[list[Task], int]:
    """Give the first tasks by due date, those without one last; and how many there are."""
    listing = _Listing(db, wanted, now, ORDERS["due"], None)
    rows = listing.first(limit)
    total = len(rows) if len(rows) < limit else listing.total()
    return read_tasks(db, [row[:3] for row in rows]), total


class _Listing:
    """A list from a place in its order on.

    If many tasks fit, the first are found soonest by looking at one after the other in the order;
    if few do, by gathering them and sorting. Which it is shows when some have been looked at.
    """

    def __init__(
        self, db: Database, wanted: TaskFilter, now: datetime, order: Order, place: Place | None
    ) -> None:
        self._db = db
        self._wanted = wanted
        self._order = order
        self._values = Values(now)
        self._condition = _condition(db, wanted, self._values)
        self._place = place
        # Named in the text of indexes that hold what is not done apart.
        self._living = "tasks.deleted_at IS NULL"
        if wanted.is_unfinished:
            self._living += f" AND {UNFINISHED}"
        if order.is_by_due and (wanted.due_from is not None or wanted.due_to is not None):
            self._living += f" AND {near(self._values, 'due', wanted.due_from, wanted.due_to)}"

    def first(self, count: int) -> list[Row]:
        """As many rows, or as there are."""
        rows: list[Row] = []
        for stretch in self._order.after(self._place):
            if len(rows) < count and not (stretch.is_undated and self._wanted.is_dated):
                rows += self._of_stretch(stretch, count - len(rows))
        return rows

    def total(self) -> int:
        """How many tasks fit altogether."""
        best, _ = self._best_way(_COUNTED)
        source = "tasks" if best is None else _joined(best.positions)
        count: int = self._execute(f"""
            SELECT count(*) FROM {source} WHERE {self._living} AND {self._condition.sql}
        """)[0][0]
        return count

    def _of_stretch(self, stretch: Stretch, count: int) -> list[Row]:
        best, size = self._best_way(FEW)
        if best is not None and size < FEW:
            return self._read(_joined(best.positions), stretch, count)
        # At this rate so many must be looked at, unless an index finds all that fit sooner.
        ahead = count * LOOKS[-1]
        for looks in LOOKS if self._wanted != TaskFilter() else ():
            first = self._first(stretch, looks)
            found = self._read(_joined(first), stretch, count)
            if len(found) == count:
                return found
            if self._execute(f"SELECT count(*) FROM ({first})")[0][0] < looks:
                return found
            ahead = count * looks // (len(found) or 1)
            if len(found) >= _TELLING:
                break
        best, size = self._best_way(min(ahead // _DEARER + 1, _COUNTED))
        if best is None or ahead < _DEARER * size:
            return self._read("tasks", stretch, count)
        return self._read(_joined(best.positions), stretch, count)

    def _first(self, stretch: Stretch, looks: int) -> str:
        """Ask for the first tasks of the stretch, those with the text wanted if that is known."""
        if self._order.sort is None and self._wanted.texts:
            before = "" if self._place is None else "AND rowid < :position"
            sources = [
                f"""
                SELECT * FROM (
                    SELECT rowid AS position FROM {index}
                    WHERE {index} MATCH {self._values.add(text)} {before}
                    ORDER BY rowid DESC LIMIT {looks}
                )
                """
                for index, text in self._wanted.texts.items()
            ]
            return f"{' UNION '.join(sources)} ORDER BY position DESC LIMIT {looks}"
        return f"""
            SELECT position FROM tasks WHERE {self._living} AND {stretch.condition}
            ORDER BY {stretch.order} LIMIT {looks}
        """

    def _best_way(self, most: int) -> tuple[Found | None, int]:
        """The index that finds the fewest, and how many; `most` stands for more than that."""
        ways = self._condition.found
        if not ways:
            return None, 0
        size, best = min((self._size(way, most), place) for place, way in enumerate(ways))
        return ways[best], size

    def _size(self, way: Found, most: int) -> int:
        if way.rows is None:
            return most
        query = f"SELECT count(*) FROM (SELECT 1 FROM ({way.rows}) LIMIT {most})"
        size: int = self._execute(query)[0][0]
        return size

    def _read(self, source: str, stretch: Stretch, count: int) -> list[Row]:
        rows: list[Row] = self._execute(f"""
            SELECT {COLUMNS}, {self._order.key}, tasks.position FROM tasks
            WHERE tasks.position IN (
                SELECT tasks.position FROM {source}
                WHERE {self._living} AND {stretch.condition} AND {self._condition.sql}
                ORDER BY {stretch.order} LIMIT {self._values.add(count)}
            )
            ORDER BY {stretch.order}
        """)
        return rows

    def _execute(self, query: str) -> list[Any]:
        place = self._place
        values = {} if place is None else {"key": place.key, "position": place.position}
        return self._db.execute(query, self._values.given | values).fetchall()


def _joined(positions: str) -> str:
    return f"({positions}) AS found CROSS JOIN tasks USING (position)"


def _condition(db: Database, wanted: TaskFilter, values: Values) -> Condition:
    parts = [condition(db, node, values) for node in wanted.also]
    if wanted.search is not None:
        parts.append(is_found(values, wanted.search))
    if wanted.title is not None:
        parts.append(has_in_title(values, wanted.title))
    if wanted.status is not None:
        parts.append(where(f"tasks.status = {values.add(wanted.status)}"))
    if wanted.only_open:
        parts.append(where(OPEN))
    if wanted.project is not None:
        parts.append(in_project(values, wanted.project))
    if wanted.parent_id is not None:
        parts.append(where(f"tasks.parent_id = {values.add(wanted.parent_id)}"))
    if wanted.due_from is not None or wanted.due_to is not None:
        parts.append(between(values, "due", wanted.due_from, wanted.due_to))
    if wanted.overdue_at is not None:
        parts.append(due_before(values, wanted.overdue_at))
    return all_of(parts)
