"""Tags over HTTP."""

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
from shared.thing_actions import CreateTag, DeleteTag, UpdateTag
from shared.things import NewTag, Tag, TagChanges, TagPage


@get(
    "/tags",
    dependencies=PAGE,
    operation_id="listTags",
    summary="List tags, the oldest first",
    responses=problem_responses(401, 403, 422),
)
async def list_tags(workspace: NamedDependency[Workspace], page: NamedDependency[Page]) -> TagPage:
    """Give a page of the tags that fit."""
    items, next_cursor = await read_page(workspace, Tag, page)
    return TagPage(items, next_cursor)


@post(
    "/tags",
    operation_id="createTag",
    summary="Create a tag",
    responses=problem_responses(401, 403, 409, 413, 422, 503, 507),
)
async def create_tag(
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
    data: JSONBody[NewTag],
    idempotency_key: IdempotencyKey = None,
) -> Response[Tag]:
    """Create a tag, under a name that no other has."""
    action = CreateTag(**msgspec.structs.asdict(data))
    made = await make(workspace, caller, Tag, action, idempotency_key)
    return created(made, "tags")


@get(
    "/tags/{tag_id:uuid}",
    operation_id="getTag",
    summary="Read a tag",
    responses=problem_responses(401, 403, 404),
)
async def read_tag(workspace: NamedDependency[Workspace], tag_id: FromPath[UUID]) -> Tag:
    """Give one tag."""
    return await read_one(workspace, Tag, str(tag_id))


@patch(
    "/tags/{tag_id:uuid}",
    operation_id="changeTag",
    summary="Rename or colour a tag",
    responses=problem_responses(401, 403, 404, 409, 413, 422, 503, 507),
)
async def change_tag(
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
    tag_id: FromPath[UUID],
    data: JSONBody[TagChanges],
    idempotency_key: IdempotencyKey = None,
) -> Tag:
    """Change what is given and leave the rest."""
    action = UpdateTag(tag_id=str(tag_id), **msgspec.structs.asdict(data))
    return await make(workspace, caller, Tag, action, idempotency_key)


@delete(
    "/tags/{tag_id:uuid}",
    operation_id="deleteTag",
    summary="Delete a tag",
    responses=problem_responses(401, 403, 404, 409, 422, 503, 507),
)
async def delete_tag(
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
    tag_id: FromPath[UUID],
    idempotency_key: IdempotencyKey = None,
) -> None:
    """Move a tag to the trash, and take it off every task."""
    action = DeleteTag(tag_id=str(tag_id))
    await delete_thing(workspace, caller, action, idempotency_key)


router = Router(
    "/",
    route_handlers=[list_tags, create_tag, read_tag, change_tag, delete_tag],
    tags=["Tags"],
)
