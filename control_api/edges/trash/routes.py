"""The trash over HTTP."""

from typing import Annotated
from uuid import UUID

from litestar import Router, delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, QueryParameter

from control_api.engine.trash_store import list_trash
from control_api.http.errors import problem_responses
from control_api.http.idempotency import IdempotencyKey
from control_api.kinds.things.store import is_known_thing
from control_api.log.workspaces import Workspace
from control_api.requests.run import Caller, run_command
from control_api.who.callers.guards import allow
from shared.actions import Action, RestoreTask
from shared.outcomes import CommandRequest, Outcome
from shared.thing_actions import EmptyTrash, PurgeThing, RestoreThing
from shared.trash import TrashPage


@get(
    "/trash",
    operation_id="listTrash",
    summary="List what was deleted and can be brought back",
    guards=[allow("owner", "session")],
    responses=problem_responses(401, 403, 422),
)
async def read_trash(
    workspace: NamedDependency[Workspace],
    limit: Annotated[int, QueryParameter(ge=1, le=200)] = 50,
    cursor: FromQuery[str | None] = None,
) -> TrashPage:
    """Give a page of the trash, what was deleted last first."""
    return await workspace.file.read(lambda db: list_trash(db, cursor=cursor, limit=limit))


@post(
    "/trash/{thing_id:uuid}/restore",
    operation_id="restoreFromTrash",
    summary="Take something out of the trash",
    status_code=200,
    guards=[allow("owner", "session")],
    responses=problem_responses(401, 403, 404, 409, 422, 503, 507),
)
async def restore(
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
    thing_id: FromPath[UUID],
    idempotency_key: IdempotencyKey = None,
) -> Outcome:
    """Bring a task back, with the parts that were deleted with it; or anything else."""
    # Also when it is back already: a request that is sent again has to be the same.
    is_thing = await workspace.file.read(lambda db: is_known_thing(db, str(thing_id)))
    action: Action = RestoreTask(task_id=str(thing_id))
    if is_thing:
        action = RestoreThing(thing_id=str(thing_id))
    request = CommandRequest(actions=[action])
    return await run_command(
        workspace, caller, request, idempotency_key=idempotency_key, raises=True
    )


@delete(
    "/trash/{thing_id:uuid}",
    operation_id="purge",
    summary="Delete something for good",
    guards=[allow("owner")],
    responses=problem_responses(401, 403, 404, 409, 422, 503, 507),
)
async def purge(
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
    thing_id: FromPath[UUID],
    idempotency_key: IdempotencyKey = None,
) -> None:
    """Take it out of the trash, the log and the stored commands, with its parts and comments."""
    await _purge(workspace, caller, PurgeThing(thing_id=str(thing_id)), idempotency_key)


@delete(
    "/trash",
    operation_id="emptyTrash",
    summary="Delete everything in the trash for good",
    guards=[allow("owner")],
    responses=problem_responses(401, 403, 409, 422, 503, 507),
)
async def empty(
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
    idempotency_key: IdempotencyKey = None,
) -> None:
    """Take everything out of the trash, the log and the stored commands."""
    await _purge(workspace, caller, EmptyTrash(), idempotency_key)


async def _purge(workspace: Workspace, caller: Caller, action: Action, key: str | None) -> None:
    request = CommandRequest(actions=[action])
    await run_command(workspace, caller, request, idempotency_key=key, raises=True)


router = Router("/", route_handlers=[read_trash, restore, purge, empty], tags=["Trash"])
