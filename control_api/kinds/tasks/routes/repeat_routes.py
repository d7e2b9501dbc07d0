"""The times of a repeating task over HTTP."""

import base64
import binascii
from typing import Annotated
from uuid import UUID

from litestar import Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, QueryParameter
from sqlite_utils import Database

from control_api.http.errors import problem_responses
from control_api.input.fields import invalid
from control_api.kinds.tasks.actions.occurrence_store import list_occurrences
from control_api.kinds.tasks.actions.repeating import does_repeat
from control_api.kinds.tasks.records.store import find_task
from control_api.log.workspaces import Workspace
from control_api.time.schedule import upcoming
from control_api.who.callers.guards import allow
from shared.problems import NotFoundError
from shared.repeats import OccurrencePage

Limit = Annotated[int, QueryParameter(ge=1, le=200)]


@get(
    "/tasks/{task_id:uuid}/occurrences",
    operation_id="listOccurrences",
    summary="List the times of a repeating task",
    responses=problem_responses(401, 403, 404, 422),
)
async def read_occurrences(
    workspace: NamedDependency[Workspace],
    task_id: FromPath[UUID],
    limit: Limit = 50,
    cursor: FromQuery[str | None] = None,
) -> OccurrencePage:
    """Give the times that were done, missed or skipped, the latest first, and the next five."""
    before = None if cursor is None else _position(cursor)
    return await workspace.file.read(
        lambda db: _occurrences(db, str(task_id), before=before, limit=limit)
    )


def _occurrences(
    db: Database, task_id: str, *, before: tuple[str, str] | None, limit: int
) -> OccurrencePage:
    task = find_task(db, task_id)
    if task is None:
        raise NotFoundError("There is no such task.")
    found = list_occurrences(db, task_id, before=before, limit=limit + 1)
    items = found[:limit]
    ahead: list[str] = []
    if does_repeat(task) and task.repeat is not None and task.due is not None:
        ahead = upcoming(task.repeat, task.due, task.time_zone)
    more = len(found) > limit
    return OccurrencePage(
        items=items,
        next_cursor=_cursor(items[-1].due, items[-1].id) if more else None,
        upcoming=ahead,
        time_zone=task.time_zone,
    )


def _cursor(due: str, occurrence_id: str) -> str:
    return base64.urlsafe_b64encode(f"{due} {occurrence_id}".encode()).decode().rstrip("=")


def _position(cursor: str) -> tuple[str, str]:
    try:
        text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
    except (binascii.Error, ValueError):
        text = ""
    due, space, occurrence_id = text.partition(" ")
    if space and _cursor(due, occurrence_id) == cursor:
        return due, occurrence_id
    raise invalid("cursor", "This cursor is not one that a list has given; start without one.")


router = Router(
    "/", route_handlers=[read_occurrences], guards=[allow("owner", "session")], tags=["Tasks"]
)
