"""What commands have done, as a person would tell it: what was added, finished, moved, deleted."""

from collections.abc import Iterable
from typing import Any, Literal

import msgspec

from control_api.log.entries import Entry
from control_api.log.kinds import Kinds
from shared.events import Kind
from shared.tasks import Task

ACCOUNT = "account "
"""How the credential of a member begins in the log of a workspace of several; the id follows."""
Verb = Literal[
    "added",
    "finished",
    "cancelled",
    "reopened",
    "started",
    "moved",
    "renamed",
    "changed",
    "deleted",
    "restored",
]
_STATUS: dict[str, Verb] = {
    "completed": "finished",
    "cancelled": "cancelled",
    "in_progress": "started",
    "todo": "reopened",
}


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """What one command did to one task or thing."""

    command_id: str
    at: str
    """UTC, ISO 8601: the real time."""
    actor: str
    """The credential that asked for it, in a word or two."""
    verb: Verb
    kind: Kind
    thing_id: str
    name: str
    """What it is called since then, or was last."""
    name_before: str = ""
    """What it was called before."""


def actor_of(account_id: str) -> str:
    """How the credential of that account begins in the log; nothing for none."""
    return f"{ACCOUNT}{account_id}," if account_id else ""


def deeds_of(entries: Iterable[Entry], kinds: Kinds) -> list[Deed]:
    """What of a command's changes a person would tell: not what was only done along with others."""
    told = [entry for entry in entries if entry.kind != "occurrence" and not entry.purged]
    deleted = {entry.thing_id for entry in told if entry.after is None}
    has_task = any(entry.kind == "task" for entry in told)
    return [
        _deed(entry, kinds)
        for entry in told
        if not (has_task and entry.before is None and entry.kind in {"project", "tag", "person"})
        and not (entry.after is None and _parent(entry.before) in deleted)
    ]


def _deed(entry: Entry, kinds: Kinds) -> Deed:
    subject = entry.change.subject
    return Deed(
        command_id=entry.command_id,
        at=entry.at,
        actor=entry.actor,
        verb=_verb(entry),
        kind=entry.kind,
        thing_id=entry.thing_id,
        name=_name(subject, kinds),
        name_before="" if entry.before is None else _name(entry.before, kinds),
    )


def _verb(entry: Entry) -> Verb:
    before, after = entry.before, entry.after
    if after is None:
        return "deleted"
    if before is None:
        return "restored" if entry.type.endswith(".restored") else "added"
    if not isinstance(before, Task) or not isinstance(after, Task):
        return "changed" if _own_name(before) == _own_name(after) else "renamed"
    if before.status != after.status:
        return _STATUS[after.status]
    if (before.due, before.time_zone) != (after.due, after.time_zone):
        return "moved"
    return "renamed" if before.title != after.title else "changed"


def _name(subject: Any, kinds: Kinds) -> str:
    return str(getattr(subject, "text", None) or kinds.of(subject).called(subject))


def _own_name(subject: Any) -> object:
    return getattr(subject, "name", None)


def _parent(subject: Any) -> str | None:
    return subject.parent_id if isinstance(subject, Task) else None
