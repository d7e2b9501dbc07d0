"""Commands that take plain words: add, and anything else that one would say aloud."""

from typing import Annotated, Any

import msgspec
import typer

from command_line.commands.tasks.fields import read_fields
from command_line.commands.tasks.outcomes import finish_with_times
from command_line.connection.api import run_actions, run_words
from command_line.terminal.errors import CommandLineError
from command_line.terminal.options import AsJson, Words, joined
from command_line.terminal.printing import finish
from shared.actions import Action, CreateTask

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
    text = joined(words, "add call Sarah tomorrow at three")
    given = {"due": due, "project": project, "priority": priority, "tags": tags, "notes": notes}
    fields = read_fields(given)
    if not (exact or fields):
        finish_with_times(run_words(f"add {text}", dry_run=dry_run), as_json=as_json)
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
    finish_with_times(run_actions(*whole, dry_run=dry_run), as_json=as_json)


def _with_fields(action: Action, fields: dict[str, Any]) -> Action:
    if not isinstance(action, CreateTask):
        return action
    return msgspec.convert(msgspec.to_builtins(action) | fields, CreateTask)


def say_words(words: Words, *, dry_run: DryRun = False, as_json: AsJson = False) -> None:
    """Say anything that one would say aloud: saydo say move the dentist to friday."""
    finish_with_times(
        run_words(joined(words, "say what is due today"), dry_run=dry_run), as_json=as_json
    )
