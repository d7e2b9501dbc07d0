"""What a route may ask for by name."""

from typing import Any

from litestar import Request
from litestar.datastructures import State
from litestar.di import NamedDependency, Provide

from control_api.database.open import DatabaseFile
from control_api.http.addresses import caller_key
from control_api.log.deeds import actor_of
from control_api.log.workspaces import Workspace, Workspaces
from control_api.requests.run import Caller
from control_api.setup.settings import Settings
from control_api.who.callers.access import Access, provide_access
from control_api.who.callers.principal import Principal
from control_api.who.callers.reauthentication import Reauthentication
from control_api.who.passwords.slow_down import SlowDown
from control_api.who.sharing.store import list_members

KEPT = (
    "settings",
    "control",
    "workspaces",
    "backups",
    "imports",
    "pusher",
    "slow_down",
    "watchdog",
    "couriers",
)
"""What is made once, and is in the application's state under the same name."""


def _kept(name: str) -> Provide:
    async def give(state: State) -> Any:
        return state[name]

    return Provide(give)


async def provide_principal(request: Request[Any, Any, Any]) -> Principal:
    """Give who is calling; only on routes that have a guard."""
    principal: Principal = request.user
    return principal


async def provide_reauthentication(
    request: Request[Any, Any, Any],
    principal: NamedDependency[Principal],
    settings: NamedDependency[Settings],
    control: NamedDependency[DatabaseFile],
    slow_down: NamedDependency[SlowDown],
) -> Reauthentication:
    """Give what asks the caller for a proof that it is them."""
    return Reauthentication(
        principal=principal,
        address=caller_key(request.scope, settings.trusted_proxies),
        control=control,
        slow_down=slow_down,
        signing_key=settings.secrets.signing_key,
    )


async def provide_workspace(state: State, access: NamedDependency[Access]) -> Workspace:
    """Give the workspace that the caller may use, so that no route can reach another."""
    workspaces: Workspaces = state["workspaces"]
    return await workspaces.open(access.workspace_id)


async def provide_caller(
    request: Request[Any, Any, Any], access: NamedDependency[Access]
) -> Caller:
    """Give for whom a command is run."""
    principal: Principal = request.user
    actor, conversation = principal.actor, principal.room or ""
    members: dict[str, str] = {}
    if access.is_shared:
        # Several people are in the one log, and each means something else by "it".
        actor = f"{actor_of(principal.account_id)} {actor}"
        conversation = conversation or principal.account_id
        control: DatabaseFile = request.app.state["control"]
        listed = await control.read(lambda db: list_members(db, access.workspace_id))
        members = {each.account_id: each.name for each in listed}
    return Caller(
        actor=actor,
        zone=principal.zone,
        language=principal.language,
        account_id=principal.account_id,
        conversation=conversation,
        members=members,
    )


DEPENDENCIES = {name: _kept(name) for name in KEPT} | {
    "principal": Provide(provide_principal),
    "reauthentication": Provide(provide_reauthentication),
    "access": Provide(provide_access),
    "workspace": Provide(provide_workspace),
    "caller": Provide(provide_caller),
}
