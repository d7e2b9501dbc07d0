"""The kinds of thing that a workspace holds: each says what it is, `Kinds` knows all of them."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Union, cast, get_args

import msgspec
from litestar.types import ControllerRouterHandler
from sqlite_utils import Database

from control_api.log.changes import Purged, Subject, as_kept
from shared.actions import Action
from shared.events import Kind as KindName
from shared.outcomes import Outcome
from shared.thing_actions import RestoreThing
from shared.trash import Trashed

Apply = Callable[[Database, Any, Any], Any]
"""From the workspace, an action and the `Moment` of its command to a `Result`, in its transaction.

Raises `InvalidInputError`, `NotFoundError` or `ConflictError`; the caller rolls back.
"""
Beside = set[tuple[str, str, str]]
"""What stands beside the rows of things: table, id of what is referred to, id of the thing."""


class Kept(ABC):
    """How things of one kind are kept: what log, undo, trash and the proof of a file ask of it."""

    name: KindName
    struct: type[Any]
    """What each is."""
    event: type[Any]
    """The struct of its events."""
    table: str
    """Where its rows are. Several kinds may share one."""
    kind_column = "kind"
    """What of a row, in SQL, says which kind it is of."""
    is_shown_in_trash = True
    restored_by: type[Any] = RestoreThing
    """The action that takes the thing of an id out of the trash."""
    points_to_others = False
    """Whether it holds on to things of other kinds, and so is put back before them."""

    @abstractmethod
    def write(self, subject: Any) -> str:
        """The thing as JSON, as the log and its row have it."""

    def read(self, text: str) -> Any:
        """The thing that a text is of, as it is kept. Raises `msgspec.MsgspecError`."""
        return as_kept(msgspec.json.decode(text, type=self.struct))

    def with_names(self, db: Database, subjects: list[Any]) -> list[Any]:
        """The things with what is looked up when they are read."""
        del db
        return subjects

    @abstractmethod
    def find(self, db: Database, thing_id: str) -> Any | None:
        """The thing of this kind, unless there is none or it is in the trash."""

    @abstractmethod
    def find_trashed(self, db: Database, thing_id: str) -> Any | None:
        """The thing of this kind, if it is in the trash."""

    @abstractmethod
    def is_known(self, db: Database, thing_id: str) -> bool:
        """Whether there was ever a thing of this kind and id, the trash included."""

    @abstractmethod
    def save(self, db: Database, subject: Any) -> None:
        """Make its row say exactly this; out of the trash, when it was there."""

    @abstractmethod
    def remove(self, db: Database, thing_id: str) -> None:
        """Leave nothing of it."""

    def trash(self, db: Database, thing_id: str, at: str) -> None:
        """Put it into the trash."""
        query = f"UPDATE {self.table} SET deleted_at = ? WHERE id = ?"  # noqa: S608 (a constant)
        db.execute(query, [at, thing_id])

    @abstractmethod
    def row(self, subject: Any) -> dict[str, Any]:
        """What the columns of its row say, but for those that every table has."""

    def beside(self, subject: Any) -> Beside:
        """What stands beside its row."""
        del subject
        return set()

    def read_beside(self, db: Database) -> Beside:
        """The same as it is stored, of every thing of the kind, those in the trash included."""
        del db
        return set()

    def check_before(self, db: Database, subject: Any) -> None:
        """Refuse to put this back where another stands in its place. Raises `ConflictError`."""
        del db, subject

    def check_after(self, db: Database, subject: Any) -> None:
        """Refuse what it came to once all else is put back. Raises `ConflictError`."""
        del db, subject

    def is_used(self, db: Database, thing_id: str) -> bool:
        """Whether others hold on to it, so that undoing what made it leaves it there."""
        del db, thing_id
        return False

    def part_of(self, db: Database, thing_id: str) -> str | None:
        """The name of something that would hang in the air without it."""
        del db, thing_id
        return None

    @abstractmethod
    def called(self, subject: Any) -> str:
        """The thing in a sentence: "Work", "a comment"."""

    @abstractmethod
    def trashed(self, db: Database, subject: Any, deleted_at: str) -> Trashed:
        """The thing as the trash shows it."""

    @abstractmethod
    def find_in_trash(self, db: Database, thing_id: str | None) -> list[Purged]:
        """What of this kind is in the trash: the one of that id, or all."""

    def goes_along(self, db: Database, thing_ids: list[str]) -> list[Purged]:
        """What of this kind goes for good with these things."""
        del db, thing_ids
        return []

    def after_purge(self, db: Database) -> None:
        """Leave no trace in what is made of the rows."""
        del db


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """All that one folder brings: how its things are kept, what is done to them, its routes."""

    kept: Sequence[Kept] = ()
    actions: Mapping[type[Any], Apply] = {}
    routes: Sequence[ControllerRouterHandler] = ()
    known: Callable[[Database, list[str]], Any] | None = None
    """What words may refer to, from the workspace and the ids of what was mentioned last."""
    past: Callable[[Database, "Kinds"], Any] | None = None
    """What was there and what was done, for words about that."""


class Kinds:
    """The kinds that there are. What goes over all kinds goes over this."""

    def __init__(self, kinds: Iterable[Kind]) -> None:
        """Raises `ValueError` for two kinds of the same name, or two ways to do an action."""
        kinds = list(kinds)
        self.kept: dict[str, Kept] = {}
        self.actions: dict[type[Any], Apply] = {}
        (self.known,) = [kind.known for kind in kinds if kind.known is not None]
        (self.past,) = [kind.past for kind in kinds if kind.past is not None]
        self.routes = [route for kind in kinds for route in kind.routes]
        for kind in kinds:
            for kept in kind.kept:
                if kept.name in self.kept:
                    raise ValueError(f"There are two kinds named {kept.name}.")
                self.kept[kept.name] = kept
            if self.actions.keys() & kind.actions.keys():
                raise ValueError("There are two ways to do the same action.")
            self.actions.update(kind.actions)
        self.action: Any = Action
        """Any of the actions that there are, told apart by its tag."""
        self.outcome: type[Outcome] = Outcome
        """The answer to a command, as it is stored."""
        known = {_tag(each) for each in get_args(Action)}
        others = tuple(each for each in self.actions if _tag(each) not in known)
        if others:
            self.action = Union[(Action, *others)]
            self.outcome = msgspec.defstruct(  # type: ignore[assignment] # its bases are given
                "Outcome",
                [("actions", list[self.action], msgspec.field(default_factory=list))],  # type: ignore[name-defined]
                bases=(Outcome,),
                frozen=True,
                kw_only=True,
            )

    def of(self, subject: Subject) -> Kept:
        """How a thing is kept."""
        return self.kept[subject.KIND]

    def kind_of(self, db: Database, thing_id: str) -> Kept | None:
        """How the thing of that id is kept, in the trash or not."""
        return next((kept for kept in self.kept.values() if kept.is_known(db, thing_id)), None)

    def find(self, db: Database, thing_id: str) -> Subject | None:
        """The thing of that id, whatever it is, unless it is in the trash."""
        found = (kept.find(db, thing_id) for kept in self.kept.values())
        return next((cast("Subject", each) for each in found if each is not None), None)


def _tag(action: type[Any]) -> object:
    return action.__struct_config__.tag
