"""What a filter says as a condition of SQL, on the rows of tasks."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlite_utils import Database

from control_api.filters.days import NotADayError, read_days
from control_api.filters.nodes import (
    All,
    AnyOf,
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
from control_api.lines import invalid, name_key
from control_api.search.words import part_of_title, phrase, plain
from control_api.tasks.document import PRIORITIES, UTC_SECONDS
from control_api.things.store import people_called

OPEN = "tasks.status IN ('todo', 'in_progress')"

_LIVING = "SELECT id FROM things WHERE kind = '{kind}' AND deleted_at IS NULL"
_BLOCKED = """tasks.id IN (
    SELECT task_dependencies.task_id FROM task_dependencies JOIN tasks AS needed
        ON needed.id = needed_id
    WHERE needed.deleted_at IS NULL AND needed.status IN ('todo', 'in_progress')
)"""
_FLAGS: dict[Flag, str] = {
    "todo": "tasks.status = 'todo'",
    "started": "tasks.status = 'in_progress'",
    "open": OPEN,
    "done": "tasks.status = 'completed'",
    "cancelled": "tasks.status = 'cancelled'",
    "blocked": _BLOCKED,
    "repeats": "json_extract(tasks.document, '$.repeat') IS NOT NULL",
    "subtask": "tasks.parent_id IS NOT NULL",
}
_LACKS: dict[Emptiness, str] = {
    "date": "tasks.due IS NULL",
    "start": "tasks.start IS NULL",
    "deadline": "tasks.deadline IS NULL",
    "project": f"""(
        tasks.project_id IS NULL OR tasks.project_id NOT IN ({_LIVING.format(kind="project")})
    )""",
    "tag": f"""tasks.id NOT IN (
        SELECT task_id FROM task_tags WHERE tag_id IN ({_LIVING.format(kind="tag")})
    )""",
    "assignee": f"""tasks.id NOT IN (
        SELECT task_id FROM task_assignees WHERE person_id IN ({_LIVING.format(kind="person")})
    )""",
    "priority": "tasks.priority = 0",
}
_TAGGED = f"""tasks.id IN (
    SELECT task_id FROM task_tags WHERE tag_id = ({_LIVING.format(kind="tag")} AND name_key = {{}})
)"""
_IN_PROJECT = f"""tasks.project_id = (
    {_LIVING.format(kind="project")} AND name_key = {{}}
)"""
_OVERDUE = """(
    (length(tasks.due) = 10 AND tasks.due < {today})
    OR (length(tasks.due) = 19 AND tasks.due_utc IS NULL AND tasks.due < {now})
    OR tasks.due_utc < {now_utc}
)"""
_STAMPS = {"created": "created_at", "changed": "updated_at", "completed": "completed_at"}
_ALWAYS = ("0000", "9999~")
"""Before and after every day and every instant, as text."""


class Conditions:
    """Makes conditions for one query, and collects their values."""

    def __init__(self, db: Database, now: datetime) -> None:
        """`now` is aware, in the person's zone."""
        self.values: dict[str, Any] = {}
        self._db = db
        self._now = now
        self._zone = now.tzinfo

    def value(self, value: str | float | None) -> str:
        """The name that a value has in the query."""
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f":{name}"

    def of(self, node: Node) -> str:
        """The condition that a filter is."""
        match node:
            case All():
                return _joined(" AND ", [self.of(part) for part in node.parts])
            case AnyOf():
                return _joined(" OR ", [self.of(part) for part in node.parts])
            case Not():
                # What compares with nothing is neither true nor false.
                return f"(NOT coalesce({self.of(node.part)}, 0))"
            case HasFlag():
                return self._flag(node.flag)
            case Lacks():
                return _LACKS[node.field]
            case _:
                return self._about(node)

    def _about(
        self, node: HasTag | IsAssigned | InProject | HasPriority | HasDate | HasText
    ) -> str:
        match node:
            case HasTag():
                return _TAGGED.format(self.value(name_key(node.name)))
            case IsAssigned():
                people = [self.value(person) for person in people_called(self._db, node.name)]
                return f"""tasks.id IN (
                    SELECT task_id FROM task_assignees WHERE person_id IN ({", ".join(people)})
                )"""
            case InProject():
                return self.in_project(node.name)
            case HasPriority():
                level = self.value(PRIORITIES[node.priority])
                return f"tasks.priority {node.comparison} {level}"
            case HasDate():
                return self._date(node)
            case HasText():
                return self._text(node.text)

    def _flag(self, flag: Flag) -> str:
        return f"({OPEN} AND {self.overdue(self._now)})" if flag == "overdue" else _FLAGS[flag]

    def in_project(self, name: str) -> str:
        """Tasks of the project of that name."""
        return _IN_PROJECT.format(self.value(name_key(name)))

    def overdue(self, now: datetime) -> str:
        """Tasks that should have been done by then, an aware time, whether they are or not."""
        local = now.astimezone(self._zone)
        return _OVERDUE.format(
            today=self.value(local.date().isoformat()),
            now=self.value(local.strftime(UTC_SECONDS)),
            now_utc=self.value(local.astimezone(UTC).strftime(UTC_SECONDS)),
        )

    def between(self, column: str, first: date | None, last: date | None) -> str:
        """Tasks with a time from one day to another, as days are where the person is."""
        begin, begin_utc = self._midnight(first, otherwise=_ALWAYS[0])
        end, end_utc = self._midnight(_next_day(last), otherwise=_ALWAYS[1])
        if column in _STAMPS.values():
            return f"(tasks.{column} >= {begin_utc} AND tasks.{column} < {end_utc})"
        return f"""(
            (tasks.{column}_utc IS NULL AND tasks.{column} >= {begin} AND tasks.{column} < {end})
            OR (tasks.{column}_utc >= {begin_utc} AND tasks.{column}_utc < {end_utc})
        )"""

    def part_of_title(self, text: str) -> str:
        """Tasks that have the text anywhere in their title."""
        part = part_of_title(text)
        if part is None:
            return f"instr(tasks.title_key, {self.value(plain(text))}) > 0"
        return f"tasks.position IN ({self._found('task_titles', part)})"

    def matching(self, words: str) -> str:
        """Tasks whose texts have these words, as FTS5 is asked for them."""
        return f"tasks.position IN ({self._found('task_words', words)})"

    def _found(self, index: str, asked: str) -> str:
        return f"SELECT rowid FROM {index} WHERE {index} MATCH {self.value(asked)}"

    def _text(self, text: str) -> str:
        words = phrase(text)
        return self.part_of_title(text) if words is None else self.matching(words)

    def _date(self, node: HasDate) -> str:
        try:
            first, last = read_days(node.words, self._now)
        except NotADayError as error:
            raise invalid("filter", f"“{node.words}”: {error}") from error
        column = _STAMPS.get(node.field, node.field)
        match node.relation:
            case "before":
                return self.between(column, None, _day_before(first))
            case "by":
                return self.between(column, None, last)
            case "on":
                return self.between(column, first, last)
            case "from":
                return self.between(column, first, None)
            case "after":
                after = _next_day(last)
                return "0" if after is None else self.between(column, after, None)

    def _midnight(self, day: date | None, *, otherwise: str) -> tuple[str, str]:
        """The names of the beginning of a day: as a date, and as an instant in UTC."""
        if day is None:
            return self.value(otherwise), self.value(otherwise)
        try:
            midnight = datetime.combine(day, time(), self._zone)
            instant = midnight.astimezone(UTC).strftime(UTC_SECONDS)
        except OverflowError:  # the last midnight of all, west of Greenwich
            instant = otherwise
        return self.value(day.isoformat()), self.value(instant)


def _joined(word: str, parts: list[str]) -> str:
    return f"({word.join(parts)})"


def _day_before(day: date) -> date:
    return day - timedelta(days=1)


def _next_day(day: date | None) -> date | None:
    return None if day in {None, date.max} else day + timedelta(days=1)
