"""Taking an account away, with everything that was only its own."""

from collections.abc import Callable

from sqlite_utils import Database

from control_api.database.open import DatabaseFile
from control_api.input.fields import invalid
from control_api.log.workspaces import Workspaces
from control_api.setup.settings import Settings
from control_api.who.accounts.removal_store import add_removal, finish_removal, list_removals
from control_api.who.accounts.store import find_account, remove_account
from control_api.who.lifecycle.sign_out import end_streams_of
from control_api.who.sharing.rules import hand_over
from shared.problems import NotFoundError


async def remove_with_files(
    settings: Settings,
    control: DatabaseFile,
    workspaces: Workspaces,
    account_id: str,
    proved: Callable[[Database], None],
) -> None:
    """Remove an account, and then its files; `proved` is what `prove` gave.

    Raises `NotFoundError`, or `InvalidInputError` for the owner of the data folder.
    """
    if account_id == settings.secrets.owner_id:
        raise invalid(
            "account_id", "The owner goes with the data folder: delete that to be rid of both."
        )

    def work(db: Database) -> list[str]:
        proved(db)
        if find_account(db, account_id) is None:
            raise NotFoundError("There is no such account.")
        gone = hand_over(db, account_id)
        remove_account(db, account_id)
        add_removal(db, account_id)
        return [account_id, *gone]

    await end_streams_of(control, workspaces, account_id)
    await remove_files(control, workspaces, await control.write(work))


async def remove_files(
    control: DatabaseFile, workspaces: Workspaces, workspace_ids: list[str]
) -> None:
    """Delete the files of workspaces that are noted as to be removed, and their names."""
    for workspace_id in workspace_ids:
        await workspaces.remove(workspace_id)

    def work(db: Database) -> None:
        for workspace_id in workspace_ids:
            finish_removal(db, workspace_id)

    await control.write(work)
    await control.forget()


def finish_removals(db: Database, workspaces: Workspaces) -> None:
    """Delete what a stop of the server left, before anything is opened. Blocks."""
    for workspace_id in list_removals(db):
        workspaces.remove_now(workspace_id)
        finish_removal(db, workspace_id)
