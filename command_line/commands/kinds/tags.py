"""Commands about tags."""

from typing import Annotated

import typer

from command_line.commands.kinds.changes import (
    Colour,
    NewName,
    change,
    change_named,
    only_given,
    read_colour,
)
from command_line.commands.kinds.listing import MOST, list_alone, show_things
from command_line.connection.api import ask
from command_line.lookup.names import find_named
from command_line.terminal.options import AsJson, Limit
from shared.thing_actions import CreateTag, DeleteTag, UpdateTag
from shared.things import TagPage

tags = typer.Typer(help="List tags; make, change and remove them.")

Tag = Annotated[str, typer.Argument(help="Its name, or part of it, or its id.")]


@tags.callback(invoke_without_command=True)
def tags_alone(context: typer.Context, *, limit: Limit = MOST, as_json: AsJson = False) -> None:
    """List tags; make, change and remove them."""
    list_alone(context, list_tags, limit, as_json)


@tags.command("list")
def list_tags(*, limit: Limit = MOST, as_json: AsJson = False) -> None:
    """List tags."""
    found = ask("GET", "tags", TagPage, query={"limit": limit})
    rows = [(f"#{each.name}", each.colour or "") for each in found.items]
    show_things(found, ("tag", "colour"), rows, as_json=as_json)


@tags.command("make")
def make(
    name: Annotated[str, typer.Argument(help="What to call it.")],
    *,
    colour: Colour = None,
    as_json: AsJson = False,
) -> None:
    """Make a tag. One is also made by the first task that has it."""
    change(CreateTag(name, **read_colour(colour)), as_json=as_json)


@tags.command("edit")
def edit(tag: Tag, *, name: NewName = None, colour: Colour = None, as_json: AsJson = False) -> None:
    """Rename or colour a tag, on every task that has it."""
    given = only_given(name=name) | read_colour(colour)
    change_named("tags", tag, UpdateTag, given, as_json=as_json)


@tags.command("remove")
def remove(tag: Tag, *, as_json: AsJson = False) -> None:
    """Move a tag to the trash, and take it off every task. Undo brings it all back."""
    change(DeleteTag(find_named("tags", tag).id), as_json=as_json)
