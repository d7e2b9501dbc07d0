"""What waits for a yes, over HTTP."""

from uuid import UUID

import msgspec
from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from sqlite_utils import Database

from control_api.engine.approval_store import list_pending
from control_api.engine.wording import Wording, plan_in_words
from control_api.http.errors import problem_responses
from control_api.language.wording.spoken import SpokenWording
from control_api.log.kinds import Kinds
from control_api.log.workspaces import Workspace
from control_api.requests.deciding import decide
from control_api.requests.run import Caller
from control_api.requests.spoken import spoken_in
from control_api.who.callers.guards import allow
from control_api.who.callers.principal import Principal
from shared.approvals import Approval, ApprovalDecision, ApprovalPage
from shared.outcomes import Outcome
from shared.problems import ForbiddenError


@get(
    "/approvals",
    operation_id="listApprovals",
    summary="List what waits for your yes, the newest first",
    responses=problem_responses(401, 403),
)
async def read_approvals(
    workspace: NamedDependency[Workspace], caller: NamedDependency[Caller]
) -> ApprovalPage:
    """Give each plan with its question and the actions that a yes would run."""
    kinds = workspace.kinds
    wording = SpokenWording(await spoken_in(caller.language))

    def work(db: Database) -> ApprovalPage:
        page = list_pending(db, kinds.action, caller.account_id)
        return ApprovalPage([_in_words(each, db, kinds, wording) for each in page.items])

    return await workspace.file.read(work)


def _in_words(approval: Approval, db: Database, kinds: Kinds, wording: Wording) -> Approval:
    steps = plan_in_words(db, kinds, approval.actions, wording)
    return msgspec.structs.replace(approval, steps=[step.words for step in steps])


@post(
    "/approvals/{approval_id:uuid}",
    operation_id="decideApproval",
    summary="Say yes or no to what waits for it",
    status_code=200,
    responses=problem_responses(401, 403, 404, 409, 413, 422, 503, 507),
)
async def post_decision(
    workspace: NamedDependency[Workspace],
    caller: NamedDependency[Caller],
    principal: NamedDependency[Principal],
    approval_id: FromPath[UUID],
    data: JSONBody[ApprovalDecision],
) -> Outcome:
    """Run exactly what was asked about, once and in one transaction, or let it go.

    The assistant may only refuse: its yes is what the person says.
    """
    if data.decision == "approve" and principal.scope != "owner":
        raise ForbiddenError("Only you can say yes: in the conversation, or on the page.")
    return await decide(workspace, caller, str(approval_id), data.decision)


router = Router(
    "/",
    route_handlers=[read_approvals, post_decision],
    guards=[allow("owner", "session")],
    tags=["Approvals"],
)
