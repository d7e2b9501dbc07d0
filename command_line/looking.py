"""Commands that look at what there is."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any

import typer
from rich.markup import escape

from command_line.calls import ask
from command_line.changing import OneTask
from command_line.picking import pick
from command_line.places import remember_list
from command_line.showing import (
    AsJson,
    console,
    pieces,
    print_json,
    say,
    show_table,
    show_tasks,
    when,
)
from shared.events import EventPage
from shared.outcomes import CommandPage
from shared.search import HitPage
from shared.tasks import Task, TaskPage
from shared.things import CommentPage, FilterPage, PersonPage, ProjectPage, TagPage

Limit = Annotated[int, typer.Option(min=1, max=200, help="As many at most.")]


def list_tasks(
    filter_words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILTER]...", help="Such as: overdue, or: due by friday '& #work'"),
    ] = None,
    *,
    project: Annotated[str | None, typer.Option(help="Only of this project.")] = None,
    search: Annotated[str | None, typer.Option(help="Only with these words.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Finished ones too.")] = False,
    limit: Limit = 50,
    as_json: AsJson = False,
) -> None:
    """List tasks by due date; their numbers stand for them in later commands."""
    words = " ".join(filter_words or [])
    asked = words if everything else f"open & ({words})" if words else "open"
    query = {
        "filter": asked or None,
        "project": project,
        "search": search,
        "sort": "due",
        "limit": limit,
    }
    page = ask("GET", "tasks", TaskPage, query=query)
    remember_list([task.id for task in page.items])
    if as_json:
        print_json(page)
        return
    show_tasks(page.items)
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
        console().print(f"[dim]{number:>3}[/]  {pieces(hit.title)}")
        for part in (hit.notes, hit.comments):
            if part:
                console().print(f"     [dim]{pieces(part)}[/]")


def show(task: OneTask, *, as_json: AsJson = False) -> None:
    """Show all that is known of a task."""
    found = pick(task)
    if as_json:
        print_json(found)
        return
    parts = ask("GET", f"tasks/{found.id}/subtasks", TaskPage, query={"limit": 200})
    comments = ask("GET", f"tasks/{found.id}/comments", CommentPage, query={"limit": 200})
    console().print(f"[bold]{escape(found.title)}[/]")
    show_table(("", ""), [(name, text) for name, text in _facts(found) if text])
    if found.notes:
        console().print(f"\n{escape(found.notes)}")
    if parts.items:
        console().print("\n[bold]parts[/]")
        show_tasks(parts.items, numbered=False)
    for comment in comments.items:
        console().print(
            f"\n[dim]{escape(comment.author)}, {moment(comment.created_at)}[/]\n"
            f"{escape(comment.text)}"
        )


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
                each.id,
                each.reply or each.text or "",
                "undone" if each.undone else "can be" if each.can_undo else "",
            )
            for each in found.items
        ],
    )


def projects(*, limit: Limit = 200, as_json: AsJson = False) -> None:
    """List projects."""
    found = ask("GET", "projects", ProjectPage, query={"limit": limit})
    rows = [(each.name, "archived" if each.archived else "") for each in found.items]
    _things(found, ("project", ""), rows, as_json=as_json)


def tags(*, limit: Limit = 200, as_json: AsJson = False) -> None:
    """List tags."""
    found = ask("GET", "tags", TagPage, query={"limit": limit})
    _things(found, ("tag",), [(f"#{each.name}",) for each in found.items], as_json=as_json)


def people(*, limit: Limit = 200, as_json: AsJson = False) -> None:
    """List people."""
    found = ask("GET", "people", PersonPage, query={"limit": limit})
    rows = [
        (
            each.name,
            ", ".join(each.nicknames),
            each.role,
            ", ".join(contact.value for contact in each.contacts),
        )
        for each in found.items
    ]
    _things(found, ("person", "also called", "role", "contacts"), rows, as_json=as_json)


def filters(*, limit: Limit = 200, as_json: AsJson = False) -> None:
    """List saved filters."""
    found = ask("GET", "filters", FilterPage, query={"limit": limit})
    rows = [(each.name, each.query) for each in found.items]
    _things(found, ("filter", "asks for"), rows, as_json=as_json)


def moment(stamp: str) -> str:
    """A time of the log on this machine's clock, to the minute."""
    return datetime.fromisoformat(stamp).astimezone().strftime("%Y-%m-%d %H:%M")


def _things(
    page: Any, headings: tuple[str, ...], rows: Sequence[tuple[str, ...]], *, as_json: bool
) -> None:
    if as_json:
        print_json(page)
    elif rows:
        show_table(headings, rows)
    else:
        say("There are none yet.")


def _facts(task: Task) -> list[tuple[str, str]]:
    return [
        ("status", task.status.replace("_", " ") + (", blocked" if task.blocked else "")),
        ("due", when(task.due, task.time_zone)),
        ("start", when(task.start, task.start_time_zone)),
        ("deadline", when(task.deadline, task.deadline_time_zone)),
        ("repeats", task.repeat.rule if task.repeat else ""),
        ("project", task.project or ""),
        ("tags", " ".join(f"#{tag}" for tag in task.tags)),
        ("priority", task.priority or ""),
        ("for", ", ".join(task.assignees)),
        ("links", "\n".join(link.url for link in task.links)),
        ("said", task.said or ""),
        ("made", f"{moment(task.created_at)} by {task.created_by or 'nobody'}, {task.source}"),
        ("id", task.id),
    ]


def _changed(event: Any) -> str:
    """The names of the fields that are not as before."""
    if event.before is None or event.after is None:
        return ""
    fields = [name for name in event.after.__struct_fields__ if name != "updated_at"]
    return ", ".join(
        name for name in fields if getattr(event.before, name) != getattr(event.after, name)
    )
