"""Backups over HTTP, for the owner of this Saydo."""

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from control_api.edges.backups.maker import Backups
from control_api.http.errors import problem_responses
from control_api.setup.settings import Settings
from control_api.who.callers.guards import allow
from control_api.who.callers.principal import Principal
from shared.backups import Backup, BackupPage, Restore
from shared.problems import ForbiddenError


@post(
    "/",
    operation_id="makeBackup",
    summary="Back up everything now",
    guards=[allow("owner")],
    responses=problem_responses(401, 403, 409, 503, 507),
)
async def make(
    settings: NamedDependency[Settings],
    backups: NamedDependency[Backups],
    principal: NamedDependency[Principal],
) -> Backup:
    """Copy every file as it is at this moment, check the copies, and keep them."""
    _only_owner(settings, principal)
    return await backups.make("hand")


@get(
    "/",
    operation_id="listBackups",
    summary="Which backups there are",
    guards=[allow("owner")],
    responses=problem_responses(401, 403),
)
async def list_all(
    settings: NamedDependency[Settings],
    backups: NamedDependency[Backups],
    principal: NamedDependency[Principal],
) -> BackupPage:
    """Give every backup, newest first, and what became of the last restore."""
    _only_owner(settings, principal)
    return await backups.page()


@post(
    "/{backup_id:str}/restore",
    operation_id="restoreBackup",
    summary="Put everything back as it was in a backup",
    guards=[allow("owner")],
    status_code=202,
    responses=problem_responses(401, 403, 404, 409, 503),
)
async def restore(
    settings: NamedDependency[Settings],
    backups: NamedDependency[Backups],
    principal: NamedDependency[Principal],
    backup_id: FromPath[str],
) -> Restore:
    """Check a backup, named by its id, its beginning, or `latest`, and begin to put it back.

    Everything, of everybody, is put back. For that the server ends what is under way, and is there
    again at the same address; `last_restore` of the list of backups then says what became of it.
    How things were before is kept as a backup, too.
    """
    _only_owner(settings, principal)
    return await backups.begin_restore(backup_id)


def _only_owner(settings: Settings, principal: Principal) -> None:
    """A backup holds everybody's data."""
    if principal.account_id != settings.secrets.owner_id:
        raise ForbiddenError("Backups are for the owner of this Saydo.")


router = Router("/backups", route_handlers=[make, list_all, restore], tags=["Backups"])
