"""Why a command did what it did, over HTTP."""

from uuid import UUID

from litestar import Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from control_api.database.open import DatabaseFile
from control_api.edges.turns.case import as_case
from control_api.edges.turns.why import explain
from control_api.http.errors import problem_responses
from control_api.log.workspaces import Workspace
from control_api.requests.run import Caller
from control_api.requests.spoken import spoken_in
from control_api.requests.turn_store import read_keep_days
from control_api.who.callers.guards import allow
from control_api.who.callers.principal import Principal
from shared.why import EvaluationCase, Why


@get(
    "/commands/{command_id:uuid}/why",
    operation_id="explainCommand",
    summary="Why a command did what it did",
    responses=problem_responses(401, 403, 404),
)
async def explain_command(
    control: NamedDependency[DatabaseFile],
    workspace: NamedDependency[Workspace],
    principal: NamedDependency[Principal],
    caller: NamedDependency[Caller],
    command_id: FromPath[UUID],
) -> Why:
    """Give what was heard, how it was read and by whom, which things it changed, and how long."""
    days = await control.read(lambda db: read_keep_days(db, principal.account_id))
    language = await spoken_in(caller.language)
    return await workspace.file.read(
        lambda db: explain(db, workspace.kinds, str(command_id), language, keep_days=days)
    )


@get(
    "/commands/{command_id:uuid}/case",
    operation_id="makeCase",
    summary="The same as a case of the evaluation",
    responses=problem_responses(401, 403, 404, 409),
)
async def make_case(
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
    command_id: FromPath[UUID],
) -> EvaluationCase:
    """Give lines for `saydo eval`, with no more of your tasks than the command was about."""
    return EvaluationCase(
        await workspace.file.read(
            lambda db: as_case(db, workspace.kinds, str(command_id), caller.zone, caller.language)
        )
    )


router = Router(
    "/",
    route_handlers=[explain_command, make_case],
    guards=[allow("owner", "session")],
    tags=["Commands"],
)
