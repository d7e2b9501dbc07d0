"""A condition of SQL on the rows of tasks, and the values it is asked with."""

from datetime import datetime, tzinfo
from typing import Any

import msgspec

ALWAYS = "1"
LOWEST, HIGHEST = ":lowest", ":highest"
"""Values of every query: between which positions it looks."""
HIGHEST_POSITION = 1 << 62


class Newest(msgspec.Struct, frozen=True):
    """Rows that lie in an index in the order of the tasks' positions."""

    table: str
    condition: str
    position: str = "position"
    """The column of it."""


class Found(msgspec.Struct, frozen=True):
    """A way to find tasks by an index: all that fit, and perhaps some that don't."""

    positions: str
    """A query of their positions, each once."""
    rows: str | None
    """A query of as many rows, the cheapest to count; None when it reads the whole index."""
    newest: tuple[Newest, ...] = ()
    """The same tasks, for who wants the newest; nothing when their index has another order."""


class Condition(msgspec.Struct, frozen=True):
    """What a task must be."""

    sql: str
    found: tuple[Found, ...] = ()
    """Ways to find all that are; none when an index can't tell."""

    @property
    def is_always_true(self) -> bool:
        """Whether it leaves out nothing."""
        return self.sql == ALWAYS


class Values:
    """The values of one query, by the names they have in it."""

    def __init__(self, now: datetime) -> None:
        """`now` is aware, in the person's zone."""
        self.given: dict[str, Any] = {"lowest": 0, "highest": HIGHEST_POSITION}
        self.now = now

    @property
    def zone(self) -> tzinfo | None:
        """The person's."""
        return self.now.tzinfo

    def add(self, value: str | float | None) -> str:
        """The name that a value has in the query."""
        name = f"v{len(self.given)}"
        self.given[name] = value
        return f":{name}"


def where(sql: str, *, near: str | None = None, one_of: tuple[str, ...] = ()) -> Condition:
    """Tasks that a column's condition is true of; an index finds them, or those `near` them.

    `one_of` are conditions of one value each, of which one is true: their tasks lie together.
    """
    query = f"SELECT position FROM tasks WHERE deleted_at IS NULL AND {near or sql}"
    newest = tuple(Newest("tasks", each) for each in one_of)
    # With a plus SQLite does not look for an index of its own choice.
    return Condition(sql.replace("tasks.", "+tasks."), (Found(query, query, newest),))
