"""Commands about projects."""

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
from shared.thing_actions import CreateProject, DeleteProject, UpdateProject
from shared.things import ProjectPage

projects = typer.Typer(help="List projects; make, change and remove them.")

Project = Annotated[str, typer.Argument(help="Its name, or part of it, or its id.")]
Description = Annotated[str | None, typer.Option(help="What it is for, in Markdown.")]


@projects.callback(invoke_without_command=True)
def projects_alone(context: typer.Context, *, limit: Limit = MOST, as_json: AsJson = False) -> None:
    """List projects; make, change and remove them."""
    list_alone(context, list_projects, limit, as_json)


@projects.command("list")
def list_projects(*, limit: Limit = MOST, as_json: AsJson = False) -> None:
    """List projects."""
    found = ask("GET", "projects", ProjectPage, query={"limit": limit})
    rows = [
        (each.name, "archived" if each.archived else "", each.colour or "", each.description)
        for each in found.items
    ]
    show_things(found, ("project", "", "colour", "description"), rows, as_json=as_json)


@projects.command("make")
def make(
    name: Annotated[str, typer.Argument(help="What to call it.")],
    *,
    colour: Colour = None,
    description: Description = None,
    as_json: AsJson = False,
) -> None:
    """Make a project. One is also made by the first task that names it."""
    action = CreateProject(name, **read_colour(colour), **only_given(description=description))
    change(action, as_json=as_json)


@projects.command("edit")
def edit(
    project: Project,
    *,
    name: NewName = None,
    colour: Colour = None,
    description: Description = None,
    as_json: AsJson = False,
) -> None:
    """Rename a project, or change its colour or description."""
    given = only_given(name=name, description=description) | read_colour(colour)
    change_named("projects", project, UpdateProject, given, as_json=as_json)


@projects.command("archive")
def archive(project: Project, *, as_json: AsJson = False) -> None:
    """Put a project away that is over; its tasks stay in it."""
    change_named("projects", project, UpdateProject, {"archived": True}, as_json=as_json)


@projects.command("unarchive")
def unarchive(project: Project, *, as_json: AsJson = False) -> None:
    """Bring a project back that was put away."""
    change_named("projects", project, UpdateProject, {"archived": False}, as_json=as_json)


@projects.command("remove")
def remove(project: Project, *, as_json: AsJson = False) -> None:
    """Move a project to the trash; its tasks stay, in no project. Undo brings it all back."""
    change(DeleteProject(find_named("projects", project).id), as_json=as_json)
