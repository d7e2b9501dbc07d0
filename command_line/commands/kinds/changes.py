"""What the commands about projects, tags, people and saved filters have in common."""

from collections.abc import Sequence
from typing import Annotated, Any, Protocol

import typer

from command_line.commands.tasks.fields import NONE
from command_line.commands.tasks.listing import Limit
from command_line.connection.api import run_actions
from command_line.lookup.names import find_named
from command_line.terminal.errors import CommandLineError
from command_line.terminal.printing import AsJson, finish, print_json, say
from command_line.terminal.tables import show_used
from shared.actions import Action

MOST = 200

Colour = Annotated[
    str | None, typer.Option(help="Such as 1a7f5a, red and green and blue; none.", metavar="COLOUR")
]
NewName = Annotated[str | None, typer.Option(help="What to call it from now on.")]


class Lists(Protocol):
    """A command that lists things."""

    def __call__(self, *, limit: Limit = MOST, as_json: AsJson = False) -> None:
        """List them."""


def list_alone(context: typer.Context, listing: Lists, limit: int, as_json: bool) -> None:
    """List when nothing else was asked for. Raises `BadParameter` for what would be lost."""
    if context.invoked_subcommand is None:
        listing(limit=limit, as_json=as_json)
    elif as_json or limit != MOST:
        raise typer.BadParameter(f"Write --limit and --json behind {context.invoked_subcommand}.")


def show_things(
    page: Any, headings: tuple[str, ...], rows: Sequence[tuple[str, ...]], *, as_json: bool
) -> None:
    """Print a page of things."""
    if as_json:
        print_json(page)
        return
    if rows:
        show_used(headings, rows)
    else:
        say("There are none yet.")
    if page.next_cursor is not None:
        say(f"There are more than these {len(rows)}; give --limit.")


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
