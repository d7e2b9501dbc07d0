"""What a route may ask for by name."""

from typing import Any

from litestar import Request
from litestar.di import NamedDependency, Provide

from control_api.log.workspaces import Workspace
from control_api.requests.run import Caller
from control_api.services import Services, services_of
from control_api.who.callers.access import Access, provide_access
from control_api.who.callers.principal import Principal


async def provide_services(request: Request[Any, Any, Any]) -> Services:
    """Give the settings and the open files."""
    return services_of(request)


async def provide_principal(request: Request[Any, Any, Any]) -> Principal:
    """Give who is calling; only on routes that have a guard."""
    principal: Principal = request.user
    return principal


async def provide_workspace(
    services: NamedDependency[Services], access: NamedDependency[Access]
) -> Workspace:
    """Give the workspace that the caller may use, so that no route can reach another."""
    return await services.workspaces.open(access.workspace_id)


async def provide_caller(
    principal: NamedDependency[Principal], access: NamedDependency[Access]
) -> Caller:
    """Give for whom a command is run."""
    actor, conversation = principal.actor, principal.room or ""
    if access.is_shared:
        # Several people are in the one log, and each means something else by "it".
        actor = f"account {principal.account_id}, {actor}"
        conversation = conversation or principal.account_id
    return Caller(
        actor=actor,
        zone=principal.zone,
        account_id=principal.account_id,
        conversation=conversation,
    )


DEPENDENCIES = {
    "services": Provide(provide_services),
    "principal": Provide(provide_principal),
    "access": Provide(provide_access),
    "workspace": Provide(provide_workspace),
    "caller": Provide(provide_caller),
}
