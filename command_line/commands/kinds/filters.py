"""Commands about saved filters."""

from typing import Annotated

import typer

from command_line.commands.kinds.changes import NewName, change, change_named, only_given
from command_line.commands.kinds.listing import MOST, list_alone, show_things
from command_line.connection.api import ask
from command_line.lookup.names import find_named
from command_line.terminal.options import AsJson, Limit
from shared.thing_actions import CreateFilter, DeleteFilter, UpdateFilter
from shared.things import FilterPage

filters = typer.Typer(help="List saved filters; make, change and remove them.")

Saved = Annotated[str, typer.Argument(metavar="FILTER", help="Its name, or part of it, or its id.")]


@filters.callback(invoke_without_command=True)
def filters_alone(context: typer.Context, *, limit: Limit = MOST, as_json: AsJson = False) -> None:
    """List saved filters; make, change and remove them."""
    list_alone(context, list_filters, limit, as_json)


@filters.command("list")
def list_filters(*, limit: Limit = MOST, as_json: AsJson = False) -> None:
    """List saved filters."""
    found = ask("GET", "filters", FilterPage, query={"limit": limit})
    rows = [(each.name, each.query) for each in found.items]
    show_things(found, ("filter", "asks for"), rows, as_json=as_json)


@filters.command("make")
def make(
    name: Annotated[str, typer.Argument(help="What to call it.")],
    query: Annotated[
        list[str], typer.Argument(help="What it asks for, such as: 'overdue & #work'")
    ],
    *,
    as_json: AsJson = False,
) -> None:
    """Save a filter; saydo list --saved NAME runs it."""
    change(CreateFilter(name, " ".join(query)), as_json=as_json)


@filters.command("edit")
def edit(
    saved: Saved,
    *,
    name: NewName = None,
    query: Annotated[str | None, typer.Option(help="What it asks for from now on.")] = None,
    as_json: AsJson = False,
) -> None:
    """Rename a saved filter, or make it ask something else."""
    given = only_given(name=name, query=query)
    change_named("filters", saved, UpdateFilter, given, as_json=as_json)


@filters.command("remove")
def remove(saved: Saved, *, as_json: AsJson = False) -> None:
    """Move a saved filter to the trash; the tasks stay as they are. Undo brings it back."""
    change(DeleteFilter(find_named("filters", saved).id), as_json=as_json)
