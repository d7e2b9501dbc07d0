"""How the simple kinds are kept: one document each, in the one table of them."""

from typing import Any, Generic, TypeVar, get_args

import msgspec
from sqlite_utils import Database

from control_api.kinds.simple.store import (
    find_named,
    find_thing,
    find_trashed,
    is_used,
    remove_thing,
    save_thing,
    thing_row,
)
from control_api.log.changes import Purged
from control_api.log.kinds import Kept
from shared.events import Event
from shared.problems import ConflictError, NotFoundError
from shared.things import Thing
from shared.trash import Trashed

T = TypeVar("T", bound=Thing)

_EVENTS = {event.__struct_config__.tag: event for event in get_args(Event)}


class Simple(Kept, Generic[T]):
    """A kind whose things nothing but their documents tells apart."""

    table = "things"

    def __init__(self, of: type[T], *, noun: str, missing: str = "") -> None:
        """`noun` is what one of them is called: "saved filter"."""
        self.struct: type[T] = of
        self.name = of.KIND
        self.event = _EVENTS.get(of.KIND) or _event_of(of)
        self.noun = noun
        self._missing = missing or f"There is no such {noun}."

    def write(self, subject: T) -> str:
        return msgspec.json.encode(subject).decode()

    def find(self, db: Database, thing_id: str) -> T | None:
        return find_thing(db, self.struct, thing_id)

    def existing(self, db: Database, thing_id: str) -> T:
        """The thing of this kind. Raises `NotFoundError`."""
        found = self.find(db, thing_id)
        if found is None:
            raise NotFoundError(self._missing)
        return found

    def find_trashed(self, db: Database, thing_id: str) -> T | None:
        return find_trashed(db, self.struct, thing_id)

    def is_known(self, db: Database, thing_id: str) -> bool:
        found = db.execute("SELECT 1 FROM things WHERE id = ? AND kind = ?", [thing_id, self.name])
        return found.fetchone() is not None

    def save(self, db: Database, subject: T) -> None:
        save_thing(db, subject)

    def remove(self, db: Database, thing_id: str) -> None:
        remove_thing(db, thing_id)

    def row(self, subject: T) -> dict[str, Any]:
        return dict(thing_row(subject))

    def check_before(self, db: Database, subject: T) -> None:
        """Refuse a second thing of the same kind and name. Raises `ConflictError`."""
        name = getattr(subject, "name", None)
        found: Any = None if name is None else find_named(db, self.struct, name)
        if found is not None and found.id != subject.id:
            raise ConflictError(f"There is already a {self.noun} named {found.name}.")

    def is_used(self, db: Database, thing_id: str) -> bool:
        return is_used(db, thing_id)

    def called(self, subject: T) -> str:
        return str(getattr(subject, "name", None) or f"a {self.noun}")

    def trashed(self, db: Database, subject: T, deleted_at: str) -> Trashed:
        del db
        name = str(getattr(subject, "name", ""))
        return Trashed(subject.id, self.name, name, deleted_at)

    def find_in_trash(self, db: Database, thing_id: str | None) -> list[Purged]:
        rows = db.execute(
            """
            SELECT kind, id, task_id FROM things
            WHERE kind = :kind AND deleted_at IS NOT NULL AND (:id IS NULL OR id = :id)
            ORDER BY position
            """,
            {"kind": self.name, "id": thing_id},
        )
        return [Purged(*row) for row in rows]

    def goes_along(self, db: Database, thing_ids: list[str]) -> list[Purged]:
        """What is about a task goes with it, in the trash or not."""
        rows = db.execute(
            """
            SELECT kind, id, task_id FROM things
            WHERE kind = ? AND task_id IN (SELECT value FROM json_each(?)) ORDER BY position
            """,
            [self.name, msgspec.json.encode(thing_ids).decode()],
        )
        return [Purged(*row) for row in rows]


def _event_of(of: type[Any]) -> type[Any]:
    """The struct of the events of a kind that the contract does not name."""
    (ancestor,) = {base for event in _EVENTS.values() for base in event.__bases__}
    return msgspec.defstruct(
        f"{of.__name__}Event",
        [("before", of | None), ("after", of | None)],
        bases=(ancestor,),
        tag=of.KIND,
        frozen=True,
        kw_only=True,
    )
