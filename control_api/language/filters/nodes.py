"""What a filter says, and how it is written."""

import re
from typing import Literal

import msgspec

from shared.tasks import Priority

Flag = Literal[
    "todo",
    "started",
    "open",
    "done",
    "cancelled",
    "overdue",
    "blocked",
    "repeats",
    "subtask",
]
DateField = Literal["due", "start", "deadline", "created", "changed", "completed"]
Emptiness = Literal["date", "start", "deadline", "project", "tag", "assignee", "priority"]
Relation = Literal["before", "by", "on", "from", "after"]
Comparison = Literal["=", "!=", "<", "<=", ">", ">="]

_PLAIN_NAME = re.compile(r"[\w-]+")


class HasFlag(msgspec.Struct, frozen=True, tag=True):
    """A task of that kind."""

    flag: Flag


class Lacks(msgspec.Struct, frozen=True, tag=True):
    """A task without it."""

    field: Emptiness


class HasTag(msgspec.Struct, frozen=True, tag=True):
    """A task with the tag of that name."""

    name: str


class IsAssigned(msgspec.Struct, frozen=True, tag=True):
    """A task for the person of that name or nickname."""

    name: str


class InProject(msgspec.Struct, frozen=True, tag=True):
    """A task of the project of that name."""

    name: str
    else_called: tuple[str, ...] = ()
    """What it may be called when none has that name: "Grocery List" for "the grocery list"."""


class HasPriority(msgspec.Struct, frozen=True, tag=True):
    """A task whose priority compares so; none is the lowest."""

    comparison: Comparison
    priority: Priority | None


class HasDate(msgspec.Struct, frozen=True, tag=True):
    """A task whose date is so related to the days that the words mean."""

    field: DateField
    relation: Relation
    words: str
    """Small letters, one space between words."""


class HasText(msgspec.Struct, frozen=True, tag=True):
    """A task with these words, one after the other, in title, notes or comments."""

    text: str


class Not(msgspec.Struct, frozen=True, tag=True):
    """What the part does not say."""

    part: "Node"


class All(msgspec.Struct, frozen=True, tag=True):
    """What all of at least two parts say."""

    parts: tuple["Node", ...]


class AnyOf(msgspec.Struct, frozen=True, tag=True):
    """What one of at least two parts says."""

    parts: tuple["Node", ...]


Node = (
    HasFlag
    | Lacks
    | HasTag
    | IsAssigned
    | InProject
    | HasPriority
    | HasDate
    | HasText
    | Not
    | All
    | AnyOf
)


_SIGNS = {HasTag: "#", IsAssigned: "@", InProject: "/"}


def write(node: Node) -> str:
    """The node in the filter language; reading it gives the node again."""
    match node:
        case All():
            return " & ".join(_inside(part) for part in node.parts)
        case AnyOf():
            return " | ".join(_inside(part) for part in node.parts)
        case Not():
            return f"!{_inside(node.part)}"
        case HasTag() | IsAssigned() | InProject():
            return _SIGNS[type(node)] + _name(node.name)
        case _:
            return _condition(node)


def _condition(node: HasFlag | Lacks | HasPriority | HasDate | HasText) -> str:
    match node:
        case HasFlag():
            return node.flag
        case Lacks():
            return f"no {node.field}"
        case HasPriority():
            return f"priority {node.comparison} {node.priority or 'none'}"
        case HasDate():
            return f"{node.field} {node.relation} {node.words}"
        case HasText():
            return _quoted(node.text)


def _inside(node: Node) -> str:
    return f"({write(node)})" if isinstance(node, All | AnyOf) else write(node)


def _name(name: str) -> str:
    return name if _PLAIN_NAME.fullmatch(name) else _quoted(name)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
