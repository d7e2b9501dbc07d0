"""Commands that list tasks and search them."""

from typing import Annotated

import typer
from rich.text import Text

from command_line.connection.api import ask, with_client
from command_line.lookup.last_list import remember_list
from command_line.lookup.names import find_named
from command_line.terminal.options import AsJson, Limit
from command_line.terminal.printing import print_json, say
from command_line.terminal.tables import pieces, show
from command_line.terminal.task_tables import show_tasks
from shared.accounts import Me
from shared.client import SaydoClient, SaydoProblemError
from shared.search import HitPage
from shared.tasks import TaskPage


def list_tasks(
    filter_words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILTER]...", help="Such as: overdue, or: due by friday '& #work'"),
    ] = None,
    *,
    project: Annotated[str | None, typer.Option(help="Only of this project.")] = None,
    search: Annotated[str | None, typer.Option(help="Only with these words.")] = None,
    saved: Annotated[str | None, typer.Option(help="A saved filter, by its name.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Finished ones too.")] = False,
    limit: Limit = 50,
    as_json: AsJson = False,
) -> None:
    """List tasks by due date; their numbers stand for them in later commands."""
    words = " ".join(filter_words or [])
    # What is saved may ask for finished ones itself.
    everything = everything or saved is not None
    asked = words if everything else f"open & ({words})" if words else "open"
    query = {
        "filter": asked or None,
        "filter_id": None if saved is None else find_named("filters", saved).id,
        "project": None if project is None else find_named("projects", project).name,
        "search": search,
        "sort": "due",
        "limit": limit,
    }

    async def look(client: SaydoClient) -> tuple[TaskPage, Me]:
        try:
            found = await client.ask("GET", "/api/v1/tasks", TaskPage, query=query)
        except SaydoProblemError as error:
            if words and "filter" in error.problem.fields:
                # The place in it is to be told as it was written, without our own condition.
                alone = {"filter": words, "limit": 1}
                await client.ask("GET", "/api/v1/tasks", TaskPage, query=alone)
            raise
        return found, await client.ask("GET", "/api/v1/me", Me)

    page, me = with_client(look)
    remember_list([task.id for task in page.items])
    if as_json:
        print_json(page)
        return
    show_tasks(page.items, zone=me.time_zone)
    if page.next_cursor is not None:
        say(f"There are more than these {limit}; give --limit, or a filter.")


def search(
    words: Annotated[list[str], typer.Argument(help="What to look for.", show_default=False)],
    *,
    limit: Limit = 20,
    as_json: AsJson = False,
) -> None:
    """Search titles, notes and comments, the best hits first."""
    found = ask("GET", "search", HitPage, query={"q": " ".join(words), "limit": limit})
    remember_list([hit.task.id for hit in found.items])
    if as_json:
        print_json(found)
        return
    if not found.items:
        say("Nothing was found.")
    for number, hit in enumerate(found.items, 1):
        state = "" if hit.task.status == "todo" else f"  ({hit.task.status.replace('_', ' ')})"
        show(Text.assemble((f"{number:>3}  ", "dim"), pieces(hit.title), (state, "dim")))
        for part in (hit.notes, hit.comments):
            if part:
                show(Text.assemble("     ", pieces(part, "dim")))
