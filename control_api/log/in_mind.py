"""What was read of a workspace, kept in mind until the log tells that it may have changed."""

from collections.abc import Callable, Collection
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

import msgspec
from sqlite_utils import Database

from control_api.log.entries import changed_since, hash_at, last_place
from shared.events import Kind

T = TypeVar("T")

MOST_CHANGES = 500
"""After more events all is read anew."""


class Place(msgspec.Struct, frozen=True):
    """Where the log ends."""

    position: int
    hash: str
    """Of the event there: as long as it is the same, so is all before it."""


def place_now(db: Database) -> Place:
    """Where the log ends now."""
    return Place(*last_place(db))


def told_since(db: Database, place: Place, now: Place) -> list[tuple[Kind, str, bool]] | None:
    """What the events between two places are about, see `changed_since`.

    None when they are too many, or what was there was rolled back.
    """
    if place == now:
        return []
    is_the_same = place.position == 0 or hash_at(db, place.position) == place.hash
    if not 0 < now.position - place.position <= MOST_CHANGES or not is_the_same:
        return None
    return changed_since(db, place.position)


class InMind(Generic[T]):
    """What a query gives, by connection, and gone with it; only its own thread reads with one.

    Nobody changes it: the same object is given again and again.
    """

    def __init__(self, read: Callable[[Database], T], told_by: Collection[Kind]) -> None:
        """`told_by` are the kinds of things of which it tells."""
        self._read = read
        self._told_by = frozenset(told_by)
        self._kept: WeakKeyDictionary[Database, tuple[Place, T]] = WeakKeyDictionary()

    def recall(self, db: Database, now: Place) -> T:
        """What the query gives; `now` is where the log ends."""
        kept = self._kept.get(db)
        told = None if kept is None else told_since(db, kept[0], now)
        if kept is None or told is None or any(kind in self._told_by for kind, _, _ in told):
            kept = (now, self._read(db))
        self._kept[db] = (now, kept[1])
        return kept[1]
