"""What each action does to the things, inside the transaction of its command."""

import uuid
from collections.abc import Callable
from typing import Any

import msgspec
from msgspec import UNSET
from sqlite_utils import Database

from control_api.engine.moment import Moment
from control_api.engine.results import Result
from control_api.kinds.tasks.records.inputs import clean_id, clean_text
from control_api.kinds.tasks.records.store import existing_task
from control_api.kinds.things import inputs
from control_api.kinds.things.kinds import KINDS
from control_api.kinds.things.store import (
    existing,
    find_named,
    find_trashed,
    is_known_thing,
    save_thing,
    trash_thing,
)
from control_api.language.filters.reading import read_filter
from control_api.log.changes import Change
from control_api.requests.spoken import LANGUAGE
from shared.problems import ConflictError, NotFoundError
from shared.thing_actions import (
    CreateComment,
    CreateFilter,
    CreatePerson,
    CreateProject,
    CreateTag,
    DeleteComment,
    DeleteFilter,
    DeletePerson,
    DeleteProject,
    DeleteTag,
    RestoreThing,
    ThingAction,
    UpdateComment,
    UpdateFilter,
    UpdatePerson,
    UpdateProject,
    UpdateTag,
)
from shared.things import Comment, Occurrence, Person, Project, SavedFilter, Tag, Thing

_IDS: dict[type[Thing], str] = {
    Project: "project_id",
    Tag: "tag_id",
    Person: "person_id",
    SavedFilter: "filter_id",
    Comment: "comment_id",
}
"""How the actions call the id of each."""
_CLEAN: dict[str, Callable[[Any], Any]] = {
    "name": inputs.clean_name,
    "colour": inputs.clean_colour,
    "description": inputs.clean_description,
    "nicknames": inputs.clean_nicknames,
    "role": inputs.clean_role,
    "contacts": inputs.clean_contacts,
    "notes": clean_text,
    "query": inputs.clean_query,
    "text": inputs.clean_comment,
    "archived": bool,
}


def check_name_is_free(db: Database, thing: Thing) -> None:
    """Refuse a second thing of the same kind and name. Raises `ConflictError`."""
    if isinstance(thing, Comment | Occurrence):
        return
    found = find_named(db, type(thing), thing.name)
    if found is not None and found.id != thing.id:
        raise ConflictError(f"There is already a {_word(thing)} named {found.name}.")


def _create(kind: type[Thing]) -> Callable[[Database, Any, Moment], Result]:
    def create(db: Database, action: Any, moment: Moment) -> Result:
        given = msgspec.structs.asdict(action)
        chosen = given.pop(_IDS[kind])
        thing_id = str(uuid.uuid4()) if chosen is None else clean_id(chosen, _IDS[kind])
        if is_known_thing(db, thing_id):
            raise ConflictError(f"There is already a {KINDS[kind]} with this id.")
        if kind is Comment:
            given["task_id"] = existing_task(db, given["task_id"]).id
            given["author"] = moment.actor
        thing = kind(
            id=thing_id,
            created_at=moment.stamp,
            updated_at=moment.stamp,
            **_cleaned(kind, given, moment),
        )
        check_name_is_free(db, thing)
        save_thing(db, thing)
        done = msgspec.structs.replace(action, **{_IDS[kind]: thing_id})
        return Result(action=done, also=[Change(before=None, after=thing)])

    return create


def _update(kind: type[Thing]) -> Callable[[Database, Any, Moment], Result]:
    def update(db: Database, action: Any, moment: Moment) -> Result:
        given = {k: v for k, v in msgspec.structs.asdict(action).items() if v is not UNSET}
        before = existing(db, kind, given.pop(_IDS[kind]))
        after = msgspec.structs.replace(before, **_cleaned(kind, given, moment))
        if after != before:
            after = msgspec.structs.replace(after, updated_at=moment.stamp)
            check_name_is_free(db, after)
            save_thing(db, after)
        return Result(action=action, also=[Change(before=before, after=after)])

    return update


def _delete(kind: type[Thing]) -> Callable[[Database, Any, Moment], Result]:
    def delete(db: Database, action: Any, moment: Moment) -> Result:
        before = existing(db, kind, getattr(action, _IDS[kind]))
        trash_thing(db, before.id, moment.stamp)
        return Result(action=action, also=[Change(before=before, after=None)])

    return delete


def _restore(db: Database, action: RestoreThing, moment: Moment) -> Result:
    del moment
    thing = find_trashed(db, action.thing_id)
    if thing is None or isinstance(thing, Occurrence):  # that one comes with its task's date
        raise NotFoundError("There is nothing with this id in the trash.")
    check_name_is_free(db, thing)
    save_thing(db, thing)
    return Result(action=action, also=[Change(before=None, after=thing)])


def _cleaned(kind: type[Thing], given: dict[str, Any], moment: Moment) -> dict[str, Any]:
    cleaned = {k: _CLEAN[k](v) if k in _CLEAN else v for k, v in given.items()}
    if kind is Tag and "name" in given:
        cleaned["name"] = inputs.clean_tag_name(given["name"])
    if "query" in cleaned:
        now = moment.now.astimezone(moment.zone)
        read_filter(cleaned["query"], now, LANGUAGE, field="query")
    return cleaned


def _word(thing: Thing) -> str:
    return "saved filter" if isinstance(thing, SavedFilter) else KINDS[type(thing)]


APPLY: dict[type[ThingAction], Callable[[Database, Any, Moment], Result]] = {
    CreateProject: _create(Project),
    UpdateProject: _update(Project),
    DeleteProject: _delete(Project),
    CreateTag: _create(Tag),
    UpdateTag: _update(Tag),
    DeleteTag: _delete(Tag),
    CreatePerson: _create(Person),
    UpdatePerson: _update(Person),
    DeletePerson: _delete(Person),
    CreateFilter: _create(SavedFilter),
    UpdateFilter: _update(SavedFilter),
    DeleteFilter: _delete(SavedFilter),
    CreateComment: _create(Comment),
    UpdateComment: _update(Comment),
    DeleteComment: _delete(Comment),
    RestoreThing: _restore,
}
"""Each raises `InvalidInputError`, `NotFoundError` or `ConflictError`; the caller rolls back."""
