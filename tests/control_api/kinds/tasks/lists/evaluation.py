"""What a filter says of a task, in plain Python; to hold the SQL against."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import msgspec

from control_api.kinds.tasks.records.document import PRIORITIES
from control_api.language.filters.days import read_days
from control_api.language.filters.nodes import (
    All,
    AnyOf,
    HasDate,
    HasFlag,
    HasPriority,
    HasTag,
    HasText,
    InProject,
    IsAssigned,
    Lacks,
    Node,
    Not,
)
from control_api.requests.spoken import ENGLISH
from shared.tasks import Task

COMPARE: dict[str, Callable[[int, int], bool]] = {
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


class World(msgspec.Struct, frozen=True):
    """What there is besides the task."""

    now: datetime
    zone: ZoneInfo
    nicknames: dict[str, str]
    """Nickname to name."""
    comments: dict[str, list[str]]
    """Task id to texts."""


def fits(  # noqa: C901, PLR0911 (one case for each node)
    node: Node, task: Task, world: World
) -> bool:
    match node:
        case All():
            return all(fits(part, task, world) for part in node.parts)
        case AnyOf():
            return any(fits(part, task, world) for part in node.parts)
        case Not():
            return not fits(node.part, task, world)
        case HasFlag():
            return has_flag(node.flag, task, world)
        case Lacks():
            return lacks(node.field, task)
        case HasTag():
            return node.name.casefold() in {tag.casefold() for tag in task.tags}
        case IsAssigned():
            name = world.nicknames.get(node.name, node.name)
            return name.casefold() in {person.casefold() for person in task.assignees}
        case InProject():
            return node.name.casefold() == (task.project or "").casefold()
        case HasPriority():
            of_task, asked = PRIORITIES[task.priority], PRIORITIES[node.priority]
            return COMPARE[node.comparison](of_task, asked)
        case HasDate():
            return has_date(node, task, world)
        case HasText():
            return has_text(node.text, task, world)


def has_flag(flag: str, task: Task, world: World) -> bool:
    is_open = task.status in {"todo", "in_progress"}
    return {
        "todo": task.status == "todo",
        "started": task.status == "in_progress",
        "open": is_open,
        "done": task.status == "completed",
        "cancelled": task.status == "cancelled",
        "overdue": is_open and is_past(task.due, task.time_zone, world),
        "blocked": task.blocked,
        "repeats": task.repeat is not None,
        "subtask": task.parent_id is not None,
    }[flag]


def is_past(due: str | None, time_zone: str | None, world: World) -> bool:
    if due is None:
        return False
    if len(due) == 10:
        return date.fromisoformat(due) < world.now.date()
    zone = ZoneInfo(time_zone) if time_zone else world.zone
    # Both in UTC: Python compares clock faces when both have the same zone.
    at = datetime.fromisoformat(due).replace(tzinfo=zone).astimezone(UTC)
    return at < world.now.astimezone(UTC)


def lacks(field: str, task: Task) -> bool:
    return not {
        "date": task.due,
        "start": task.start,
        "deadline": task.deadline,
        "project": task.project,
        "tag": task.tags,
        "assignee": task.assignees,
        "priority": task.priority,
    }[field]


def has_date(node: HasDate, task: Task, world: World) -> bool:
    day = day_of(node.field, task, world)
    if day is None:
        return False
    first, last = read_days(node.words, world.now, ENGLISH)
    return {
        "before": day < first,
        "by": day <= last,
        "on": first <= day <= last,
        "from": day >= first,
        "after": day > last,
    }[node.relation]


def day_of(field: str, task: Task, world: World) -> date | None:
    """The day of one of the task's times, where the person is."""
    stamps = {
        "created": task.created_at,
        "changed": task.updated_at,
        "completed": task.completed_at,
    }
    if field in stamps:
        stamp = stamps[field]
        return (
            None if stamp is None else datetime.fromisoformat(stamp).astimezone(world.zone).date()
        )
    time, zone = {
        "due": (task.due, task.time_zone),
        "start": (task.start, task.start_time_zone),
        "deadline": (task.deadline, task.deadline_time_zone),
    }[field]
    if time is None:
        return None
    if zone is None:
        return date.fromisoformat(time[:10])
    at = datetime.fromisoformat(time).replace(tzinfo=ZoneInfo(zone))
    return at.astimezone(world.zone).date()


def has_text(text: str, task: Task, world: World) -> bool:
    said = f" {' '.join(words_of(text))} "
    texts = (task.title, task.notes, "\n".join(world.comments.get(task.id, [])))
    return any(said in f" {' '.join(words_of(each))} " for each in texts)


def words_of(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())
