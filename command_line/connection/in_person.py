"""What Saydo does only when it sees that the person is there: asks for the password, if need be."""

from collections.abc import Callable
from typing import TypeVar

import msgspec
import typer

from command_line.connection.api import ask, with_client
from command_line.connection.login import Login
from command_line.connection.this_machine import find_login
from command_line.terminal.errors import CommandLineError
from shared.accounts import Me, SignIn
from shared.client import SaydoClient, SaydoProblemError
from shared.problems import BASE, ProofNeededError

T = TypeVar("T")


def ask_in_person(
    method: str,
    path: str,
    answer_type: type[T],
    body: Callable[[str | None], msgspec.Struct],
    *,
    password: str | None = None,
) -> T:
    """One request of the API; `body` makes its body with the password, None when there is none.

    At the machine itself no password is asked for. Elsewhere an access token is not enough: this
    signs in for the one request. Raises `CommandLineError` and `SaydoProblemError`.
    """
    try:
        return ask(method, path, answer_type, body=body(password))
    except SaydoProblemError as error:
        if error.problem.type != BASE + ProofNeededError.name:
            raise
    name = ask("GET", "me", Me).sign_in_name
    if name is None:
        raise CommandLineError(
            "This needs a password, and you have none. Set one on the machine where Saydo runs, "
            "with saydo password, or do this there."
        )
    shown = password or typer.prompt("Password", hide_input=True)

    async def signed_in(client: SaydoClient) -> T:
        # The client keeps the cookie that this sets.
        await client.ask("POST", "/api/v1/sign-in", object, body=SignIn(name=name, password=shown))
        answer = await client.ask(method, f"/api/v1/{path}", answer_type, body=body(shown))
        # Whose account is gone is signed out already, and this does no harm.
        await client.ask("POST", "/api/v1/sign-out", object)
        return answer

    return with_client(signed_in, login=Login(find_login().address, ""))
