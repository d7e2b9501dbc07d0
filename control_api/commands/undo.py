"""Taking a command back: every task it changed becomes what it was before."""

from sqlite_utils import Database

from control_api.commands.readings import Result
from control_api.commands.store import find_command, find_undoable, mark_undone
from control_api.events.log import read_command
from control_api.tasks.apply import Moment
from control_api.tasks.store import find_task, save_task, trash_task
from shared.actions import Action, ListTasks, Undo
from shared.events import Event
from shared.problems import ConflictError, NotFoundError


def undo_command(db: Database, action: Undo, moment: Moment, *, by: str) -> Result:
    """Take back a command as `by`, the command that is being run.

    The results in `undone` are those of the command that is taken back. Raises `ConflictError` when
    one of its tasks was changed since, or there is nothing to take back; `NotFoundError` for an
    unknown command.
    """
    target = action.command_id or find_undoable(db)
    if target is None:
        raise ConflictError("There is nothing to undo.")
    found = find_command(db, target)
    if found is None:
        raise NotFoundError("There is no such command to undo.")
    undone_by, answer = found
    if undone_by is not None:
        raise ConflictError("That was undone already.")
    events = read_command(db, target)
    if not events:
        raise ConflictError("That changed nothing, so there is nothing to undo.")
    for event in events:
        _put_back(db, event, moment)
    mark_undone(db, target, by)
    return Result(
        action=action,
        before=None,
        after=None,
        undone=[
            Result(
                action=_cause(event, answer.actions, action),
                before=event.before,
                after=event.after,
            )
            for event in events
        ],
    )


def _put_back(db: Database, event: Event, moment: Moment) -> None:
    task = event.after or event.before
    if find_task(db, event.task_id) != event.after:
        title = "one of the tasks" if task is None else task.title
        raise ConflictError(f"I can't undo that: {title} was changed since.")
    if event.before is None:
        trash_task(db, event.task_id, moment.stamp)
    else:
        save_task(db, event.before)


def _cause(event: Event, actions: list[Action], undo: Undo) -> Action:
    """The action that changed the task last; of a command that was an undo itself, an undo."""
    for action in reversed(actions):
        if not isinstance(action, ListTasks | Undo) and action.task_id == event.task_id:
            return action
    return undo
