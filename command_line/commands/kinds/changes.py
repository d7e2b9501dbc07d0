"""How the commands of every kind change something, and read what is given for it."""

from typing import Annotated, Any

import typer

from command_line.connection.api import run_actions
from command_line.lookup.names import find_named
from command_line.terminal.errors import CommandLineError
from command_line.terminal.options import NONE
from command_line.terminal.printing import finish
from shared.actions import Action

Colour = Annotated[
    str | None, typer.Option(help="Such as 1a7f5a, red and green and blue; none.", metavar="COLOUR")
]
NewName = Annotated[str | None, typer.Option(help="What to call it from now on.")]


def change(action: Action, *, as_json: bool) -> None:
    """Carry out one change that undo can take back, and print what came of it."""
    finish(run_actions(action), as_json=as_json)


def change_named(
    kind: str, said: str, action: Any, given: dict[str, Any], *, as_json: bool
) -> None:
    """Change what is given of the thing that is meant. Raises `CommandLineError`."""
    if not given:
        raise CommandLineError("Say what to change, such as --name.")
    change(action(find_named(kind, said).id, **given), as_json=as_json)


def only_given(**fields: Any) -> dict[str, Any]:
    """The fields that were given on the command line."""
    return {name: value for name, value in fields.items() if value is not None}


def read_colour(said: str | None) -> dict[str, Any]:
    """A colour as the API takes it, also without the # that a shell may take for a comment."""
    if said is None:
        return {}
    colour = said.strip()
    if colour.casefold() == NONE:
        return {"colour": None}
    return {"colour": colour if colour.startswith("#") else f"#{colour}"}
