"""One call of the API after the other, for commands that wait for each."""

import asyncio
import uuid
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

import httpx
import msgspec

from command_line.connection.login import Login
from command_line.connection.this_machine import find_login, make_token
from command_line.connection.transport import PlainTransport
from command_line.connection.workspace import WORKSPACE
from command_line.terminal.errors import CommandLineError, UnreachableError
from command_line.terminal.printing import quoted
from shared.actions import Action
from shared.client import SaydoClient, SaydoUnreachableError
from shared.outcomes import CommandRequest, Outcome
from shared.workspaces import SharedWorkspace, SharedWorkspaces

ANSWER_WITHIN_S = 60.0
PATIENT_S = 3600.0
"""An import or a backup of a large workspace takes its time."""
PAGE = 200

T = TypeVar("T")


def with_client(
    use: Callable[[SaydoClient], Awaitable[T]],
    *,
    login: Login | None = None,
    within_s: float = ANSWER_WITHIN_S,
    follows: bool = False,
) -> T:
    """Open a client, use it, close it. Raises `SaydoProblemError`, and `CommandLineError`.

    `follows`: it will follow what happens, which takes longer to load.
    """
    chosen = login or find_login()
    named = None if login else WORKSPACE.get()
    plain = chosen.address.startswith("http:") and not follows

    async def renew() -> str:
        return chosen.token if chosen.data is None else make_token(chosen.data)

    def client(workspace: str | None = None) -> SaydoClient:
        return SaydoClient(
            chosen.address,
            chosen.token,
            renew=renew if chosen.data is not None else None,
            answer_within_s=within_s,
            workspace=workspace,
            transport=PlainTransport(chosen.address) if plain else None,
        )

    async def run() -> T:
        workspace = None
        if named is not None:
            async with client() as finder:
                workspace = (await find_workspace(finder, named)).id
        async with client(workspace) as opened:
            return await use(opened)

    try:
        return asyncio.run(run())
    except SaydoUnreachableError as error:
        raise UnreachableError(
            f"Saydo does not answer at {chosen.address}. Start it with make run, "
            "or say where it is: saydo login ADDRESS"
        ) from error
    except (msgspec.MsgspecError, httpx.InvalidURL) as error:
        raise CommandLineError(
            f"What answers at {chosen.address} is no Saydo, or one of another version."
        ) from error


async def find_workspace(client: SaydoClient, said: str) -> SharedWorkspace:
    """The shared workspace of that name or id. Raises `CommandLineError`."""
    everything = await client.ask("GET", "/api/v1/workspaces", SharedWorkspaces)
    key = said.casefold()
    found = [each for each in everything.items if key in {each.id, each.name.casefold()}]
    if len(found) == 1:
        return found[0]
    if found:
        ids = "".join(f"\n  {each.id}  {each.name}" for each in found)
        raise CommandLineError(f"Several workspaces are called “{said}”; give the id:{ids}")
    names = ", ".join(each.name for each in everything.items if each.name) or "none"
    raise CommandLineError(f"You are in no workspace called {quoted(said)}. There are: {names}.")


def ask(
    method: str,
    path: str,
    answer_type: type[T],
    *,
    body: msgspec.Struct | None = None,
    query: Mapping[str, Any] | None = None,
    within_s: float = ANSWER_WITHIN_S,
) -> T:
    """One request of the API, below ``/api/v1``."""
    return with_client(
        lambda client: client.ask(method, f"/api/v1/{path}", answer_type, body=body, query=query),
        within_s=within_s,
    )


def run_words(text: str, *, dry_run: bool = False) -> Outcome:
    """Have words carried out, once."""
    return _run(CommandRequest(text=text, dry_run=dry_run, source="cli"))


def run_actions(*actions: Action, dry_run: bool = False) -> Outcome:
    """Have actions carried out, once, all of them or none."""
    return _run(CommandRequest(actions=list(actions), dry_run=dry_run, source="cli"))


def _run(request: CommandRequest) -> Outcome:
    key = str(uuid.uuid4())
    return with_client(lambda client: client.command(request, idempotency_key=key))
