"""How the commands of every kind list what there is."""

from collections.abc import Sequence
from typing import Any, Protocol

import typer

from command_line.terminal.options import AsJson, Limit
from command_line.terminal.printing import print_json, say
from command_line.terminal.tables import show_used

MOST = 200


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
