"""Commands about this program's way in, access tokens, and whether all is well."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

import typer

from command_line.calls import ask, with_client
from command_line.errors import CommandLineError
from command_line.places import ROOT, Login, find_login, forget_login, local_login, save_login
from command_line.showing import AsJson, fail, print_json, say, show_table
from shared.access_tokens import AccessTokens, MadeAccessToken, NewAccessToken, TokenScope
from shared.accounts import Me
from shared.client import SaydoClient, SaydoProblemError, SaydoUnreachableError

tokens = typer.Typer(help="Access tokens for other programs.", no_args_is_help=True)

CHECKED_WITHIN_S = 600


def login(
    address: Annotated[
        str | None, typer.Argument(help="Such as https://saydo.example; this machine without it.")
    ] = None,
    token: Annotated[
        str | None, typer.Option(help="An access token; asked for when it is left out.")
    ] = None,
) -> None:
    """Remember where Saydo is, and the token to use there."""
    if address is None and token is None:
        chosen = local_login()
    else:
        given = token or typer.prompt("Access token", hide_input=True)
        chosen = Login((address or local_login().address).rstrip("/"), given)
    me = with_client(lambda client: client.ask("GET", "/api/v1/me", Me), login=chosen)
    kept = save_login(chosen)
    say(f"You are {me.name or 'the owner'} at {chosen.address}. The token is in {kept}.")


def logout() -> None:
    """Forget the address and token that login remembered."""
    say("Forgotten." if forget_login() else "There was nothing to forget.")


@tokens.command("list")
def list_tokens(*, as_json: AsJson = False) -> None:
    """List the tokens, without their values."""
    found = ask("GET", "access-tokens", AccessTokens)
    if as_json:
        print_json(found)
        return
    rows = [
        (each.id, each.name, " ".join(each.scopes), each.expires_at or "never")
        for each in found.items
    ]
    show_table(("id", "for", "allows", "until"), rows)


@tokens.command("make")
def make_token(
    name: Annotated[str, typer.Argument(help="What it is for.")],
    *,
    scope: Annotated[TokenScope, typer.Option(help="What it allows.")] = "read",
    days: Annotated[int, typer.Option(min=0, help="How long; 0 is for ever.")] = 90,
    as_json: AsJson = False,
) -> None:
    """Make a token. It is shown this once."""
    until = datetime.now(UTC) + timedelta(days=days) if days else None
    wanted = NewAccessToken(name=name, scopes=[scope], expires_at=until)
    made = ask("POST", "access-tokens", MadeAccessToken, body=wanted)
    if as_json:
        print_json(made)
    else:
        say(made.token)


@tokens.command("revoke")
def revoke_token(token_id: Annotated[str, typer.Argument(help="Its id.")]) -> None:
    """Let nobody in with a token any more."""
    ask("DELETE", f"access-tokens/{token_id}", type(None))
    say("Revoked.")


def doctor(
    *,
    files: Annotated[bool, typer.Option("--files", help="Also check the files here.")] = False,
    as_json: AsJson = False,
) -> None:
    """Find out whether all is well; exit with 1 when it is not."""
    found = _look()
    faults: list[str] = [] if all(found["well"].values()) else ["Saydo can't be used fully."]
    if files:
        found["files"] = _check_files()
        faults += [] if found["files"]["sound"] else ["The stored data is not sound."]
    if as_json:
        print_json(found)
    else:
        rows = [(what, "yes" if is_so else "no") for what, is_so in found["well"].items()]
        show_table(("", ""), rows)
        if files:
            say(found["files"]["told"])
    if faults:
        fail("" if as_json else " ".join(faults))


def _look() -> dict[str, Any]:
    address = find_login().address

    async def look(client: SaydoClient) -> dict[str, Any]:
        health = await client.ask("GET", "/api/v1/health", dict[str, Any])
        try:
            ready = await client.ask("GET", "/api/v1/ready", dict[str, Any])
        except SaydoProblemError as error:
            ready = {"ready": False, "told": str(error)}
        me = await client.ask("GET", "/api/v1/me", Me)
        return {"health": health, "ready": ready, "me": me}

    try:
        seen = with_client(look)
    except SaydoUnreachableError:
        return {"address": address, "well": {"reachable": False}}
    well = {"reachable": True, "signed in": True, "ready": bool(seen["ready"].get("ready"))}
    return {"address": address, "well": well, **seen}


def _check_files() -> dict[str, Any]:
    checked = subprocess.run(
        [sys.executable, "-m", "control_api", "check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=CHECKED_WITHIN_S,
    )
    if checked.returncode not in {0, 1}:
        raise CommandLineError(checked.stderr.strip() or "The files can't be checked.")
    return {"sound": checked.returncode == 0, "told": checked.stdout.strip()}
