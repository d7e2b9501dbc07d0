"""Commands about who has an account, for the owner of this Saydo."""

import uuid
from typing import Annotated

import typer

from command_line.connection.api import ask
from command_line.connection.in_person import ask_in_person
from command_line.connection.this_machine import find_login
from command_line.lookup.names import near_names
from command_line.terminal.errors import CommandLineError
from command_line.terminal.options import AsJson, Yes
from command_line.terminal.printing import moment, print_json, quoted, say, told
from command_line.terminal.tables import show_table
from shared.accounts import Account, Accounts, Invitation, NewInvitation, Proof

users = typer.Typer(help="Who has an account here, for the owner of this Saydo.")

_SHORTEST_ID = 6
Who = Annotated[str, typer.Argument(help="The name one signs in with, or the id.")]


@users.command("list")
def list_users(*, as_json: AsJson = False) -> None:
    """List who has an account."""
    found = ask("GET", "accounts", Accounts)
    if as_json:
        print_json(found)
        return
    rows = [
        (
            each.sign_in_name or "(no password)",
            each.name,
            "owner" if each.is_owner else "",
            moment(each.created_at),
            each.id[:8],
        )
        for each in found.items
    ]
    show_table(("signs in as", "name", "", "since", "id"), rows)


@users.command("invite")
def invite(
    *,
    hours: Annotated[int, typer.Option(min=1, max=720, help="How long it is good.")] = 168,
    as_json: AsJson = False,
) -> None:
    """Make a code with which somebody gets an account of their own, once."""
    made = ask("POST", "invitations", Invitation, body=NewInvitation(life_h=hours))
    if as_json:
        print_json(made)
        return
    say(f"Good once, until {moment(made.expires_at)}. Have them run:")
    say(f"  saydo join {find_login().address} {made.code}")
    say(f"To take it back: saydo users withdraw {made.id}")


@users.command("withdraw")
def withdraw(
    invitation: Annotated[str, typer.Argument(help="Its id.")], *, as_json: AsJson = False
) -> None:
    """Let nobody in with an invitation any more."""
    try:
        uuid.UUID(invitation)
    except ValueError as error:
        raise CommandLineError(
            f"{quoted(invitation)} is no id of an invitation; saydo users invite prints it."
        ) from error
    ask("DELETE", f"invitations/{invitation}", type(None))
    told("Withdrawn.", as_json=as_json, withdrawn=invitation)


@users.command("remove")
def remove(who: Who, *, yes: Yes = False, as_json: AsJson = False) -> None:
    """Remove somebody's account and all that is theirs, for good."""
    found = _find(who)
    name = found.sign_in_name or found.name or found.id
    if not yes:
        typer.confirm(f"Remove {name} and all their tasks for good?", abort=True)
    ask_in_person("DELETE", f"accounts/{found.id}", type(None), lambda mine: Proof(password=mine))
    told(
        f"Removed {name}. Backups that were made before still have it.",
        as_json=as_json,
        removed=found.id,
    )


def _find(who: str) -> Account:
    key = who.strip().casefold()
    everybody = ask("GET", "accounts", Accounts).items
    for each in everybody:
        if key in {each.id, (each.sign_in_name or each.id).casefold()}:
            return each
    by_id = [each for each in everybody if each.id.startswith(key)]
    if len(key) >= _SHORTEST_ID and len(by_id) == 1:
        return by_id[0]
    near = near_names(who, [each.sign_in_name for each in everybody if each.sign_in_name])
    hint = near or " See: saydo users list"
    raise CommandLineError(f"Nobody here signs in as {quoted(who)}.{hint}")
