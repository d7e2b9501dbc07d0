"""The command that changes fields of a task."""

from typing import Annotated

import msgspec
import typer

from command_line.commands.tasks.fields import read_fields
from command_line.connection.api import ask, run_actions
from command_line.lookup.tasks import OneTask, pick
from command_line.terminal.errors import CommandLineError
from command_line.terminal.options import AsJson
from command_line.terminal.printing import finish, print_json, say, when
from shared.actions import UpdateTask
from shared.repeats import OccurrencePage


def edit(  # noqa: PLR0913 (one for each field)
    task: OneTask,
    *,
    title: Annotated[str | None, typer.Option(help="New title.")] = None,
    notes: Annotated[str | None, typer.Option(help="New notes, in Markdown.")] = None,
    due: Annotated[
        str | None, typer.Option(help="2026-11-24, 2026-11-24T15:00, friday at 3; none.")
    ] = None,
    deadline: Annotated[str | None, typer.Option(help="The same for the deadline.")] = None,
    begin: Annotated[str | None, typer.Option("--start", help="When to begin; the same.")] = None,
    project: Annotated[str | None, typer.Option(help="Name of a project; none.")] = None,
    priority: Annotated[str | None, typer.Option(help="low, medium, high, urgent; none.")] = None,
    tags: Annotated[str | None, typer.Option(help="Names with commas between; none.")] = None,
    people: Annotated[str | None, typer.Option("--for", help="Who does it; the same.")] = None,
    after: Annotated[str | None, typer.Option(help="The task that it waits for; none.")] = None,
    remind: Annotated[
        str | None, typer.Option(help="A time, or so long before it is due: 30m, 2h, 1d; none.")
    ] = None,
    repeat: Annotated[str | None, typer.Option(help="RFC 5545 rule: FREQ=WEEKLY; none.")] = None,
    as_json: AsJson = False,
) -> None:
    """Change fields of a task. What is not given stays; none empties."""
    given = {"title": title, "notes": notes, "due": due, "deadline": deadline, "start": begin}
    given |= {"project": project, "priority": priority, "tags": tags, "repeat": repeat}
    given |= {"assignees": people, "depends_on": after, "reminders": remind}
    found = pick(task)
    changes = read_fields(given)
    if not changes:
        raise CommandLineError("Say what to change, such as --due 2026-11-24.")
    try:
        action = msgspec.convert(changes | {"type": "update_task", "task_id": found.id}, UpdateTask)
    except msgspec.ValidationError as error:
        raise CommandLineError(f"That can't be: {error}.") from error
    outcome = run_actions(action)
    if outcome.outcome != "done":
        finish(outcome, as_json=as_json)
    changed = next((each for each in outcome.tasks if each.id == found.id), found)
    if as_json:
        print_json(changed)
        return
    say(f"Changed {changed.title}.")
    if "repeat" in changes and changed.repeat is not None:
        next_times = ask("GET", f"tasks/{changed.id}/occurrences", OccurrencePage).upcoming
        say(f"Next: {', '.join(when(date) for date in next_times)}")
