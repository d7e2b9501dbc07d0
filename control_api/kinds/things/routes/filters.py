"""Filters over HTTP."""

from uuid import UUID

import msgspec
from litestar import Response, Router, delete, get, patch, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from control_api.http.errors import problem_responses
from control_api.http.idempotency import IdempotencyKey
from control_api.kinds.things.queries import Page
from control_api.kinds.things.requests import PAGE, created, delete_thing, make, read_one, read_page
from control_api.log.workspaces import Workspace
from control_api.requests.run import Caller
from shared.thing_actions import CreateFilter, DeleteFilter, UpdateFilter
from shared.things import FilterChanges, FilterPage, NewFilter, SavedFilter


@get(
    "/filters",
    dependencies=PAGE,
    operation_id="listFilters",
    summary="List saved filters, the oldest first",
    responses=problem_responses(401, 403, 422),
)
async def list_filters(
    workspace: NamedDependency[Workspace], page: NamedDependency[Page]
) -> FilterPage:
    """Give a page of the saved filters that fit."""
    items, next_cursor = await read_page(workspace, SavedFilter, page)
    return FilterPage(items, next_cursor)


@post(
    "/filters",
    operation_id="createFilter",
    summary="Create a saved filter",
    responses=problem_responses(401, 403, 409, 413, 422, 503, 507),
)
async def create_filter(
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
    data: JSONBody[NewFilter],
    idempotency_key: IdempotencyKey = None,
) -> Response[SavedFilter]:
    """Keep a question to the tasks, under a name that no other has."""
    action = CreateFilter(**msgspec.structs.asdict(data))
    made = await make(workspace, caller, SavedFilter, action, idempotency_key)
    return created(made, "filters")


@get(
    "/filters/{filter_id:uuid}",
    operation_id="getFilter",
    summary="Read a saved filter",
    responses=problem_responses(401, 403, 404),
)
async def read_filter(
    workspace: NamedDependency[Workspace], filter_id: FromPath[UUID]
) -> SavedFilter:
    """Give one saved filter."""
    return await read_one(workspace, SavedFilter, str(filter_id))


@patch(
    "/filters/{filter_id:uuid}",
    operation_id="changeFilter",
    summary="Rename a saved filter, or make it ask something else",
    responses=problem_responses(401, 403, 404, 409, 413, 422, 503, 507),
)
async def change_filter(
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
    filter_id: FromPath[UUID],
    data: JSONBody[FilterChanges],
    idempotency_key: IdempotencyKey = None,
) -> SavedFilter:
    """Change what is given and leave the rest."""
    action = UpdateFilter(filter_id=str(filter_id), **msgspec.structs.asdict(data))
    return await make(workspace, caller, SavedFilter, action, idempotency_key)


@delete(
    "/filters/{filter_id:uuid}",
    operation_id="deleteFilter",
    summary="Delete a saved filter",
    responses=problem_responses(401, 403, 404, 409, 422, 503, 507),
)
async def delete_filter(
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
    filter_id: FromPath[UUID],
    idempotency_key: IdempotencyKey = None,
) -> None:
    """Move a saved filter to the trash."""
    action = DeleteFilter(filter_id=str(filter_id))
    await delete_thing(workspace, caller, action, idempotency_key)


router = Router(
    "/",
    route_handlers=[list_filters, create_filter, read_filter, change_filter, delete_filter],
    tags=["Filters"],
)
