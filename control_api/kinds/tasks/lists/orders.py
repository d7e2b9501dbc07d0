"""The orders that lists of tasks come in, and cursors: where in an order a page has ended."""

import base64
import binascii
from collections.abc import Iterator
from typing import Any, Literal, get_args

import msgspec

from control_api.input.fields import invalid
from control_api.kinds.tasks.lists.conditions import UNFINISHED
from control_api.kinds.tasks.lists.values import HIGHEST_POSITION

Sort = Literal[
    "created_at",
    "-created_at",
    "updated_at",
    "-updated_at",
    "completed_at",
    "-completed_at",
    "due",
    "-due",
    "priority",
    "-priority",
    "title",
    "-title",
    "order",
    "-order",
]

_KEYS: dict[str, tuple[str, type]] = {
    "created_at": ("tasks.created_at", str),
    "updated_at": ("tasks.updated_at", str),
    "completed_at": ("tasks.completed_at", str),
    "due": ("tasks.due", str),
    "priority": ("tasks.priority", int),
    "title": ("tasks.title_key", str),
    "order": ("json_extract(tasks.document, '$.order')", float),
}
_EMPTY = {
    "due": "tasks.due IS NULL",
    "order": "json_extract(tasks.document, '$.order') IS NULL",
    # Those, and only those, that are not completed; they have an index of their own.
    "completed_at": UNFINISHED,
}
"""What is true of tasks that have nothing to be sorted by."""
_ANY_KEY = "NULL"


class Place(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """The task that a page has ended with."""

    sort: Sort | None
    key: str | float | int | None
    """What it is sorted by."""
    position: int


class Stretch(msgspec.Struct, frozen=True):
    """A part of an order that one index gives: the end of a WHERE and an ORDER BY."""

    condition: str
    order: str
    is_undated: bool = False
    """Of tasks without a due date only."""


class SortOrder(msgspec.Struct, frozen=True):
    """What a list is sorted by; tasks without it come last either way."""

    sort: Sort | None
    """None: the newest first."""

    @property
    def key(self) -> str:
        """What a row is sorted by, as an expression of SQL."""
        return _ANY_KEY if self.sort is None else _KEYS[self._field][0]

    @property
    def is_by_due(self) -> bool:
        """Whether tasks come by their due dates."""
        return self._field == "due"

    @property
    def _field(self) -> str:
        return (self.sort or "").removeprefix("-")

    def after(self, place: Place | None) -> Iterator[Stretch]:
        """The stretches that are left after a place, which `:key` and `:position` stand for."""
        down = self.sort is None or self.sort.startswith("-")
        way, beyond = ("DESC", "<") if down else ("ASC", ">")
        by_position = f"tasks.position {way}"
        after = f"tasks.position {beyond} :position"
        if self.sort is None:
            yield Stretch("1" if place is None else after, by_position)
            return
        if place is None or place.key is not None:
            told = f"{self.key} IS NOT NULL" if self._field in _EMPTY else "1"
            if place is not None:
                told += f" AND ({self.key}, tasks.position) {beyond} (:key, :position)"
            yield Stretch(told, f"{self.key} {way}, {by_position}")
        if self._field in _EMPTY:
            among_empty = place is not None and place.key is None
            condition = _EMPTY[self._field]
            if among_empty:
                condition += f" AND {after}"
            yield Stretch(condition, by_position, is_undated=self.is_by_due)

    def cursor(self, key: str | float | None, position: int) -> str:
        """The cursor of a page that has ended there."""
        return _encode(Place(self.sort, key, position))

    def place(self, cursor: str) -> Place:
        """Where the page with this cursor has ended. Raises `InvalidInputError`."""
        try:
            text = base64.urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4))
            place = msgspec.json.decode(text, type=Place)
        except (binascii.Error, ValueError):  # also what msgspec raises
            place = None
        if place is None or not self._may_be(place) or _encode(place) != cursor:
            raise invalid(
                "cursor",
                "This cursor is not one that such a list has given; start without one.",
            )
        return place

    def _may_be(self, place: Place) -> bool:
        if place.sort != self.sort or not 0 < place.position < HIGHEST_POSITION:
            return False
        if place.key is None:
            return self.sort is None or self._field in _EMPTY
        if isinstance(place.key, int) and abs(place.key) > HIGHEST_POSITION:
            return False
        return self.sort is not None and isinstance(place.key, _KEYS[self._field][1])


ORDERS: dict[Sort | None, SortOrder] = {sort: SortOrder(sort) for sort in (None, *get_args(Sort))}


def _encode(place: Place) -> str:
    text: Any = msgspec.json.encode(place)
    return base64.urlsafe_b64encode(text).decode().rstrip("=")
