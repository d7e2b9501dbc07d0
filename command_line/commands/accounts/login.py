"""Commands about where Saydo is, and one's way in there."""

import platform
from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer

from command_line.connection.api import with_client
from command_line.connection.login import (
    Login,
    clean_address,
    forget_login,
    local_address,
    save_login,
)
from command_line.connection.this_machine import local_login
from command_line.terminal.options import AsJson
from command_line.terminal.printing import print_json, say, told
from shared.access_tokens import MadeAccessToken, NewAccessToken
from shared.accounts import Me, NewAccount, SignIn
from shared.client import SaydoClient

TOKEN_LIFE = timedelta(days=365)

Address = Annotated[
    str | None, typer.Argument(help="Such as https://saydo.example; this machine without it.")
]


def login(
    address: Address = None,
    *,
    name: Annotated[
        str | None, typer.Option(help="Sign in with this name; the password is asked for.")
    ] = None,
    token: Annotated[str | None, typer.Option(help="Or with an access token.")] = None,
    as_json: AsJson = False,
) -> None:
    """Remember where Saydo is, and a token to use there."""
    if address is None and token is None and name is None:
        _keep(local_login(), as_json=as_json)
        return
    where = clean_address(address) if address else local_address()
    if name is not None:
        password = typer.prompt("Password", hide_input=True)
        chosen = _signed_in(where, SignIn(name=name, password=password))
    else:
        chosen = Login(where, token or typer.prompt("Access token", hide_input=True))
    _keep(chosen, as_json=as_json)


def join(
    address: Annotated[str, typer.Argument(help="Where you were invited to.")],
    invitation: Annotated[str, typer.Argument(help="The code that you were given.")],
    *,
    name: Annotated[
        str, typer.Option(prompt="Name to sign in with", help="To sign in with; any line of text.")
    ],
    as_json: AsJson = False,
) -> None:
    """Make an account where you were invited, and sign in to it."""
    password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    wanted = NewAccount(invitation=invitation, name=name, password=password)
    _keep(_signed_in(clean_address(address), wanted), as_json=as_json)


def logout(*, as_json: AsJson = False) -> None:
    """Forget the address and token that login remembered."""
    existed = forget_login()
    sentence = "Forgotten." if existed else "There was nothing to forget."
    told(sentence, as_json=as_json, forgotten=existed)


def _signed_in(address: str, wanted: SignIn | NewAccount) -> Login:
    """Sign in for as long as it takes to make a token, since that is what is kept."""
    path = "/api/v1/sign-in" if isinstance(wanted, SignIn) else "/api/v1/accounts"

    async def sign_in(client: SaydoClient) -> str:
        # The client keeps the cookie that this sets.
        await client.ask("POST", path, object, body=wanted)
        body = NewAccessToken(
            name=f"saydo on {platform.node() or 'a computer'}"[:200],
            scopes=["admin"],
            expires_at=datetime.now(UTC) + TOKEN_LIFE,
            password=wanted.password,
        )
        made = await client.ask("POST", "/api/v1/access-tokens", MadeAccessToken, body=body)
        await client.ask("POST", "/api/v1/sign-out", object)
        return made.token

    return Login(address, with_client(sign_in, login=Login(address, "")))


def _keep(chosen: Login, *, as_json: bool) -> None:
    found = with_client(lambda client: client.ask("GET", "/api/v1/me", Me), login=chosen)
    kept = save_login(chosen)
    if as_json:
        print_json({"address": chosen.address, "file": str(kept), "me": found})
    else:
        say(f"You are {found.name or 'the owner'} at {chosen.address}. The token is in {kept}.")
