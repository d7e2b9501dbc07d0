"""A command as a case of the evaluation: in the state of what it touched, what came of it."""

import json
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from sqlite_utils import Database

from control_api.engine.store import asked_before, find_stored
from control_api.log.entries import Entry, read_command
from control_api.log.kinds import Kinds
from shared.actions import CreateTask
from shared.problems import ConflictError, NotFoundError
from shared.tasks import Task, TaskStatus
from shared.things import Person, Project, SavedFilter, Tag

KIND = "reported"
"""The row of the table that it counts in, until somebody sorts it."""
_HOME = "reported"
_MOST_BEFORE = 3
"""Sentences before an answer, that led to its question."""
_TURNED: dict[TaskStatus, str] = {
    "in_progress": "start_task",
    "completed": "complete_task",
    "cancelled": "cancel_task",
}
_UNTOLD = frozenset(
    {"id", "task_id", "created_at", "updated_at", "completed_at", "deleted_at", "project_id"}
    | {"tag_ids", "assignee_ids", "parent_id", "depends_on", "blocked", "created_by", "source"}
    | {"said", "extra", "order", "version"}
)
"""What cases don't compare: ids, stamps, and what follows from the rest."""
_OWN_KINDS = Project | Tag | Person | SavedFilter

Fields = dict[str, Any]


def as_case(
    db: Database, kinds: Kinds, command_id: str, zone: ZoneInfo, language: str
) -> list[str]:
    """The lines of a case that says the same in the same state; docs/evaluation.md tells of them.

    Raises `NotFoundError`, and `ConflictError` for what was not asked in words.
    """
    command = find_stored(db, kinds.outcome, command_id)
    if command is None:
        raise NotFoundError("There is no such command.")
    if command.text is None:
        raise ConflictError("That was not asked in words, or its words were deleted for good.")
    entries = read_command(db, kinds, command_id)
    before = asked_before(db, command_id, _MOST_BEFORE) if command.answer.reader == "answer" else []
    case: Fields = {
        "kind": KIND,
        "say": [*before, command.text] if before else command.text,
        "given": [*_given(entries), *_shown(entries, command.answer.tasks)],
        "now": datetime.fromisoformat(command.at).astimezone(zone).strftime("%Y-%m-%dT%H:%M:%S"),
        "time_zone": zone.key,
        "then": _then(entries, command.answer.outcome),
    }
    if language == "en":
        return [_line(case)]
    return [_line({"home": _HOME, "language": language}), _line({**case, "in": _HOME})]


def _given(entries: list[Entry]) -> list[Fields]:
    """What makes again what was there of all that the command changed."""
    given: list[Fields] = []
    for entry in entries:
        if isinstance(entry.before, Task):
            given += _made(entry.before)
        elif isinstance(entry.before, _OWN_KINDS):
            kind = entry.before.KIND
            fields = {"name": entry.before.name}
            if isinstance(entry.before, SavedFilter):
                fields["query"] = entry.before.query
            given.append({"type": f"create_{kind}", **fields})
    return given


def _shown(entries: list[Entry], tasks: list[Task]) -> list[Fields]:
    """What makes again the tasks that the answer names and the command did not change."""
    changed = {entry.thing_id for entry in entries}
    return [action for task in tasks if task.id not in changed for action in _made(task)]


def _made(task: Task) -> list[Fields]:
    names = {field.name for field in msgspec.structs.fields(CreateTask)} - _UNTOLD
    values = {name: getattr(task, name) for name in names}
    turned = _TURNED.get(task.status)
    made = CreateTask(**values, task_id=None if turned is None else task.id)
    actions: list[Fields] = [msgspec.to_builtins(made)]
    if turned is not None:
        actions.append({"type": turned, "task_id": task.id})
    return actions


def _then(entries: list[Entry], outcome: str) -> Fields:
    tasks = [entry for entry in entries if entry.kind == "task"]
    things = [entry for entry in entries if isinstance(entry.after or entry.before, _OWN_KINDS)]
    then: Fields = {
        "tasks": [_changed(entry) for entry in tasks if entry.after is not None],
        "gone": [
            entry.before.title
            for entry in tasks
            if isinstance(entry.before, Task) and entry.after is None
        ],
    }
    if things and not tasks:
        then["things"] = [_changed(each) for each in things if each.after is not None]
        then["gone_things"] = [
            each.before.name
            for each in things
            if isinstance(each.before, _OWN_KINDS) and each.after is None
        ]
    told = {name: value for name, value in then.items() if value}
    return told or {"outcome": outcome}


def _changed(entry: Entry) -> Fields:
    """What a thing is called afterwards, and of its fields those that are not as they were."""
    after = _fields(entry.after)
    name = "title" if isinstance(entry.after, Task) else "name"
    before = {} if entry.before is None else _fields(entry.before)
    usual = _usual(entry.after)
    fields = {
        field: value
        for field, value in after.items()
        if field == name or value != before.get(field, usual.get(field))
    }
    if isinstance(entry.after, Task):
        if entry.before is None:
            fields.setdefault("due", after["due"])
        if isinstance(fields.get("repeat"), dict):
            fields["repeat"] = fields["repeat"]["rule"]
        return fields
    return {"kind": entry.kind, **fields}


def _fields(thing: Any) -> Fields:
    told: Fields = msgspec.to_builtins(thing)
    return {name: value for name, value in told.items() if name not in _UNTOLD}


def _usual(thing: Any) -> Fields:
    """What a new one has when nobody says otherwise."""
    usual = {
        field.name: msgspec.to_builtins(field.default)
        for field in msgspec.structs.fields(type(thing))
        if field.default is not msgspec.NODEFAULT
    }
    empty = {
        field.name: field.default_factory()
        for field in msgspec.structs.fields(type(thing))
        if field.default_factory is not msgspec.NODEFAULT
    }
    return {"status": "todo", "due": None, "time_zone": None, "project": None} | usual | empty


def _line(fields: Fields) -> str:
    return json.dumps(fields, ensure_ascii=False)
