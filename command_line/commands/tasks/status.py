"""Commands that complete, start, cancel, reopen and delete tasks."""

from command_line.commands.tasks.outcomes import finish_with_times
from command_line.connection.api import run_actions
from command_line.lookup.tasks import Tasks, pick_all
from command_line.terminal.options import AsJson
from shared.actions import Action, CancelTask, CompleteTask, DeleteTask, ReopenTask, StartTask


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
    finish_with_times(run_actions(*actions), as_json=as_json)
