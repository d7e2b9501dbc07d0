"""Commands over HTTP, in words or in actions."""

from litestar import Router, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from control_api.accounts.guards import allow
from control_api.commands.idempotency import IdempotencyKey
from control_api.commands.run import Caller, run_command
from control_api.errors import problem_responses
from control_api.workspaces import Workspace
from shared.outcomes import CommandRequest, Outcome


@post(
    "/commands",
    operation_id="runCommand",
    summary="Run a command, or find out what it would do",
    status_code=200,
    responses=problem_responses(401, 403, 413, 422, 503, 507),
)
async def post_command(
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
    data: JSONBody[CommandRequest],
    idempotency_key: IdempotencyKey = None,
) -> Outcome:
    """Run text or actions in one transaction. What can't be done is answered as refused."""
    return await run_command(workspace, caller, data, idempotency_key=idempotency_key)


router = Router(
    "/", route_handlers=[post_command], guards=[allow("owner", "session")], tags=["Commands"]
)
