"""Deciding what waits for a yes, other than in words."""

from datetime import datetime

from control_api.engine.approval_store import find_decided
from control_api.engine.execute import Order
from control_api.engine.plan import ApprovalAnswer, CommandPlan
from control_api.engine.store import find_command
from control_api.language.wording.spoken import SpokenWording
from control_api.log.progress import Progress
from control_api.log.workspaces import Workspace
from control_api.requests.run import Caller, carry_out
from control_api.requests.spoken import spoken_in
from shared.approvals import Decision
from shared.outcomes import Outcome
from shared.problems import ConflictError, InvalidInputError, NotFoundError

_STATES: dict[Decision, str] = {"approve": "approved", "refuse": "refused"}


async def decide(
    workspace: Workspace, caller: Caller, approval_id: str, decision: Decision
) -> Outcome:
    """Run what was asked about, or let it go; who sends the same again gets the same answer.

    Raises `NotFoundError`, and `ConflictError` when it was decided otherwise or too long ago.
    """
    decided = await workspace.file.read(lambda db: find_decided(db, approval_id, caller.account_id))
    if decided is not None:
        state, command_id = decided
        earlier = await workspace.file.read(
            lambda db: find_command(db, workspace.kinds.outcome, command_id)
        )
        if state != _STATES[decision] or earlier is None:
            raise ConflictError("That is decided already.")
        return earlier[1]
    order = Order(
        wording=SpokenWording(await spoken_in(caller.language)),
        plan=CommandPlan(
            outcome="planned", answers=ApprovalAnswer(approval_id, decision), reader="answer"
        ),
        now=datetime.now(caller.zone),
        zone=caller.zone,
        actor=caller.actor,
        source="api",
        conversation=caller.conversation,
        text=None,
        request_hash="",
        account_id=caller.account_id,
        answerable=(NotFoundError, ConflictError, InvalidInputError),
        progress=Progress(workspace.feed.teller()),
    )
    return await carry_out(workspace, order)
