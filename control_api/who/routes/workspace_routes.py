"""Workspaces and their members over HTTP."""

from typing import Annotated
from uuid import UUID

from litestar import Response, Router, delete, get, patch, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody, PathParameter
from sqlite_utils import Database

from control_api.database.open import DatabaseFile
from control_api.http.errors import problem_responses
from control_api.input.fields import invalid
from control_api.input.single_line import clean_line
from control_api.log.workspaces import Workspaces
from control_api.who.accounts.removal_store import add_removal
from control_api.who.accounts.store import created_at
from control_api.who.callers.guards import allow
from control_api.who.callers.principal import Principal
from control_api.who.lifecycle.removal import remove_files
from control_api.who.sharing.rules import (
    NAME_LENGTH,
    as_owner,
    find_person,
    make_workspace,
    role_in,
    set_role,
    take_out,
)
from control_api.who.sharing.store import (
    list_members,
    list_workspaces,
    remove_workspace,
    rename_workspace,
)
from shared.workspaces import (
    Member,
    MemberRole,
    Members,
    SharedWorkspace,
    SharedWorkspaces,
    WorkspaceFields,
)

Account = Annotated[
    str,
    PathParameter(description="An account's id, or the name it signs in with.", max_length=200),
]


@get(
    "/workspaces",
    operation_id="listWorkspaces",
    summary="List my workspaces",
    guards=[allow("owner", needs="read")],
    responses=problem_responses(401, 403),
)
async def list_my_workspaces(
    control: NamedDependency[DatabaseFile], principal: NamedDependency[Principal]
) -> SharedWorkspaces:
    """Give the person's own, then those they share."""

    def work(db: Database) -> list[SharedWorkspace]:
        own = SharedWorkspace(
            id=principal.account_id,
            name="",
            role="owner",
            is_personal=True,
            created_at=created_at(db, principal.account_id),
        )
        return [own, *list_workspaces(db, principal.account_id)]

    return SharedWorkspaces(await control.read(work))


@post(
    "/workspaces",
    operation_id="createWorkspace",
    summary="Make a workspace to share",
    guards=[allow("owner")],
    responses=problem_responses(401, 403, 413, 422, 503, 507),
)
async def create_workspace(
    control: NamedDependency[DatabaseFile],
    principal: NamedDependency[Principal],
    data: JSONBody[WorkspaceFields],
) -> Response[SharedWorkspace]:
    """Make an empty workspace, owned by who makes it."""
    made = await control.write(lambda db: make_workspace(db, principal.account_id, data.name))
    return Response(made, status_code=201, headers={"Location": f"/api/v1/workspaces/{made.id}"})


@patch(
    "/workspaces/{workspace_id:uuid}",
    operation_id="changeWorkspace",
    summary="Rename a shared workspace (its owners)",
    guards=[allow("owner")],
    responses=problem_responses(401, 403, 404, 413, 422, 503, 507),
)
async def change_workspace(
    control: NamedDependency[DatabaseFile],
    principal: NamedDependency[Principal],
    workspace_id: FromPath[UUID],
    data: JSONBody[WorkspaceFields],
) -> SharedWorkspace:
    """Give it another name."""
    shared, account_id = _shared(workspace_id, principal), principal.account_id

    def work(db: Database) -> SharedWorkspace:
        as_owner(db, shared, account_id)
        rename_workspace(db, shared, clean_line(data.name, "name", NAME_LENGTH))
        return next(each for each in list_workspaces(db, account_id) if each.id == shared)

    return await control.write(work)


@delete(
    "/workspaces/{workspace_id:uuid}",
    operation_id="deleteWorkspace",
    summary="Remove a shared workspace for good (its owners)",
    guards=[allow("owner")],
    responses=problem_responses(401, 403, 404, 422, 503, 507),
)
async def delete_workspace(
    control: NamedDependency[DatabaseFile],
    workspaces: NamedDependency[Workspaces],
    principal: NamedDependency[Principal],
    workspace_id: FromPath[UUID],
) -> None:
    """Remove it for everybody, with its file. Backups made before keep it."""
    shared = _shared(workspace_id, principal)

    def work(db: Database) -> None:
        as_owner(db, shared, principal.account_id)
        remove_workspace(db, shared)
        add_removal(db, shared)

    await control.write(work)
    await remove_files(control, workspaces, [shared])


@get(
    "/workspaces/{workspace_id:uuid}/members",
    operation_id="listMembers",
    summary="List who is in a shared workspace",
    guards=[allow("owner", needs="read")],
    responses=problem_responses(401, 403, 404, 422),
)
async def list_all_members(
    control: NamedDependency[DatabaseFile],
    principal: NamedDependency[Principal],
    workspace_id: FromPath[UUID],
) -> Members:
    """Give all of them, for each of them to see."""
    shared = _shared(workspace_id, principal)

    def work(db: Database) -> list[Member]:
        role_in(db, shared, principal.account_id)
        return list_members(db, shared)

    return Members(await control.read(work))


@put(
    "/workspaces/{workspace_id:uuid}/members/{account:str}",
    operation_id="setMember",
    summary="Put somebody into a shared workspace, or change their role (its owners)",
    guards=[allow("owner")],
    responses=problem_responses(401, 403, 404, 413, 422, 503, 507),
)
async def set_member(
    control: NamedDependency[DatabaseFile],
    workspaces: NamedDependency[Workspaces],
    principal: NamedDependency[Principal],
    workspace_id: FromPath[UUID],
    account: Account,
    data: JSONBody[MemberRole],
) -> Member:
    """Let an account in, as owner, editor or viewer."""
    shared = _shared(workspace_id, principal)

    def work(db: Database) -> Member:
        as_owner(db, shared, principal.account_id)
        return set_role(db, shared, find_person(db, account), data.role)

    member = await control.write(work)
    workspaces.end_streams(shared)
    return member


@delete(
    "/workspaces/{workspace_id:uuid}/members/{account:str}",
    operation_id="removeMember",
    summary="Take somebody out of a shared workspace (its owners), or leave it",
    guards=[allow("owner")],
    responses=problem_responses(401, 403, 404, 422, 503, 507),
)
async def remove_one_member(
    control: NamedDependency[DatabaseFile],
    workspaces: NamedDependency[Workspaces],
    principal: NamedDependency[Principal],
    workspace_id: FromPath[UUID],
    account: Account,
) -> None:
    """Let them in no more, from now on. What they did there stays."""
    shared = _shared(workspace_id, principal)

    def work(db: Database) -> None:
        role_in(db, shared, principal.account_id)
        if account != principal.account_id:
            as_owner(db, shared, principal.account_id)
        take_out(db, shared, find_person(db, account))

    await control.write(work)
    workspaces.end_streams(shared)


def _shared(workspace_id: UUID, principal: Principal) -> str:
    if str(workspace_id) == principal.account_id:
        raise invalid(
            "workspace_id",
            "This is your own workspace: it goes with your account, and nobody else is in it.",
        )
    return str(workspace_id)


router = Router(
    "/",
    route_handlers=[
        list_my_workspaces,
        create_workspace,
        change_workspace,
        delete_workspace,
        list_all_members,
        set_member,
        remove_one_member,
    ],
    tags=["Workspaces"],
)
