"""Commands that change tasks."""

from typing import Annotated, Any

import msgspec
import typer

from command_line.calls import ask, run_actions, run_words
from command_line.errors import CommandLineError
from command_line.picking import pick
from command_line.showing import AsJson, finish, print_json, say
from shared.actions import (
    Action,
    CancelTask,
    CompleteTask,
    DeleteTask,
    Redo,
    ReopenTask,
    StartTask,
    Undo,
)
from shared.tasks import Task, TaskChanges

Words = Annotated[list[str], typer.Argument(help="Plain words.", show_default=False)]
Tasks = Annotated[
    list[str],
    typer.Argument(
        help="Number in the last list, beginning of the id, or words of the title (in quotes).",
        show_default=False,
    ),
]
OneTask = Annotated[
    str,
    typer.Argument(
        help="Number in the last list, beginning of the id, or words of the title.",
        show_default=False,
    ),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would happen; change nothing.")]
NONE = "none"


def add(words: Words, *, dry_run: DryRun = False, as_json: AsJson = False) -> None:
    """Add a task in plain words: saydo add call Sarah tomorrow at three."""
    finish(run_words(f"add {' '.join(words)}", dry_run=dry_run), as_json=as_json)


def say_words(words: Words, *, dry_run: DryRun = False, as_json: AsJson = False) -> None:
    """Say anything that one would say aloud: saydo say move the dentist to friday."""
    finish(run_words(" ".join(words), dry_run=dry_run), as_json=as_json)


def done(tasks: Tasks, *, as_json: AsJson = False) -> None:
    """Complete tasks; one that repeats moves on to its next time."""
    _each(CompleteTask, tasks, only_open=True, as_json=as_json)


def start(tasks: Tasks, *, as_json: AsJson = False) -> None:
    """Mark tasks as in progress."""
    _each(StartTask, tasks, only_open=True, as_json=as_json)


def cancel(tasks: Tasks, *, as_json: AsJson = False) -> None:
    """Mark tasks as no longer to be done."""
    _each(CancelTask, tasks, only_open=True, as_json=as_json)


def reopen(tasks: Tasks, *, as_json: AsJson = False) -> None:
    """Open finished tasks again."""
    _each(ReopenTask, tasks, only_open=False, as_json=as_json)


def delete(tasks: Tasks, *, as_json: AsJson = False) -> None:
    """Move tasks to the trash, with their parts; undo and restore bring them back."""
    _each(DeleteTask, tasks, only_open=False, as_json=as_json)


def undo(
    command: Annotated[
        str | None, typer.Argument(help="Id of a command; the last one when left out.")
    ] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Take back a command, whoever gave it and however long ago."""
    finish(run_actions(Undo(command_id=command)), as_json=as_json)


def redo(*, as_json: AsJson = False) -> None:
    """Do again what was undone last."""
    finish(run_actions(Redo()), as_json=as_json)


def edit(  # noqa: PLR0913 (one for each field)
    task: OneTask,
    *,
    title: Annotated[str | None, typer.Option(help="New title.")] = None,
    notes: Annotated[str | None, typer.Option(help="New notes, in Markdown.")] = None,
    due: Annotated[str | None, typer.Option(help="2026-11-24 or 2026-11-24T15:00; none.")] = None,
    deadline: Annotated[str | None, typer.Option(help="The same for the deadline.")] = None,
    begin: Annotated[str | None, typer.Option("--start", help="When to begin; none.")] = None,
    project: Annotated[str | None, typer.Option(help="Name of a project; none.")] = None,
    priority: Annotated[str | None, typer.Option(help="low, medium, high, urgent; none.")] = None,
    tags: Annotated[str | None, typer.Option(help="Names with commas between; none.")] = None,
    repeat: Annotated[str | None, typer.Option(help="RFC 5545 rule: FREQ=WEEKLY; none.")] = None,
    as_json: AsJson = False,
) -> None:
    """Change fields of a task. What is not given stays; none empties."""
    given = {"title": title, "notes": notes, "due": due, "deadline": deadline, "start": begin}
    given |= {"project": project, "priority": priority, "tags": tags, "repeat": repeat}
    changes = {name: _field(name, text) for name, text in given.items() if text is not None}
    if not changes:
        raise CommandLineError("Say what to change, such as --due 2026-11-24.")
    try:
        body = msgspec.convert(changes, TaskChanges)
    except msgspec.ValidationError as error:
        raise CommandLineError(f"That can't be: {error}.") from error
    changed = ask("PATCH", f"tasks/{pick(task).id}", Task, body=body)
    if as_json:
        print_json(changed)
    else:
        say(f"Changed {changed.title}.")


def _field(name: str, text: str) -> Any:
    if name == "tags":
        return [] if text == NONE else [tag.strip() for tag in text.split(",") if tag.strip()]
    if text == NONE and name not in {"title", "notes"}:
        return None
    return {"rule": text} if name == "repeat" else text


def _each(
    kind: type[CompleteTask | StartTask | CancelTask | ReopenTask | DeleteTask],
    tasks: list[str],
    *,
    only_open: bool,
    as_json: bool,
) -> None:
    """One command for all of them, so that one undo takes it back."""
    actions: list[Action] = [kind(task_id=pick(each, only_open=only_open).id) for each in tasks]
    finish(run_actions(*actions), as_json=as_json)
