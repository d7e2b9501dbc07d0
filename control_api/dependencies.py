"""What a route may ask for by name."""

from typing import Any

from litestar import Request
from litestar.di import NamedDependency, Provide

from control_api.accounts.guards import Principal
from control_api.commands.run import Caller
from control_api.services import Services, services_of
from control_api.workspaces import Workspace


async def provide_services(request: Request[Any, Any, Any]) -> Services:
    """Give the settings and the open files."""
    return services_of(request)


async def provide_principal(request: Request[Any, Any, Any]) -> Principal:
    """Give who is calling; only on routes that have a guard."""
    principal: Principal = request.user
    return principal


async def provide_workspace(
    services: NamedDependency[Services], principal: NamedDependency[Principal]
) -> Workspace:
    """Give the caller's own workspace, so that no route can reach another's."""
    return await services.workspaces.open(principal.account_id)


async def provide_caller(principal: NamedDependency[Principal]) -> Caller:
    """Give for whom a command is run."""
    return Caller(
        actor=principal.actor,
        zone=principal.zone,
        account_id=principal.account_id,
        conversation=principal.room or "",
    )


DEPENDENCIES = {
    "services": Provide(provide_services),
    "principal": Provide(provide_principal),
    "workspace": Provide(provide_workspace),
    "caller": Provide(provide_caller),
}
