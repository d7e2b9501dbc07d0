"""One's own password, over HTTP."""

from typing import Any

from litestar import Request, Router, put
from litestar.di import NamedDependency
from litestar.params import JSONBody

from control_api.database.open import DatabaseFile
from control_api.http.errors import problem_responses
from control_api.log.workspaces import Workspaces
from control_api.setup.settings import Settings
from control_api.who.callers.guards import allow, in_person
from control_api.who.callers.reauthentication import Reauthentication
from control_api.who.lifecycle.password_change import change_password
from control_api.who.sessions.cookies import session_token
from shared.accounts import PasswordChange


@put(
    "/me/password",
    operation_id="setPassword",
    summary="Set or change my password",
    status_code=204,
    guards=[in_person],
    responses=problem_responses(401, 403, 413, 422, 429, 503, 507),
)
async def set_password(
    request: Request[Any, Any, Any],
    settings: NamedDependency[Settings],
    control: NamedDependency[DatabaseFile],
    workspaces: NamedDependency[Workspaces],
    reauthentication: NamedDependency[Reauthentication],
    data: JSONBody[PasswordChange],
) -> None:
    """Set the password, and sign out everywhere else. Who has one must show it, or a code."""
    await change_password(
        control,
        workspaces,
        reauthentication,
        data,
        session=session_token(request, settings.trusted_proxies),
    )


router = Router("/", route_handlers=[set_password], guards=[allow("owner")], tags=["Accounts"])
