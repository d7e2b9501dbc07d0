"""Taking a command back: everything it changed becomes what it was before."""

from sqlite_utils import Database

from control_api.commands.moment import Moment
from control_api.commands.readings import Result
from control_api.commands.store import (
    find_by_itself,
    find_command,
    find_redoable,
    find_undoable,
    mark_undone,
)
from control_api.events.changes import Change, as_kept
from control_api.events.log import Entry, read_command
from control_api.tasks.references import check_acyclic
from control_api.tasks.store import find_task, save_task, trash_task
from control_api.things.apply import check_name_is_free
from control_api.things.store import find_thing, is_used, save_thing, trash_thing
from shared.actions import Action, Redo, TaskAction, Undo
from shared.moving import ImportThings
from shared.problems import ConflictError, NotFoundError
from shared.tasks import Task
from shared.things import Comment, Occurrence, Thing


def undo_command(db: Database, action: Undo, moment: Moment, *, by: str) -> Result:
    """Take back a command as `by`, the command that is being run.

    The results in `undone` are those of the command that is taken back. Raises `ConflictError` when
    something of it was changed since, or there is nothing to take back; `NotFoundError` for an
    unknown command.
    """
    target = action.command_id or find_undoable(db)
    if target is None:
        raise ConflictError("There is nothing to undo.")
    return _take_back(db, action, target, moment, by=by)


def redo_command(db: Database, action: Redo, moment: Moment, *, by: str) -> Result:
    """Take back the undo that was made last. Raises `ConflictError` as `undo_command` does."""
    target = find_redoable(db)
    if target is None:
        raise ConflictError("There is nothing to do again.")
    return _take_back(db, action, target, moment, by=by)


def _take_back(
    db: Database, action: Undo | Redo, target: str, moment: Moment, *, by: str
) -> Result:
    found = find_command(db, target)
    if found is None:
        raise NotFoundError("There is no such command to undo.")
    undone_by, answer = found
    if undone_by is not None:
        raise ConflictError("That was undone already.")
    entries = read_command(db, target)
    if not entries:
        raise ConflictError("That changed nothing, so there is nothing to undo.")
    # What the server did since by itself, such as moving a repeating task on, is in nobody's way.
    since = find_by_itself(db, [entry.thing_id for entry in entries], entries[-1].id)
    undone: list[Result] = []
    for command_id, actions in [*since, (target, answer.actions)]:
        undone = _put_all_back(db, command_id, actions, action, moment) + undone
        mark_undone(db, command_id, by)
    return Result(action=action, undone=undone)


def _put_all_back(
    db: Database, command_id: str, actions: list[Action], undo: Undo | Redo, moment: Moment
) -> list[Result]:
    """Make what a command changed what it was before; each change as it was first made."""
    entries = reversed(read_command(db, command_id))
    put_back = [entry for entry in entries if _put_back(db, entry, moment)]
    for entry in put_back:
        if isinstance(entry.before, Task):
            check_acyclic(db, entry.before)
    return [_as_result(entry, actions, undo) for entry in reversed(put_back)]


def _put_back(db: Database, entry: Entry, moment: Moment) -> bool:
    """Make the thing what it was; whether that was to be done."""
    if entry.kind == "task":
        now: Task | Thing | None = find_task(db, entry.thing_id)
    else:
        now = find_thing(db, entry.thing_id)
    if as_kept(now) != as_kept(entry.after):
        raise ConflictError(f"I can't undo that: {_name(entry.change)} was changed since.")
    match entry.before:
        case None if entry.kind == "task":
            trash_task(db, entry.thing_id, moment.stamp)
        case None if is_used(db, entry.thing_id):
            return False  # a project that was made for a task has others by now
        case None:
            trash_thing(db, entry.thing_id, moment.stamp)
        case Task() as task:
            save_task(db, task)
        case thing:
            check_name_is_free(db, thing)
            save_thing(db, thing)
    return True


def _as_result(entry: Entry, actions: list[Action], undo: Undo | Redo) -> Result:
    action = _cause(entry, actions, undo)
    if isinstance(entry.before, Task | None) and isinstance(entry.after, Task | None):
        return Result(action=action, before=entry.before, after=entry.after)
    return Result(action=action, also=[entry.change])


def _cause(entry: Entry, actions: list[Action], undo: Undo | Redo) -> Action:
    """The action that changed the task last; of a command that was an undo itself, an undo."""
    for action in reversed(actions):
        if isinstance(action, ImportThings):
            return action
        if isinstance(action, TaskAction) and getattr(action, "task_id", None) == entry.thing_id:
            return action
    return undo


def _name(change: Change) -> str:
    subject = change.subject
    match subject:
        case Task():
            return subject.title
        case Comment():
            return "a comment"
        case Occurrence():
            return "what is on record of it"
        case _:
            return subject.name
