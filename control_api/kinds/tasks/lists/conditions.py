"""What a filter says as a condition of SQL, on the rows of tasks."""

import operator
from collections.abc import Callable, Sequence

from sqlite_utils import Database

from control_api.input.fields import invalid
from control_api.input.names import name_key
from control_api.kinds.simple.store import people_called
from control_api.kinds.tasks.lists import spans, texts
from control_api.kinds.tasks.lists.values import ALWAYS, Condition, Found, Newest, Values, where
from control_api.kinds.tasks.records.document import PRIORITIES
from control_api.kinds.tasks.records.store import BLOCKED, OPEN_STATUSES
from control_api.language.duckling.unread import OverrunError
from control_api.language.filters.days import NotADayError, read_days
from control_api.language.filters.nodes import (
    All,
    AnyOf,
    Comparison,
    Emptiness,
    Flag,
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
from shared.tasks import OPEN

_OPEN = f"tasks.status IN {OPEN_STATUSES}"
UNFINISHED = "tasks.status <> 'completed'"
"""Word for word what some indexes are made with; most tasks of a life are done."""

_LIVING = "SELECT id FROM things WHERE kind = '{kind}' AND deleted_at IS NULL"
_PROJECTS, _TAGS = _LIVING.format(kind="project"), _LIVING.format(kind="tag")
_LACKS_ANY = """NOT EXISTS (
    SELECT 1 FROM {table} JOIN things ON things.id = {column}
    WHERE {table}.task_id = tasks.id AND things.deleted_at IS NULL
)"""
_HAS_ONE = """EXISTS (
    SELECT 1 FROM {table} WHERE {column} IN ({ids}) AND position = tasks.position
)"""
_ALL_BLOCKED = f"""
    SELECT DISTINCT task_dependencies.position FROM task_dependencies
    CROSS JOIN tasks AS needed ON needed.id = needed_id
    WHERE needed.deleted_at IS NULL AND needed.status IN {OPEN_STATUSES}
"""
_STATUSES: dict[Flag, str] = {
    "todo": "tasks.status = 'todo'",
    "started": "tasks.status = 'in_progress'",
    "done": "tasks.status = 'completed'",
    "cancelled": "tasks.status = 'cancelled'",
    "repeats": "json_extract(tasks.document, '$.repeat') IS NOT NULL",
    "subtask": "tasks.parent_id IS NOT NULL",
}
_LACKS: dict[Emptiness, str] = {
    "date": "tasks.due IS NULL",
    "start": "tasks.start IS NULL",
    "deadline": "tasks.deadline IS NULL",
    "project": f"(tasks.project_id IS NULL OR tasks.project_id NOT IN ({_PROJECTS}))",
    "tag": _LACKS_ANY.format(table="task_tags", column="tag_id"),
    "assignee": _LACKS_ANY.format(table="task_assignees", column="person_id"),
    "priority": "tasks.priority = 0",
}
_COMPARISONS: dict[Comparison, Callable[[int, int], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_COLUMNS = {"created": "created_at", "changed": "updated_at", "completed": "completed_at"}


def condition(db: Database, node: Node, values: Values) -> Condition:
    """Make the condition that a filter is. Raises `InvalidInputError` for a day that is none."""
    match node:
        case All():
            return all_of([condition(db, part, values) for part in node.parts])
        case AnyOf():
            return texts.either([condition(db, part, values) for part in node.parts])
        case Not(HasFlag("done")):
            return Condition(UNFINISHED)
        case Not():
            # What compares with nothing is neither true nor false.
            return Condition(f"(NOT coalesce({condition(db, node.part, values).sql}, 0))")
        case HasFlag():
            return _flag(node.flag, values)
        case _:
            return _about(db, node, values)


def all_of(conditions: list[Condition]) -> Condition:
    """Tasks of which all of the conditions are true."""
    sql = f"({' AND '.join(each.sql for each in conditions)})" if conditions else ALWAYS
    return Condition(sql, tuple(found for each in conditions for found in each.found))


def in_project(values: Values, name: str, else_called: Sequence[str] = ()) -> Condition:
    """Tasks of the project of that name; if there is none, of the first of those `else_called`."""
    keys = map(name_key, (name, *else_called))
    found = [f"({_PROJECTS} AND name_key = {values.add(key)})" for key in keys]
    project = f"coalesce({', '.join(found)})" if else_called else found[0]
    sql = f"tasks.project_id = {project}"
    return where(sql, one_of=(sql,))


def is_open() -> Condition:
    """Tasks that are still to be done."""
    return where(_OPEN, one_of=tuple(f"tasks.status = '{each}'" for each in OPEN))


def is_unfinished(node: Node) -> bool:
    """Whether no completed task can fit."""
    match node:
        case HasFlag():
            return node.flag in {"todo", "started", "open", "overdue", "cancelled"}
        case Not(HasFlag("done")):
            return True
        case All():
            return any(map(is_unfinished, node.parts))
        case AnyOf():
            return all(map(is_unfinished, node.parts))
        case _:
            return False


def _flag(flag: Flag, values: Values) -> Condition:
    match flag:
        case "overdue":
            late = spans.due_before(values, values.now)
            return all_of([is_open(), late])
        case "open":
            return is_open()
        case "blocked":
            newest = Newest("task_dependencies", "1")
            found = Found(_ALL_BLOCKED, "SELECT 1 FROM task_dependencies", (newest,))
            return Condition(BLOCKED, (found,))
        case "subtask":
            return where(_STATUSES[flag])
        case _:
            return where(_STATUSES[flag], one_of=(_STATUSES[flag],))


def _about(
    db: Database,
    node: Lacks | HasTag | IsAssigned | InProject | HasPriority | HasDate | HasText,
    values: Values,
) -> Condition:
    match node:
        case Lacks():
            return Condition(_LACKS[node.field])
        case HasTag():
            named = f"({_TAGS} AND name_key = {values.add(name_key(node.name))})"
            return _has_one("task_tags", "tag_id", [named])
        case IsAssigned():
            people = list(map(values.add, people_called(db, node.name)))
            return _has_one("task_assignees", "person_id", people)
        case InProject():
            return in_project(values, node.name, node.else_called)
        case HasPriority():
            return _has_priority(node, values)
        case _:
            return _date(node, values) if isinstance(node, HasDate) else _text(node, values)


def _has_one(table: str, column: str, ids: list[str]) -> Condition:
    """Tasks with one of those; each id is a query of it, or a value's name."""
    some = ", ".join(ids)
    positions = f"SELECT DISTINCT position FROM {table} WHERE {column} IN ({some})"
    newest = tuple(Newest(table, f"{column} = {each}") for each in ids)
    sql = _HAS_ONE.format(table=table, column=column, ids=some)
    return Condition(sql, (Found(positions, positions.replace("DISTINCT ", ""), newest),))


def _has_priority(node: HasPriority, values: Values) -> Condition:
    level = PRIORITIES[node.priority]
    sql = f"tasks.priority {node.comparison} {values.add(level)}"
    fits = _COMPARISONS[node.comparison]
    levels = tuple(each for each in PRIORITIES.values() if fits(each, level))
    return where(sql, one_of=tuple(f"tasks.priority = {each}" for each in levels))


def _text(node: HasText, values: Values) -> Condition:
    return texts.has_phrase(values, node.text)


def _date(node: HasDate, values: Values) -> Condition:
    try:
        first, last = read_days(node.words, values.now, ENGLISH)
    except (NotADayError, OverrunError) as error:
        raise invalid("filter", f"“{node.words}”: {error}") from error
    column = _COLUMNS.get(node.field, node.field)
    match node.relation:
        case "on":
            return spans.between(values, column, first, last)
        case "by":
            return spans.between(values, column, None, last)
        case "from":
            return spans.between(values, column, first, None)
        case "before":
            before = spans.shifted(first, -1)
            return spans.between(values, column, None, before)
        case "after":
            after = spans.shifted(last, 1)
            return Condition("0") if after is None else spans.between(values, column, after, None)
