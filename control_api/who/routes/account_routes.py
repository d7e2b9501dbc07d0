"""The accounts of this Saydo over HTTP, and the end of one."""

from uuid import UUID

from litestar import Router, delete, get
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from control_api.database.open import DatabaseFile
from control_api.http.errors import problem_responses
from control_api.log.workspaces import Workspaces
from control_api.setup.settings import Settings
from control_api.who.accounts.store import list_accounts
from control_api.who.callers.guards import allow, in_person, owner_of_saydo
from control_api.who.callers.principal import Principal
from control_api.who.callers.reauthentication import Reauthentication
from control_api.who.lifecycle.removal import remove_with_files
from shared.accounts import Account, Accounts, Proof


@get(
    "/accounts",
    operation_id="listAccounts",
    summary="List everybody who has an account here (owner)",
    guards=[owner_of_saydo],
    responses=problem_responses(401, 403),
)
async def list_all_accounts(
    settings: NamedDependency[Settings], control: NamedDependency[DatabaseFile]
) -> Accounts:
    """Give all accounts, the oldest first."""
    owner_id = settings.secrets.owner_id
    stored = await control.read(list_accounts)
    return Accounts(
        [
            Account(
                id=account.id,
                name=account.name,
                sign_in_name=account.sign_in_name,
                created_at=created_at,
                is_owner=account.id == owner_id,
            )
            for account, created_at in stored
        ]
    )


@delete(
    "/accounts/{account_id:uuid}",
    operation_id="deleteAccount",
    summary="Remove somebody's account for good (owner)",
    guards=[in_person, owner_of_saydo],
    responses=problem_responses(401, 403, 404, 413, 422, 429, 503, 507),
)
async def delete_account(
    settings: NamedDependency[Settings],
    control: NamedDependency[DatabaseFile],
    workspaces: NamedDependency[Workspaces],
    reauthentication: NamedDependency[Reauthentication],
    account_id: FromPath[UUID],
    data: JSONBody[Proof | None] = None,
) -> None:
    """Remove an account, its sign-ins and tokens, and its files. Backups made before keep them.

    The password, or the code of a new link, is the owner's own.
    """
    proved = await reauthentication.prove(data or Proof())
    await remove_with_files(settings, control, workspaces, str(account_id), proved)


@delete(
    "/me",
    operation_id="deleteMe",
    summary="Remove my account for good",
    guards=[in_person],
    responses=problem_responses(401, 403, 413, 422, 429, 503, 507),
)
async def delete_me(
    settings: NamedDependency[Settings],
    control: NamedDependency[DatabaseFile],
    workspaces: NamedDependency[Workspaces],
    principal: NamedDependency[Principal],
    reauthentication: NamedDependency[Reauthentication],
    data: JSONBody[Proof | None] = None,
) -> None:
    """Remove one's own account, with the password or the code of a new link."""
    proved = await reauthentication.prove(data or Proof())
    await remove_with_files(settings, control, workspaces, principal.account_id, proved)


router = Router(
    "/",
    route_handlers=[list_all_accounts, delete_account, delete_me],
    guards=[allow("owner")],
    tags=["Accounts"],
)
