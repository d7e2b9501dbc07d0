"""Taking a command back: everything it changed becomes what it was before."""

from sqlite_utils import Database

from control_api.engine.moment import Moment
from control_api.engine.results import Result
from control_api.engine.store import (
    find_by_itself,
    find_changed_since,
    find_command,
    find_redoable,
    find_root,
    find_undoable,
    mark_undone,
)
from control_api.kinds.tasks.actions.references import check_acyclic
from control_api.kinds.tasks.records.store import find_task, save_task, trash_task
from control_api.kinds.tasks.records.tree import children
from control_api.kinds.things.apply import check_name_is_free
from control_api.kinds.things.store import find_thing, is_used, save_thing, trash_thing
from control_api.log.changes import Change, as_kept
from control_api.log.entries import Entry, read_command
from shared.actions import Action, Redo, TaskAction, Undo
from shared.moving import ImportThings
from shared.outcomes import Outcome
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
    _check_holds(db, target)
    root, turns = find_root(db, target)
    command = target
    if turns and turns % 2 == 0:
        # To take back a redo is to take back what it did again.
        mark_undone(db, target, by)
        command = root
    answer = _check_holds(db, command)
    entries = _check_untouched(db, command)
    made = _made_by(db, root)
    # What the server did since by itself, such as moving a repeating task on, is in nobody's way.
    since = find_by_itself(db, [entry.thing_id for entry in entries], entries[-1].id)
    undone: list[Result] = []
    for each, actions in [*since, (command, answer.actions)]:
        put_back = _put_all_back(db, each, moment, made)
        undone = [_as_result(entry, actions, action) for entry in put_back] + undone
        mark_undone(db, each, by)
    if not undone:
        raise ConflictError(f"I can't undo that: {_name(entries[0].change)} is in use by now.")
    return Result(action=action, undone=undone, undoes=target)


def _check_holds(db: Database, command_id: str) -> Outcome:
    """The answer that a command got. Raises `NotFoundError`, and `ConflictError` when undone."""
    found = find_command(db, command_id)
    if found is None:
        raise NotFoundError("There is no such command to undo.")
    undone_by, answer = found
    if undone_by is not None:
        raise ConflictError("That was undone already.")
    return answer


def _check_untouched(db: Database, command_id: str) -> list[Entry]:
    """What a command changed. Raises `ConflictError` when that can't be taken back any more."""
    entries = read_command(db, command_id)
    if not entries:
        raise ConflictError("That changed nothing, so there is nothing to undo.")
    if any(entry.purged for entry in entries):
        raise ConflictError("I can't undo that: some of it was deleted for good.")
    changed_since = find_changed_since(db, command_id)
    if changed_since is not None:
        raise _changed_since(next(each for each in entries if each.thing_id == changed_since))
    return entries


def _put_all_back(db: Database, command_id: str, moment: Moment, made: set[str]) -> list[Entry]:
    """Make what a command changed what it was before; the changes that are taken back by it."""
    entries = read_command(db, command_id)
    # Tasks go first: a tag that was made for one can go when that one has let go of it.
    last_first = sorted(entries, key=lambda entry: (entry.kind != "task", -entry.id))
    put_back = [entry for entry in last_first if _put_back(db, entry, moment, made)]
    for entry in put_back:
        _check_fits(db, entry)
    return sorted(put_back, key=lambda entry: entry.id)


def _check_fits(db: Database, entry: Entry) -> None:
    """Refuse what would leave tasks hanging that came since, or going round in circles."""
    if isinstance(entry.before, Task):
        check_acyclic(db, entry.before)
    elif entry.kind == "task":
        parts = children(db, entry.thing_id)
        if parts:
            raise ConflictError(
                f"I can't undo that: {parts[0].title} is a part of {_name(entry.change)} by now."
            )


def _made_by(db: Database, command_id: str) -> set[str]:
    """The ids of what was never there before a command."""
    entries = read_command(db, command_id)
    return {entry.thing_id for entry in entries if entry.type.endswith(".created")}


def _put_back(db: Database, entry: Entry, moment: Moment, made: set[str]) -> bool:
    """Make the thing what it was; whether that was to be done."""
    if entry.kind == "task":
        now: Task | Thing | None = find_task(db, entry.thing_id)
    else:
        now = find_thing(db, entry.thing_id)
    if as_kept(now) != as_kept(entry.after):
        raise _changed_since(entry)
    match entry.before:
        case None if entry.kind == "task":
            trash_task(db, entry.thing_id, moment.stamp)
        case None if entry.thing_id in made and is_used(db, entry.thing_id):
            return False  # a project that was made for a task has others by now
        case None:
            trash_thing(db, entry.thing_id, moment.stamp)
        case Task() as task:
            save_task(db, task)
        case thing:
            check_name_is_free(db, thing)
            save_thing(db, thing)
    return True


def _changed_since(entry: Entry) -> ConflictError:
    return ConflictError(f"I can't undo that: {_name(entry.change)} was changed since.")


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
