"""What making, changing and deleting a thing of a simple kind comes to."""

import uuid
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from msgspec import UNSET
from sqlite_utils import Database

from control_api.engine.moment import Moment
from control_api.engine.results import Result
from control_api.input.ids import clean_id
from control_api.kinds.simple.kept import Simple
from control_api.kinds.simple.store import count_open_uses, is_known_thing, save_thing, trash_thing
from control_api.log.changes import Change
from control_api.log.kinds import Apply
from shared.problems import ConflictError

Given = dict[str, Any]
"""Fields that an action gives."""


class Actions(msgspec.Struct, frozen=True, kw_only=True):
    """The actions of one simple kind, and how what they give is made clean."""

    kept: Simple[Any]
    id_field: str
    """How the actions call the id."""
    create: type[Any]
    update: type[Any]
    delete: type[Any]
    clean: Mapping[str, Callable[[Any], Any]]
    """By field; each raises `InvalidInputError`."""
    check: Callable[[Database, Given, Moment], Given] = lambda _db, given, _moment: given
    """What else is to be made of the fields, with the workspace at hand."""

    def table(self) -> dict[type[Any], Apply]:
        """What each of the actions does."""
        return {self.create: self._create, self.update: self._update, self.delete: self._delete}

    def _create(self, db: Database, action: Any, moment: Moment) -> Result:
        given = msgspec.structs.asdict(action)
        chosen = given.pop(self.id_field)
        thing_id = str(uuid.uuid4()) if chosen is None else clean_id(chosen, self.id_field)
        if is_known_thing(db, thing_id):
            raise ConflictError(f"There is already a {self.kept.name} with this id.")
        thing = self.kept.struct(
            id=thing_id,
            created_at=moment.stamp,
            updated_at=moment.stamp,
            **self._cleaned(db, given, moment),
        )
        self.kept.check_before(db, thing)
        save_thing(db, thing)
        done = msgspec.structs.replace(action, **{self.id_field: thing_id})
        return Result(action=done, also=[Change(before=None, after=thing)])

    def _update(self, db: Database, action: Any, moment: Moment) -> Result:
        given = {k: v for k, v in msgspec.structs.asdict(action).items() if v is not UNSET}
        before = self.kept.existing(db, given.pop(self.id_field))
        after = msgspec.structs.replace(before, **self._cleaned(db, given, moment))
        if after != before:
            after = msgspec.structs.replace(after, updated_at=moment.stamp)
            self.kept.check_before(db, after)
            save_thing(db, after)
        return Result(action=action, also=[Change(before=before, after=after)])

    def _delete(self, db: Database, action: Any, moment: Moment) -> Result:
        before = self.kept.existing(db, getattr(action, self.id_field))
        reach = count_open_uses(db, before.id)
        trash_thing(db, before.id, moment.stamp)
        return Result(action=action, also=[Change(before=before, after=None)], reach=reach)

    def _cleaned(self, db: Database, given: Given, moment: Moment) -> Given:
        given = self.check(db, given, moment)
        return {name: self.clean.get(name, _as_it_is)(value) for name, value in given.items()}


def _as_it_is(value: Any) -> Any:
    return value
