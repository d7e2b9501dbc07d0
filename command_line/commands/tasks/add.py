"""Commands that change tasks."""

from typing import Annotated, Any

import msgspec
import typer

from command_line.commands.tasks.fields import read_fields
from command_line.connection.api import PAGE, ask, run_actions, run_words, with_client
from command_line.lookup.tasks import OneTask, Tasks, pick, pick_all
from command_line.terminal.errors import CommandLineError
from command_line.terminal.printing import AsJson, finish, print_json, quoted, say, when
from shared.actions import (
    Action,
    CancelTask,
    CompleteTask,
    CreateTask,
    DeleteTask,
    Redo,
    ReopenTask,
    StartTask,
    Undo,
)
from shared.client import SaydoClient
from shared.outcomes import CommandPage, Outcome
from shared.things import Comment, NewComment

Words = Annotated[list[str], typer.Argument(help="Plain words.", show_default=False)]
_SHORTEST_ID = 6
_WHOLE_ID = 36
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would happen; change nothing.")]


def add(  # noqa: PLR0913 (one for each field)
    words: Words,
    *,
    exact: Annotated[bool, typer.Option("--exact", help="All of it is the title.")] = False,
    due: Annotated[str | None, typer.Option(help="As for edit; so are the others.")] = None,
    project: Annotated[str | None, typer.Option(help="Name of a project.")] = None,
    priority: Annotated[str | None, typer.Option(help="low, medium, high, urgent.")] = None,
    tags: Annotated[str | None, typer.Option(help="Names with commas between.")] = None,
    notes: Annotated[str | None, typer.Option(help="In Markdown.")] = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Add a task in plain words: saydo add call Sarah tomorrow at three.

    What the words do not say can be given beside them.
    """
    text = _joined(words, "add call Sarah tomorrow at three")
    given = {"due": due, "project": project, "priority": priority, "tags": tags, "notes": notes}
    fields = read_fields(given)
    if not (exact or fields):
        _finish(run_words(f"add {text}", dry_run=dry_run), as_json=as_json)
        return
    actions: list[Action] = [CreateTask(title=text)]
    if not exact:
        planned = run_words(f"add {text}", dry_run=True)
        if planned.outcome != "planned":
            finish(planned, as_json=as_json)
        actions = planned.actions
    try:
        whole = [_with_fields(action, fields) for action in actions]
    except msgspec.ValidationError as error:
        raise CommandLineError(f"That can't be: {error}.") from error
    _finish(run_actions(*whole, dry_run=dry_run), as_json=as_json)


def _with_fields(action: Action, fields: dict[str, Any]) -> Action:
    if not isinstance(action, CreateTask):
        return action
    return msgspec.convert(msgspec.to_builtins(action) | fields, CreateTask)


def say_words(words: Words, *, dry_run: DryRun = False, as_json: AsJson = False) -> None:
    """Say anything that one would say aloud: saydo say move the dentist to friday."""
    _finish(run_words(_joined(words, "say what is due today"), dry_run=dry_run), as_json=as_json)


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


def comment(task: OneTask, words: Words, *, as_json: AsJson = False) -> None:
    """Write a comment about a task; show prints them."""
    found = pick(task)
    body = NewComment(text=_joined(words, "comment 1 on her mobile"))
    made = ask("POST", f"tasks/{found.id}/comments", Comment, body=body)
    if as_json:
        print_json(made)
    else:
        say(f"Noted about {found.title}.")


def undo(
    command: Annotated[
        str | None,
        typer.Argument(help="Beginning of the id of a command; the last one when left out."),
    ] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Take back a command, whoever gave it and however long ago."""
    which = None if command is None else _command_id(command)
    finish(run_actions(Undo(command_id=which)), as_json=as_json)


def redo(*, as_json: AsJson = False) -> None:
    """Do again what was undone last."""
    finish(run_actions(Redo()), as_json=as_json)


def _joined(words: list[str], example: str) -> str:
    text = " ".join(words).strip()
    if not text:
        raise CommandLineError(f"Say what, such as: saydo {example}")
    return text


def _command_id(said: str) -> str:
    """The id that begins so, of a command; an undo of another one would be a surprise."""
    key = said.strip().casefold()
    if len(key) < _SHORTEST_ID:
        raise CommandLineError(
            f"Give {_SHORTEST_ID} characters of the id at least. See: saydo commands"
        )

    async def find(client: SaydoClient) -> str | None:
        query: dict[str, object] = {"limit": PAGE}
        while True:
            page = await client.ask("GET", "/api/v1/commands", CommandPage, query=query)
            found = next((each.id for each in page.items if each.id.startswith(key)), None)
            if found is not None or page.next_cursor is None:
                return found
            query["cursor"] = page.next_cursor

    found = key if len(key) == _WHOLE_ID else with_client(find)
    if found is None:
        raise CommandLineError(f"No command has an id like {quoted(said)}. See: saydo commands")
    return found


def _each(
    kind: type[CompleteTask | StartTask | CancelTask | ReopenTask | DeleteTask],
    tasks: list[str],
    *,
    only_open: bool,
    as_json: bool,
) -> None:
    """One command for all of them, so that one undo takes it back."""
    found = pick_all(tasks, only_open=only_open)
    actions: list[Action] = [kind(task_id=task.id) for task in found]
    _finish(run_actions(*actions), as_json=as_json)


def _finish(outcome: Outcome, *, as_json: bool) -> None:
    """Print what came of it, and the next times of what repeats."""
    finish(outcome, as_json=as_json)
    if not as_json:
        for task in outcome.tasks:
            dates = outcome.upcoming.get(task.id)
            if dates:
                say(f"Next for {task.title}: {', '.join(when(date) for date in dates)}")
