"""Commands about workspaces that several people share."""

from collections.abc import Awaitable, Callable
from typing import Annotated, TypeVar
from urllib.parse import quote

import typer

from command_line.connection.api import ask, find_workspace, with_client
from command_line.terminal.options import AsJson, Yes, filled
from command_line.terminal.printing import moment, print_json, say, told
from command_line.terminal.tables import show_table
from shared.accounts import Me
from shared.client import SaydoClient
from shared.workspaces import (
    Member,
    MemberRole,
    Members,
    Role,
    SharedWorkspace,
    SharedWorkspaces,
    WorkspaceFields,
)

workspaces = typer.Typer(help="Workspaces to share; saydo --workspace NAME works in one.")

Name = Annotated[str, typer.Argument(help="The workspace's name, or its id.")]
Who = Annotated[str, typer.Argument(help="The name one signs in with, or the account's id.")]
T = TypeVar("T")


@workspaces.command("list")
def list_workspaces(*, as_json: AsJson = False) -> None:
    """List your workspaces."""
    found = ask("GET", "workspaces", SharedWorkspaces)
    if as_json:
        print_json(found)
        return
    rows = [
        (each.name or "(your own)", each.role, moment(each.created_at), each.id)
        for each in found.items
    ]
    show_table(("workspace", "you are", "since", "id"), rows)


@workspaces.command("make")
def make(
    name: Annotated[str, typer.Argument(help="What to call it.", callback=filled)],
    *,
    as_json: AsJson = False,
) -> None:
    """Make an empty workspace."""
    made = ask("POST", "workspaces", SharedWorkspace, body=WorkspaceFields(name=name))
    if as_json:
        print_json(made)
        return
    say(f"Made {made.name}. To work in it: saydo --workspace '{made.name}' list")
    say(f"To let somebody in: saydo workspaces share '{made.name}' NAME")


@workspaces.command("rename")
def rename(
    workspace: Name,
    name: Annotated[str, typer.Argument(help="What to call it from now on.", callback=filled)],
    *,
    as_json: AsJson = False,
) -> None:
    """Give a workspace another name."""
    body = WorkspaceFields(name=name)
    renamed = _within(
        workspace,
        lambda client, path: client.ask("PATCH", path, SharedWorkspace, body=body),
    )
    told(f"It is called {renamed.name} now.", as_json=as_json, id=renamed.id, name=renamed.name)


@workspaces.command("remove")
def remove(workspace: Name, *, yes: Yes = False, as_json: AsJson = False) -> None:
    """Remove a workspace with all that is in it, for everybody and for good."""
    if not yes:
        typer.confirm(f"Remove {workspace} and all its tasks, for everybody?", abort=True)
    _within(workspace, lambda client, path: client.ask("DELETE", path, type(None)))
    told(
        "Removed. Backups that were made before still have it.", as_json=as_json, removed=workspace
    )


@workspaces.command("members")
def members(workspace: Name, *, as_json: AsJson = False) -> None:
    """List who is in a workspace."""
    found = _within(workspace, lambda client, path: client.ask("GET", f"{path}/members", Members))
    if as_json:
        print_json(found)
        return
    rows = [(each.name, each.role, moment(each.since), each.account_id) for each in found.items]
    show_table(("name", "is", "since", "id"), rows)


@workspaces.command("share")
def share(
    workspace: Name,
    who: Who,
    *,
    role: Annotated[Role, typer.Option("--as", help="What they may do.")] = "editor",
    as_json: AsJson = False,
) -> None:
    """Let somebody in, or change what they may do: look, change, decide who is in."""
    member = _within(
        workspace,
        lambda client, path: client.ask(
            "PUT", f"{path}/members/{quote(who)}", Member, body=MemberRole(role=role)
        ),
    )
    if as_json:
        print_json(member)
    else:
        say(f"{member.name or who} is {member.role} of {workspace}.")


@workspaces.command("unshare")
def unshare(workspace: Name, who: Who, *, as_json: AsJson = False) -> None:
    """Let somebody in no more."""
    _within(
        workspace,
        lambda client, path: client.ask("DELETE", f"{path}/members/{quote(who)}", type(None)),
    )
    told(f"{who} is out.", as_json=as_json, removed=who)


@workspaces.command("leave")
def leave(workspace: Name, *, as_json: AsJson = False) -> None:
    """Leave a workspace yourself."""

    async def go(client: SaydoClient, path: str) -> None:
        me = await client.ask("GET", "/api/v1/me", Me)
        await client.ask("DELETE", f"{path}/members/{me.id}", type(None))

    _within(workspace, go)
    told(f"You are out of {workspace}.", as_json=as_json, left=workspace)


def _within(workspace: str, use: Callable[[SaydoClient, str], Awaitable[T]]) -> T:
    """Use the address of the workspace that is named."""

    async def run(client: SaydoClient) -> T:
        found = await find_workspace(client, workspace)
        return await use(client, f"/api/v1/workspaces/{found.id}")

    return with_client(run)
