"""Which task is meant: by its number in the last list, by its id, or by words of its title."""

import re
import uuid
from itertools import islice

from command_line.calls import all_tasks, ask
from command_line.errors import CommandLineError
from command_line.places import remembered_list
from shared.tasks import Task, TaskPage

_NUMBER = re.compile(r"\d{1,4}")
_ID = re.compile(r"(?=\D*\d)[0-9a-f]{6,8}(-[0-9a-f-]{0,28})?", re.IGNORECASE)
"""With a digit in it: a word such as "decade" is one."""
_NAMED_AT_MOST = 8


def pick(said: str, *, only_open: bool = False) -> Task:
    """The one task that is meant. Raises `CommandLineError` when there is none, or several."""
    if _NUMBER.fullmatch(said):
        return _numbered(int(said))
    if (task_id := _as_id(said)) is not None:
        return ask("GET", f"tasks/{task_id}", Task)
    by_id = _by_beginning(said.lower()) if _ID.fullmatch(said) else []
    found = by_id or _by_words(said, only_open=only_open)
    if not found:
        raise CommandLineError(f"There is no {'open ' if only_open else ''}task like “{said}”.")
    if len(found) > 1:
        raise CommandLineError(_which_one(said, found))
    return found[0]


def _numbered(number: int) -> Task:
    listed = remembered_list()
    if not 1 <= number <= len(listed):
        raise CommandLineError(f"There is no number {number} in the last list; run: saydo list")
    return ask("GET", f"tasks/{listed[number - 1]}", Task)


def _as_id(said: str) -> str | None:
    try:
        return str(uuid.UUID(said))
    except ValueError:
        return None


def _by_beginning(beginning: str) -> list[Task]:
    found = (task for task in all_tasks({}) if task.id.startswith(beginning))
    return list(islice(found, _NAMED_AT_MOST))


def _by_words(said: str, *, only_open: bool) -> list[Task]:
    query = {"search": said, "limit": 50, "filter": "open" if only_open else None}
    found = ask("GET", "tasks", TaskPage, query=query).items
    key = said.casefold()
    for fits in (lambda title: title == key, lambda title: key in title):
        better = [task for task in found if fits(task.title.casefold())]
        if better:
            return better
    return found


def _which_one(said: str, found: list[Task]) -> str:
    named = "".join(f"\n  {task.id[:8]}  {task.title}" for task in found[:_NAMED_AT_MOST])
    more = len(found) - _NAMED_AT_MOST
    rest = f"\n  and {more} more" if more > 0 else ""
    return f"“{said}” may be one of these; say which by its id:{named}{rest}"
