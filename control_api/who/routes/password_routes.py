"""One's own password, over HTTP."""

from typing import Any

from litestar import Request, Router, put
from litestar.di import NamedDependency
from litestar.params import JSONBody

from control_api.http.addresses import caller_key
from control_api.http.errors import problem_responses
from control_api.services import Services
from control_api.who.callers.guards import allow, in_person
from control_api.who.callers.principal import Principal
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
    services: NamedDependency[Services],
    principal: NamedDependency[Principal],
    data: JSONBody[PasswordChange],
) -> None:
    """Set the password, and sign out everywhere else. Who has one must show it, or a code."""
    await change_password(
        services,
        principal,
        data,
        session=session_token(request),
        address=caller_key(request.scope, services.settings.trusted_proxies),
    )


router = Router("/", route_handlers=[set_password], guards=[allow("owner")], tags=["Accounts"])
