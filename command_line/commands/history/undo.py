"""Commands that take back what was done, and do it again."""

from typing import Annotated

import typer

from command_line.connection.api import PAGE, run_actions, with_client
from command_line.terminal.errors import CommandLineError
from command_line.terminal.options import AsJson
from command_line.terminal.printing import finish, quoted
from shared.actions import Redo, Undo
from shared.client import SaydoClient
from shared.outcomes import CommandPage

_SHORTEST_ID = 6
_WHOLE_ID = 36


def undo(
    command: Annotated[
        str | None,
        typer.Argument(help="Beginning of the id of a command; the last one when left out."),
    ] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Take back a command, whoever gave it and however long ago."""
    which = None if command is None else command_id_like(command)
    finish(run_actions(Undo(command_id=which)), as_json=as_json)


def redo(*, as_json: AsJson = False) -> None:
    """Do again what was undone last."""
    finish(run_actions(Redo()), as_json=as_json)


def command_id_like(said: str) -> str:
    """The id that begins so, of a command; an undo of another one would be a surprise.

    Raises CommandLineError.
    """
    key = said.strip().casefold()
    if len(key) < _SHORTEST_ID:
        raise CommandLineError(
            f"Give {_SHORTEST_ID} characters of the id at least. See: saydo commands"
        )

    async def find(client: SaydoClient) -> str | None:
        query: dict[str, object] = {"limit": PAGE}
        while True:
            page = await client.ask("GET", "/api/v1/commands", CommandPage, query=query)
            found = next((each.id for each in page.items if each.id.startswith(key)), None)
            if found is not None or page.next_cursor is None:
                return found
            query["cursor"] = page.next_cursor

    found = key if len(key) == _WHOLE_ID else with_client(find)
    if found is None:
        raise CommandLineError(f"No command has an id like {quoted(said)}. See: saydo commands")
    return found
