"""Commands that look at tasks and at what was done."""

from typing import Annotated, Any

import typer
from rich.text import Text

from command_line.connection.api import ask, with_client
from command_line.connection.login import remember_list
from command_line.lookup.names import find_named
from command_line.lookup.tasks import OneTask, pick
from command_line.terminal.printing import AsJson, clean, moment, print_json, say
from command_line.terminal.tables import pieces, show, show_table
from command_line.terminal.task_tables import show_facts, show_tasks
from shared.accounts import Me
from shared.client import SaydoClient, SaydoProblemError
from shared.events import EventPage
from shared.outcomes import CommandPage
from shared.repeats import OccurrencePage
from shared.search import HitPage
from shared.tasks import TaskPage
from shared.things import CommentPage

Limit = Annotated[int, typer.Option(min=1, max=200, help="As many at most.")]
_EVERY = {"limit": 200}


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


def show_task(task: OneTask, *, as_json: AsJson = False) -> None:
    """Show all that is known of a task."""
    found = pick(task)
    if as_json:
        print_json(found)
        return

    async def look(client: SaydoClient) -> tuple[OccurrencePage, TaskPage, CommentPage]:
        path = f"/api/v1/tasks/{found.id}"
        return (
            await client.ask("GET", f"{path}/occurrences", OccurrencePage),
            await client.ask("GET", f"{path}/subtasks", TaskPage, query=_EVERY),
            await client.ask("GET", f"{path}/comments", CommentPage, query=_EVERY),
        )

    times, parts, comments = with_client(look)
    show_facts(found, times.upcoming)
    if found.notes:
        say(f"\n{found.notes}")
    if parts.items:
        show(Text("\nparts", "bold"))
        show_tasks(parts.items, numbered=False)
    for number, comment in enumerate(comments.items, 1):
        head = f"\ncomment {number}, {clean(comment.author)}, {moment(comment.created_at)}"
        show(Text(head, "dim"))
        say(comment.text)


def history(task: OneTask, *, limit: Limit = 50, as_json: AsJson = False) -> None:
    """Show everything that happened to a task, the newest first."""
    found = ask("GET", f"tasks/{pick(task).id}/history", EventPage, query={"limit": limit})
    if as_json:
        print_json(found)
        return
    show_table(
        ("when", "what", "how", "who", "changed"),
        [
            (moment(event.at), event.type, event.source, event.actor, _changed(event))
            for event in found.items
        ],
    )


def commands(*, limit: Limit = 20, as_json: AsJson = False) -> None:
    """List what was asked and done, the newest first; undo takes their ids."""
    found = ask("GET", "commands", CommandPage, query={"limit": limit})
    if as_json:
        print_json(found)
        return
    show_table(
        ("when", "id", "what", "undo"),
        [
            (
                moment(each.at),
                each.id[:8],
                each.reply or each.text or "",
                "undone" if each.undone else "can be" if each.can_undo else "",
            )
            for each in found.items
        ],
    )


def _changed(event: Any) -> str:
    """The names of the fields that are not as before."""
    if event.before is None or event.after is None:
        return ""
    fields = [name for name in event.after.__struct_fields__ if name != "updated_at"]
    return ", ".join(
        name for name in fields if getattr(event.before, name) != getattr(event.after, name)
    )
