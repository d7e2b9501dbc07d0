"""The list of tasks over HTTP: which ones, in what order, and how much of each."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import get
from litestar.di import NamedDependency, Provide
from litestar.params import FromQuery, QueryParameter

from control_api.http.errors import problem_responses
from control_api.input.fields import invalid
from control_api.kinds.saved_filters.kind import SAVED_FILTERS
from control_api.kinds.tasks.lists.orders import Sort
from control_api.kinds.tasks.lists.queries import TaskFilter, list_page
from control_api.language.duckling.threads import read_in_thread
from control_api.language.filters.nodes import HasFlag, HasPriority, HasTag, IsAssigned, Node, Not
from control_api.language.filters.reading import LONGEST_FILTER, read_filter
from control_api.log.workspaces import Workspace
from control_api.requests.run import Caller
from control_api.requests.spoken import ENGLISH
from control_api.time.written import clean_date
from shared.tasks import Priority, SparsePage, Task, TaskPage, TaskStatus

Limit = Annotated[int, QueryParameter(ge=1, le=200)]
Search = Annotated[
    str | None,
    QueryParameter(
        max_length=500,
        description="Words that words of title, notes or comments begin with, or a part of a title",
    ),
]
Name = Annotated[str | None, QueryParameter(min_length=1, max_length=200)]
Query = Annotated[
    str | None,
    QueryParameter(
        name="filter",
        max_length=LONGEST_FILTER,
        description="In the filter language: overdue & #work & !blocked",
    ),
]
Fields = Annotated[
    str | None,
    QueryParameter(max_length=500, description="Only these, with commas between them: title,due"),
]

_FIELDS = Task.__struct_fields__


async def provide_filter(  # noqa: PLR0913 (one for each parameter of the query)
    *,
    search: Search = None,
    status: FromQuery[TaskStatus | None] = None,
    due_from: FromQuery[str | None] = None,
    due_to: FromQuery[str | None] = None,
    project: Name = None,
    tag: Name = None,
    assignee: Name = None,
    priority: FromQuery[Priority | None] = None,
    parent_id: FromQuery[UUID | None] = None,
    blocked: FromQuery[bool | None] = None,
) -> TaskFilter:
    """Read which tasks are wanted from the query."""
    also: list[Node] = []
    if tag is not None:
        also.append(HasTag(tag))
    if assignee is not None:
        also.append(IsAssigned(assignee))
    if priority is not None:
        also.append(HasPriority("=", priority))
    if blocked is not None:
        also.append(HasFlag("blocked") if blocked else Not(HasFlag("blocked")))
    return TaskFilter(
        search=search,
        status=status,
        due_from=None if due_from is None else clean_date(due_from, "due_from"),
        due_to=None if due_to is None else clean_date(due_to, "due_to"),
        project=project,
        parent_id=None if parent_id is None else str(parent_id),
        also=tuple(also),
    )


@get(
    "/tasks",
    dependencies={"wanted": Provide(provide_filter)},
    operation_id="listTasks",
    summary="List tasks, newest first if not sorted otherwise",
    responses=problem_responses(401, 403, 404, 422),
)
async def list_tasks(  # noqa: PLR0913 (one for each parameter of the query)
    *,
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
    wanted: NamedDependency[TaskFilter],
    filter_text: Query = None,
    filter_id: FromQuery[UUID | None] = None,
    sort: FromQuery[Sort | None] = None,
    fields: Fields = None,
    limit: Limit = 50,
    cursor: FromQuery[str | None] = None,
) -> TaskPage | SparsePage:
    """Give a page of the tasks that fit all of it. Days are days in the person's time zone.

    A cursor belongs to its order: give the same sort with it, and the same filters.
    """
    chosen = None if fields is None else _chosen(fields)
    now = datetime.now(caller.zone)

    nodes = []
    if filter_text is not None:
        nodes.append(await read_in_thread(lambda: read_filter(filter_text, now, ENGLISH)))
    if filter_id is not None:
        saved = await workspace.file.read(lambda db: SAVED_FILTERS.existing(db, str(filter_id)))
        nodes.append(
            await read_in_thread(lambda: read_filter(saved.query, now, ENGLISH, field="filter_id"))
        )
    asked = msgspec.structs.replace(wanted, also=(*wanted.also, *nodes))
    page = await workspace.file.read(
        lambda db: list_page(db, asked, now, cursor=cursor, limit=limit, sort=sort)
    )
    return page if chosen is None else _sparse(page, chosen)


def _chosen(fields: str) -> list[str]:
    chosen = list(dict.fromkeys(each.strip() for each in fields.split(",")))
    unknown = [each for each in chosen if each not in _FIELDS]
    if unknown:
        raise invalid("fields", f"A task has these fields: {', '.join(_FIELDS)}.")
    return chosen


def _sparse(page: TaskPage, fields: Iterable[str]) -> SparsePage:
    names = ["id", *(each for each in fields if each != "id")]
    return SparsePage(
        items=[{name: getattr(task, name) for name in names} for task in page.items],
        next_cursor=page.next_cursor,
        fields=names,
    )
