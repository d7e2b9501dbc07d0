"""Which task is meant: by its number in the last list, by its id, or by words of its title."""

import re
import uuid
from collections.abc import Sequence
from typing import Annotated

import typer

from command_line.connection.api import PAGE, ask, with_client
from command_line.lookup.last_list import remember_list, remembered_list
from command_line.lookup.names import near_names
from command_line.terminal.errors import CommandLineError
from command_line.terminal.printing import quoted, when
from shared.client import SaydoClient
from shared.tasks import SparsePage, Task, TaskPage

Tasks = Annotated[
    list[str],
    typer.Argument(
        help="Number in the last list, beginning of the id, or words of the title (in quotes).",
        show_default=False,
    ),
]
OneTask = Annotated[
    str,
    typer.Argument(
        help="Number in the last list, beginning of the id, or words of the title (in quotes).",
        show_default=False,
    ),
]

_NUMBER = re.compile(r"\d{1,4}")
_RANGE = re.compile(r"(\d{1,4})-(\d{1,4})")
_ID = re.compile(r"(?=\D*\d)[0-9a-f]{6,8}(-[0-9a-f-]{0,28})?", re.IGNORECASE)
"""With a digit in it: a word such as "decade" is one."""
_NAMED_AT_MOST = 20
_LONGEST_SEARCH = 500


def pick(said: str, *, only_open: bool = False) -> Task:
    """The one task that is meant. Raises `CommandLineError` when there is none, or several."""
    if not said.strip():
        raise CommandLineError(
            "Say which task: its number in the last list, or words of its title."
        )
    if _NUMBER.fullmatch(said):
        return _numbered(int(said))
    if (task_id := _as_id(said)) is not None:
        return ask("GET", f"tasks/{task_id}", Task)
    by_id = _by_beginning(said.lower()) if _ID.fullmatch(said) else []
    found = by_id or _by_words(said, only_open=only_open)
    if not found:
        kind = "open task" if only_open else "task"
        near = near_names(said, _titles(only_open=only_open))
        raise CommandLineError(f"There is no {kind} like {quoted(said)}.{near}")
    if len(found) > 1:
        raise CommandLineError(_which_one(said, found))
    return found[0]


def pick_all(said: Sequence[str], *, only_open: bool = False) -> list[Task]:
    """Each task that is meant, once; ``2-4`` stands for three numbers."""
    found = [pick(each, only_open=only_open) for word in said for each in _numbers(word)]
    return list({task.id: task for task in found}.values())


def _numbers(word: str) -> list[str]:
    ends = _RANGE.fullmatch(word)
    listed = len(remembered_list())
    if ends is None or not 1 <= int(ends[1]) <= int(ends[2]) <= listed:
        return [word]
    return [str(number) for number in range(int(ends[1]), int(ends[2]) + 1)]


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
    """Those whose id begins so; only the ids are fetched of all."""

    async def find(client: SaydoClient) -> list[Task]:
        found: list[str] = []
        query: dict[str, object] = {"fields": "id", "limit": PAGE}
        while len(found) < _NAMED_AT_MOST:
            page = await client.ask("GET", "/api/v1/tasks", SparsePage, query=query)
            ids = [str(each["id"]) for each in page.items]
            found += [task_id for task_id in ids if task_id.startswith(beginning)]
            if page.next_cursor is None:
                break
            query["cursor"] = page.next_cursor
        return [await client.ask("GET", f"/api/v1/tasks/{each}", Task) for each in found]

    return with_client(find)


def _by_words(said: str, *, only_open: bool) -> list[Task]:
    query = {"search": said[:_LONGEST_SEARCH], "limit": 50, "filter": "open" if only_open else None}
    found = ask("GET", "tasks", TaskPage, query=query).items
    key = said.casefold()
    for fits in (lambda title: title == key, lambda title: key in title):
        better = [task for task in found if fits(task.title.casefold())]
        if better:
            return better
    return found


def _titles(*, only_open: bool) -> list[str]:
    """Titles that may have been meant, of the tasks that were made last."""
    query = {"fields": "title", "limit": PAGE, "filter": "open" if only_open else None}
    found = ask("GET", "tasks", SparsePage, query=query).items
    return [str(each["title"]) for each in found]


def _which_one(said: str, found: list[Task]) -> str:
    """List them with numbers, so that the answer is a number."""
    named = found[:_NAMED_AT_MOST]
    remember_list([task.id for task in named])
    with_errors = f"{quoted(said)} may be one of these; say which by its number:"
    more = len(found) - len(named)
    rest = f"\nand {more} more" if more > 0 else ""
    lines = "".join(f"\n{number:>3}  {_described(task)}" for number, task in enumerate(named, 1))
    return with_errors + lines + rest


def _described(task: Task) -> str:
    known = [when(task.due), task.project, task.status.replace("_", " ")]
    return f"{task.title}  ({', '.join(filter(None, known))})"
