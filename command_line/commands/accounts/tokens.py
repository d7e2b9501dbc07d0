"""Commands about access tokens, for other programs."""

from datetime import UTC, datetime, timedelta
from typing import Annotated

import msgspec
import typer

from command_line.connection.api import ask
from command_line.connection.in_person import ask_in_person
from command_line.lookup.names import choose
from command_line.terminal.errors import CommandLineError
from command_line.terminal.options import AsJson, filled
from command_line.terminal.printing import moment, print_json, say, told
from command_line.terminal.tables import show_table
from shared.access_tokens import AccessTokens, MadeAccessToken, NewAccessToken, TokenScope

tokens = typer.Typer(help="Access tokens for other programs.")


@tokens.command("list")
def list_tokens(*, as_json: AsJson = False) -> None:
    """List the tokens, without their values."""
    found = ask("GET", "access-tokens", AccessTokens)
    if as_json:
        print_json(found)
    elif not found.items:
        say("There are none yet; make one with: saydo tokens make NAME")
    else:
        rows = [
            (
                each.name,
                " ".join(each.scopes),
                moment(each.expires_at) if each.expires_at else "for ever",
                moment(each.last_used_at) if each.last_used_at else "never",
                each.id[:8],
            )
            for each in found.items
        ]
        show_table(("for", "allows", "until", "last used", "id"), rows)


@tokens.command("make")
def make_token(
    name: Annotated[str, typer.Argument(help="What it is for.", callback=filled)],
    *,
    scope: Annotated[TokenScope, typer.Option(help="What it allows.")] = "read",
    days: Annotated[int, typer.Option(min=0, max=36500, help="How long; 0 is for ever.")] = 90,
    as_json: AsJson = False,
) -> None:
    """Make a token. It is shown this once."""
    until = datetime.now(UTC) + timedelta(days=days) if days else None
    wanted = NewAccessToken(name=name, scopes=[scope], expires_at=until)
    made = ask_in_person(
        "POST",
        "access-tokens",
        MadeAccessToken,
        lambda mine: msgspec.structs.replace(wanted, password=mine),
    )
    if as_json:
        print_json(made)
    else:
        say(made.token)


@tokens.command("revoke")
def revoke_token(
    token: Annotated[str, typer.Argument(help="What it is for, or its id.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Let nobody in with a token any more."""
    there = ask("GET", "access-tokens", AccessTokens).items
    found = choose(token, there, lambda each: [each.name], what="token")
    if found is None:
        raise CommandLineError("There are no tokens, so nobody gets in with one.")
    ask("DELETE", f"access-tokens/{found.id}", type(None))
    told(f"Revoked {found.name}.", as_json=as_json, revoked=found.id)
