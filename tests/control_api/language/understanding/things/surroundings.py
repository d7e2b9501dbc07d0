"""What the tests about things share: one person's lists, tags, people, filters, trash and past."""

import msgspec

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.scene import Known, Past
from control_api.log.deeds import Deed, Verb
from shared.events import Kind
from shared.things import Comment, Person, Project, SavedFilter, Tag, Thing
from shared.trash import Trashed
from tests.control_api.language.understanding.interpretation import ALICES, read, task

_AT = "2026-11-21T08:00:00.000000Z"
_YESTERDAY = "2026-11-20T08:00:00.000000Z"
THINGS: list[Thing] = [
    Project("shopping", "Shopping", _AT, _AT),
    Project("work", "Work", _AT, _AT),
    Project("garden", "Garden", _AT, _AT),
    Project("launch", "Product launch", _AT, _AT),
    Project("flat", "Old flat", _AT, _AT, archived=True),
    Tag("tag-work", "work", _AT, _AT),
    Tag("tag-home", "home", _AT, _AT),
    Person("anna", "Anna", _AT, _AT),
    Person("mike", "Mike", _AT, _AT, nicknames=["Mikey"]),
    SavedFilter("urgent", "Urgent", "p1", _AT, _AT),
]


def _deleted(thing_id: str, kind: Kind, name: str, at: str) -> Trashed:
    gone = task(thing_id, name) if kind == "task" else None
    return Trashed(thing_id, kind, name, at, thing_id if gone else None, gone)


def _deed(command_id: str, verb: Verb, thing_id: str, name: str, before: str = "") -> Deed:
    return Deed(
        command_id=command_id,
        at=_AT,
        actor="owner",
        verb=verb,
        kind="task",
        thing_id=thing_id,
        name=name,
        name_before=before or name,
    )


PAST = Past(
    trash=[
        _deleted("plumber", "task", "Call the plumber", _AT),
        _deleted("party", "project", "Party", _AT),
        _deleted("eggs-1", "task", "Buy eggs", _AT),
        _deleted("eggs-2", "task", "Buy eggs for the cake", _YESTERDAY),
    ],
    deeds=[
        _deed("c-rename", "renamed", "report", "Write the report", "Draft the report"),
        _deed("c-delete", "deleted", "plumber", "Call the plumber"),
        _deed("c-finish", "finished", "taxes", "Do the taxes"),
        _deed("c-move", "moved", "report", "Write the report"),
        _deed("c-bins", "moved", "bins-1", "Take out the bins"),
        _deed("c-bins-2", "moved", "bins-2", "Wash the bins"),
    ],
    comments=[
        Comment("c-2", "rent", "Landlord called", _AT, _AT),
        Comment("c-1", "report", "Numbers are missing", _AT, _AT),
    ],
    seen_at="2026-11-21T09:00:00.000000Z",
)
_TAGGED = [
    msgspec.structs.replace(each, tags=["work"]) if each.id == "report" else each
    for each in ALICES.open_tasks
]
ALICES_THINGS = Known(
    open_tasks=_TAGGED,
    projects=["Shopping", "Work", "Garden", "Product launch"],
    things=THINGS,
    mentioned=ALICES.mentioned,
    past=PAST,
)


def said(text: str, known: Known = ALICES_THINGS) -> CommandPlan:
    """What the person's words mean to them."""
    return read(text, known=known)
