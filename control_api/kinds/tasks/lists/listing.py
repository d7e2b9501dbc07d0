"""How the first tasks of a list are found, by whichever index finds them soonest."""

from typing import Any

import msgspec
from sqlite_utils import Database

from control_api.kinds.tasks.lists.orders import Place, SortOrder, Stretch
from control_api.kinds.tasks.lists.values import HIGHEST_POSITION, Condition, Found, Newest, Values
from control_api.kinds.tasks.records.store import COLUMNS

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
_MORE = 4
"""Times as many as were looked at before are looked at next, at most."""

_Way = tuple[Newest, ...]
_ALL: _Way = (Newest("tasks", "1"),)


class Listing:
    """A list from a place in its order on.

    If many tasks fit, the first are found soonest by looking at one after the other in the order;
    if few do, by gathering them and sorting. Which it is shows when some have been looked at.
    """

    def __init__(
        self,
        db: Database,
        condition: Condition,
        values: Values,
        order: SortOrder,
        place: Place | None,
        *,
        living: str,
    ) -> None:
        """`living` is true of all tasks that fit; the text of indexes has it word for word."""
        self._db = db
        self._condition = condition
        self._values = values
        self._order = order
        self._place = place
        self._living = living

    def first(self, count: int, *, dated: bool = False) -> list[Row]:
        """As many rows, or as there are; `dated` when none without a due date can fit."""
        rows: list[Row] = []
        for stretch in self._order.after(self._place):
            if len(rows) < count and not (stretch.is_undated and dated):
                rows += self._of_stretch(stretch, count - len(rows))
        return rows

    def total(self) -> int:
        """How many tasks fit altogether."""
        ways = self._condition.found
        most = max(FEW, 1)
        best, size = self._best_way(ways, most)
        while size == most and any(way.rows is not None for way in ways):
            most *= _MORE
            best, size = self._best_way(ways, most)
        source = "tasks" if best is None else _joined(best.positions)
        count: int = self._execute(f"""
            SELECT count(*) FROM {source} WHERE {self._living} AND {self._condition.sql}
        """)[0][0]
        return count

    def _of_stretch(self, stretch: Stretch, count: int) -> list[Row]:
        is_newest_first = self._order.sort is None
        ways = [way for way in self._condition.found if not (is_newest_first and way.newest)]
        best, size = self._best_way(ways, FEW)
        if best is not None and size < FEW:
            return self._read(_joined(best.positions), stretch, count)
        if self._condition.is_always_true:
            return self._read("tasks", stretch, count)
        return self._newest(stretch, count) if is_newest_first else self._sorted(stretch, count)

    def _sorted(self, stretch: Stretch, count: int) -> list[Row]:
        """Look at the first of the stretch, until it shows how the rest is found."""
        looked, found = 0, list[Row]()
        for looks in LOOKS:
            looked = looks
            first = f"""
                SELECT position FROM tasks WHERE {self._living} AND {stretch.condition}
                ORDER BY {stretch.order} LIMIT {looks}
            """
            found = self._read(_joined(first), stretch, count)
            if len(found) == count:
                return found
            if self._execute(f"SELECT count(*) FROM ({first})")[0][0] < looks:
                return found
            if len(found) >= _TELLING:
                break
        best = self._sooner(count * looked // (len(found) or 1))
        return self._read("tasks" if best is None else _joined(best.positions), stretch, count)

    def _newest(self, stretch: Stretch, count: int) -> list[Row]:
        """Look along the index that has the fewest tasks between those that fit.

        That is the one which comes farthest back with the same number of tasks.
        """
        below = HIGHEST_POSITION if self._place is None else self._place.position
        ways: list[_Way] = [_ALL]
        ways += [found.newest for found in self._condition.found if found.newest]
        rows: list[Row] = []
        looks, looked = LOOKS[0], 0
        while True:
            ahead = {way: self._positions(way, below, LOOKS[0]) for way in ways}
            way = min(ways, key=lambda way: _reach(ahead[way]))
            enough = looks == LOOKS[0] or len(ahead[way]) < LOOKS[0]
            positions = ahead[way] if enough else self._positions(way, below, looks)
            rows += self._fitting(positions, stretch, count - len(rows))
            if len(rows) == count or len(positions) < looks:
                return rows
            looked += looks
            missing = (count - len(rows)) * looked // (len(rows) or 1)
            if looked >= LOOKS[-1]:
                sooner = self._sooner(missing)
                if sooner is not None:
                    return self._read(_joined(sooner.positions), stretch, count)
            below = positions[-1]
            looks = min(max(missing, LOOKS[0]), _MORE * looked)

    def _sooner(self, ahead: int) -> Found | None:
        """The index that finds all that fit sooner than so many tasks are looked at."""
        best, size = self._best_way(self._condition.found, min(ahead // _DEARER + 1, _COUNTED))
        return best if best is not None and _DEARER * size <= ahead else None

    def _positions(self, way: _Way, below: int, looks: int) -> list[int]:
        """The newest tasks of a way, older than the one at a position."""
        sources = []
        for index in way:
            living = f" AND {self._living}" if index.table == "tasks" else ""
            sources.append(f"""
                SELECT * FROM (
                    SELECT DISTINCT {index.position} AS position FROM {index.table}
                    WHERE {index.condition} AND {index.position} < {below}{living}
                    ORDER BY {index.position} DESC LIMIT {looks}
                )
            """)
        rows = self._execute(f"{' UNION '.join(sources)} ORDER BY position DESC LIMIT {looks}")
        return [position for (position,) in rows]

    def _fitting(self, positions: list[int], stretch: Stretch, count: int) -> list[Row]:
        if not positions:
            return []
        given = self._values.add(msgspec.json.encode(positions).decode())
        source = _joined(f"SELECT value AS position FROM json_each({given})")
        return self._read(source, stretch, count, between=(positions[-1], positions[0]))

    def _best_way(
        self, ways: tuple[Found, ...] | list[Found], most: int
    ) -> tuple[Found | None, int]:
        """The index that finds the fewest, and how many; `most` stands for more than that."""
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

    def _read(
        self,
        source: str,
        stretch: Stretch,
        count: int,
        between: tuple[int, int] = (0, HIGHEST_POSITION),
    ) -> list[Row]:
        query = f"""
            SELECT {COLUMNS}, {self._order.key}, tasks.position FROM tasks
            WHERE tasks.position IN (
                SELECT tasks.position FROM {source}
                WHERE {self._living} AND {stretch.condition} AND {self._condition.sql}
                ORDER BY {stretch.order} LIMIT {self._values.add(count)}
            )
            ORDER BY {stretch.order}
        """
        return self._execute(query, between)

    def _execute(self, query: str, between: tuple[int, int] = (0, HIGHEST_POSITION)) -> list[Any]:
        place = self._place
        values = {} if place is None else {"key": place.key, "position": place.position}
        values |= {"lowest": between[0], "highest": between[1]}
        return self._db.execute(query, self._values.given | values).fetchall()


def _reach(positions: list[int]) -> int:
    """How far back a way comes with its next few tasks."""
    return positions[-1] if len(positions) == LOOKS[0] else 0


def _joined(positions: str) -> str:
    return f"({positions}) AS found CROSS JOIN tasks USING (position)"
