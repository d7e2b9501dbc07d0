"""Who may do what in a shared workspace, and that each keeps an owner."""

import uuid

from sqlite_utils import Database

from control_api.database.clock import utc_stamp
from control_api.input.fields import invalid
from control_api.input.names import name_key
from control_api.input.single_line import clean_line
from control_api.who.accounts.removal_store import add_removal
from control_api.who.accounts.store import find_account
from control_api.who.passwords.store import find_by_name
from control_api.who.sharing.store import (
    add_workspace,
    find_role,
    list_members,
    list_workspaces,
    remove_member,
    remove_workspace,
    save_member,
)
from shared.problems import ForbiddenError, InvalidInputError, NotFoundError
from shared.workspaces import Member, Role, SharedWorkspace

MOST = 100
"""Workspaces of one account, and members of one workspace."""
NAME_LENGTH = 200
_NO_WORKSPACE = "You have no such workspace."


def role_in(db: Database, workspace_id: str, account_id: str) -> Role:
    """Say what an account is in a workspace.

    Raises `NotFoundError` when it is not in it, as when there is no such workspace.
    """
    role = find_role(db, workspace_id, account_id)
    if role is None:
        raise NotFoundError(_NO_WORKSPACE)
    return role


def as_owner(db: Database, workspace_id: str, account_id: str) -> None:
    """Let the owners of a workspace pass. Raises `NotFoundError` or `ForbiddenError`."""
    if role_in(db, workspace_id, account_id) != "owner":
        raise ForbiddenError("Only an owner of this workspace may do that.")


def make_workspace(db: Database, account_id: str, name: str) -> SharedWorkspace:
    """Make a workspace that an account owns. Raises `InvalidInputError`."""
    name = clean_line(name, "name", NAME_LENGTH)
    if len(list_workspaces(db, account_id)) >= MOST:
        raise InvalidInputError(f"You are in {MOST} workspaces: leave or delete one first.")
    workspace_id, at = str(uuid.uuid4()), utc_stamp()
    add_workspace(db, workspace_id, name, at)
    save_member(db, workspace_id, account_id, "owner", at)
    return list_workspaces(db, account_id)[-1]


def find_person(db: Database, account: str) -> str:
    """Find an account by its id or by the name it signs in with. Raises `NotFoundError`."""
    if find_account(db, account) is not None:
        return account
    password = find_by_name(db, name_key(account.strip()))
    if password is None:
        raise NotFoundError("Nobody here signs in with this name.")
    return password.account_id


def set_role(db: Database, workspace_id: str, account_id: str, role: Role) -> Member:
    """Put somebody into a workspace, or change what they are there. Raises `InvalidInputError`."""
    members = list_members(db, workspace_id)
    if role != "owner":
        _keep_an_owner(members, account_id)
    if len(members) >= MOST and account_id not in {member.account_id for member in members}:
        raise InvalidInputError(f"A workspace has {MOST} members at most.")
    save_member(db, workspace_id, account_id, role, utc_stamp())
    return next(each for each in list_members(db, workspace_id) if each.account_id == account_id)


def take_out(db: Database, workspace_id: str, account_id: str) -> None:
    """Take somebody out of a workspace. Raises `NotFoundError` or `InvalidInputError`."""
    if find_role(db, workspace_id, account_id) is None:
        raise NotFoundError("They are not in this workspace.")
    _keep_an_owner(list_members(db, workspace_id), account_id)
    remove_member(db, workspace_id, account_id)


def hand_over(db: Database, account_id: str) -> list[str]:
    """Take somebody out of all workspaces before their account goes; the workspaces that go too.

    A workspace without another owner goes to its first editor, else its first viewer; one without
    anybody else goes.
    """
    gone = []
    for workspace in list_workspaces(db, account_id):
        remove_member(db, workspace.id, account_id)
        left = list_members(db, workspace.id)
        if not left:
            remove_workspace(db, workspace.id)
            add_removal(db, workspace.id)
            gone.append(workspace.id)
        elif not _owners(left):
            editors = [member for member in left if member.role == "editor"]
            heir = (editors or left)[0]
            save_member(db, workspace.id, heir.account_id, "owner", heir.since)
    return gone


def _keep_an_owner(members: list[Member], leaving: str) -> None:
    if _owners(members) == [leaving]:
        raise invalid("role", "A workspace needs an owner: make somebody else one first.")


def _owners(members: list[Member]) -> list[str]:
    return [member.account_id for member in members if member.role == "owner"]
