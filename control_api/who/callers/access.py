"""Which workspace a request is about, and what the caller may do there."""

from typing import Annotated, Any

import msgspec
from litestar import Request
from litestar.params import HeaderParameter

from control_api.database.open import DatabaseFile
from control_api.who.access_tokens.rights import SAFE_METHODS
from control_api.who.callers.principal import Principal
from control_api.who.sharing.rules import role_in
from shared.problems import ForbiddenError
from shared.workspaces import WORKSPACE_HEADER, Role

WorkspaceHeader = Annotated[
    str | None,
    HeaderParameter(
        name=WORKSPACE_HEADER,
        description="The workspace that this is about; left out, your own.",
    ),
]


class Access(msgspec.Struct, frozen=True):
    """The caller in one workspace."""

    workspace_id: str
    role: Role
    is_shared: bool


async def provide_access(
    request: Request[Any, Any, Any], workspace_id: WorkspaceHeader = None
) -> Access:
    """Let the caller into the workspace that is named, else into their own.

    Raises `NotFoundError` for one that they are not in, and `ForbiddenError` when they may only
    look and the request is more than that, or when it is a conversation's: that is about the
    person's own.
    """
    # Not asked for by name: what is asked for together is waited for in tasks of its own, and every
    # request would pay for that.
    principal: Principal = request.user
    control: DatabaseFile = request.app.state["control"]
    account_id = principal.account_id
    if workspace_id is None or workspace_id == account_id:
        return Access(account_id, "owner", is_shared=False)
    if principal.scope == "session":
        raise ForbiddenError("A conversation by voice is about your own workspace alone.")
    role = await control.read(lambda db: role_in(db, workspace_id, account_id))
    if role == "viewer" and request.method not in SAFE_METHODS:
        raise ForbiddenError("You may look at this workspace, but not change anything in it.")
    return Access(workspace_id, role, is_shared=True)
