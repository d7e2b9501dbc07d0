"""Backups over HTTP, for the owner of this Saydo."""

from litestar import Router, get, post
from litestar.di import NamedDependency

from control_api.accounts.guards import Principal, allow
from control_api.errors import problem_responses
from control_api.services import Services
from shared.backups import Backup, BackupPage
from shared.problems import ForbiddenError


@post(
    "/",
    operation_id="makeBackup",
    summary="Back up everything now",
    guards=[allow("owner")],
    responses=problem_responses(401, 403, 409, 503, 507),
)
async def make(
    services: NamedDependency[Services], principal: NamedDependency[Principal]
) -> Backup:
    """Copy every file as it is at this moment, check the copies, and keep them."""
    _only_owner(services, principal)
    return await services.backups.make("hand")


@get(
    "/",
    operation_id="listBackups",
    summary="Which backups there are",
    guards=[allow("owner")],
    responses=problem_responses(401, 403),
)
async def list_all(
    services: NamedDependency[Services], principal: NamedDependency[Principal]
) -> BackupPage:
    """Give every backup, newest first."""
    _only_owner(services, principal)
    return BackupPage(items=await services.backups.list())


def _only_owner(services: Services, principal: Principal) -> None:
    """A backup holds everybody's data."""
    if principal.account_id != services.settings.secrets.owner_id:
        raise ForbiddenError("Backups are for the owner of this Saydo.")


router = Router("/backups", route_handlers=[make, list_all], tags=["Backups"])
