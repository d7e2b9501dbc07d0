"""Commands over HTTP, in words or in actions."""

from typing import Annotated

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery, JSONBody, QueryParameter

from control_api.engine.store import list_commands
from control_api.http.errors import problem_responses
from control_api.http.idempotency import IdempotencyKey
from control_api.log.workspaces import Workspace
from control_api.requests.run import Caller, run_command
from control_api.who.callers.guards import allow
from control_api.who.callers.principal import Principal
from shared.outcomes import CommandPage, CommandRequest, Outcome
from shared.problems import ForbiddenError
from shared.thing_actions import EmptyTrash, PurgeThing


@post(
    "/commands",
    operation_id="runCommand",
    summary="Run a command, or find out what it would do",
    status_code=200,
    responses=problem_responses(401, 403, 409, 413, 422, 503, 507),
)
async def post_command(
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
    principal: NamedDependency[Principal],
    data: JSONBody[CommandRequest],
    idempotency_key: IdempotencyKey = None,
) -> Outcome:
    """Run text or actions in one transaction. What can't be done is answered as refused."""
    purges = any(isinstance(each, PurgeThing | EmptyTrash) for each in data.actions or [])
    if purges and (principal.scope, principal.right) != ("owner", "admin"):
        raise ForbiddenError("Only you can delete for good, not a program for you.")
    return await run_command(workspace, caller, data, idempotency_key=idempotency_key, is_told=True)


@get(
    "/commands",
    operation_id="listCommands",
    summary="List what was asked and done, the newest first",
    responses=problem_responses(401, 403, 422),
)
async def read_commands(
    workspace: NamedDependency[Workspace],
    limit: Annotated[int, QueryParameter(ge=1, le=200)] = 50,
    cursor: FromQuery[str | None] = None,
) -> CommandPage:
    """Give a page of the commands, and which of them can be undone."""
    return await workspace.file.read(lambda db: list_commands(db, cursor=cursor, limit=limit))


router = Router(
    "/",
    route_handlers=[post_command, read_commands],
    guards=[allow("owner", "session")],
    tags=["Commands"],
)
