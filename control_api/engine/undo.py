"""Taking a command back: everything it changed becomes what it was before."""

from collections.abc import Callable

import msgspec
from sqlite_utils import Database

from control_api.engine.moment import Moment
from control_api.engine.results import Result
from control_api.engine.store import find_command
from control_api.engine.undo_graph import (
    find_by_itself,
    find_chain,
    find_changed_since,
    find_redoable,
    find_undoable,
    mark_undone,
)
from control_api.input.fields import invalid
from control_api.log.changes import as_kept
from control_api.log.entries import Entry, read_command
from control_api.log.kinds import Kinds
from shared.actions import MOST_UNDONE, Action, Redo, TaskAction, Undo
from shared.moving import ImportThings
from shared.outcomes import Outcome
from shared.problems import ConflictError, NotFoundError
from shared.tasks import Task


def undo_command(db: Database, kinds: Kinds, action: Undo, moment: Moment) -> Result:
    """Take back a command, or several, as a part of the command that is being run.

    The results in `undone` are those of what is taken back, as they were first made. Raises
    `ConflictError` when something of it was changed since, or there is nothing to take back;
    `NotFoundError` for an unknown command; `InvalidInputError` for a count that is too high.
    """
    target = action.command_id or find_undoable(db)
    if target is None:
        raise ConflictError("There is nothing to undo.")
    return _take_all_back(
        db, kinds, action, moment, target, lambda last: find_undoable(db, before=last)
    )


def redo_command(db: Database, kinds: Kinds, action: Redo, moment: Moment) -> Result:
    """Take back the undo that was made last, or the last ones. Raises as `undo_command` does."""
    target = find_redoable(db)
    if target is None:
        raise ConflictError("There is nothing to do again.")
    return _take_all_back(db, kinds, action, moment, target, lambda _: find_redoable(db))


def _take_all_back(
    db: Database,
    kinds: Kinds,
    action: Undo | Redo,
    moment: Moment,
    target: str,
    find_next: Callable[[str], str | None],
) -> Result:
    if not 1 <= action.count <= MOST_UNDONE:
        raise invalid("count", f"Take back 1 to {MOST_UNDONE} commands at once.")
    taken = _take_back(db, kinds, action, target, moment)
    for _ in range(action.count - 1):
        found = find_next(target)
        if found is None:
            break
        target = found
        more = _take_back(db, kinds, action, target, moment)
        # What is taken back later was made earlier.
        taken = msgspec.structs.replace(taken, undone=[*more.undone, *taken.undone])
    return taken


def _take_back(
    db: Database, kinds: Kinds, action: Undo | Redo, target: str, moment: Moment
) -> Result:
    _check_holds(db, kinds, target)
    *chain, root = find_chain(db, target)
    turns = len(chain)
    command = target
    if turns and turns % 2 == 0:
        _check_single(db, kinds, chain)
        mark_undone(db, target, moment.command_id)
        command = root
    answer = _check_holds(db, kinds, command)
    entries = _check_untouched(db, kinds, command, is_undo=turns % 2 == 1)
    made = _made_by(db, kinds, root)
    # What the server did since by itself, such as moving a repeating task on, is in nobody's way.
    last = entries[-1].id if entries else 0
    since = find_by_itself(db, [entry.thing_id for entry in entries], last)
    undone: list[Result] = []
    for each, actions in [*since, (command, answer.actions)]:
        put_back = _put_all_back(db, kinds, each, moment, made)
        undone = [_as_result(entry, actions, action) for entry in put_back] + undone
        mark_undone(db, each, moment.command_id)
    if entries and not undone:
        name = _name(kinds, entries[0])
        raise ConflictError(f"I can't undo that: {name} is in use by now.")
    return Result(action=action, undone=undone, undoes=target)


def _check_single(db: Database, kinds: Kinds, chain: list[str]) -> None:
    """Refuse to take back as one what did several commands again: each of them holds by itself."""
    for command_id in chain:
        found = find_command(db, kinds.outcome, command_id)
        actions = found[1].actions if found is not None else []
        if any(isinstance(action, Undo | Redo) and action.count > 1 for action in actions):
            raise ConflictError("That did several things again: undo them one by one.")


def _check_holds(db: Database, kinds: Kinds, command_id: str) -> Outcome:
    """The answer that a command got. Raises `NotFoundError`, and `ConflictError` when undone."""
    found = find_command(db, kinds.outcome, command_id)
    if found is None:
        raise NotFoundError("There is no such command to undo.")
    undone_by, answer = found
    if undone_by is not None:
        raise ConflictError("That was undone already.")
    return answer


def _check_untouched(db: Database, kinds: Kinds, command_id: str, *, is_undo: bool) -> list[Entry]:
    """What a command changed. Raises `ConflictError` when that can't be taken back any more.

    Nothing may have come of an undo of several: what one had made the next had deleted.
    """
    entries = read_command(db, kinds, command_id)
    if not entries and not is_undo:
        raise ConflictError("That changed nothing, so there is nothing to undo.")
    if any(entry.purged for entry in entries):
        raise ConflictError("I can't undo that: some of it was deleted for good.")
    changed_since = find_changed_since(db, command_id)
    if changed_since is not None:
        entry = next(each for each in entries if each.thing_id == changed_since)
        raise _changed_since(kinds, entry)
    return entries


def _put_all_back(
    db: Database, kinds: Kinds, command_id: str, moment: Moment, made: set[str]
) -> list[Entry]:
    """Make what a command changed what it was before; the changes that are taken back by it."""
    entries = read_command(db, kinds, command_id)
    # Tasks go first: a tag that was made for one can go when that one has let go of it.
    last_first = sorted(
        entries, key=lambda entry: (not kinds.kept[entry.kind].points_to_others, -entry.id)
    )
    put_back = [entry for entry in last_first if _put_back(db, kinds, entry, moment, made)]
    for entry in put_back:
        _check_fits(db, kinds, entry)
    return sorted(put_back, key=lambda entry: entry.id)


def _check_fits(db: Database, kinds: Kinds, entry: Entry) -> None:
    """Refuse what would leave tasks hanging that came since, or going round in circles."""
    kept = kinds.kept[entry.kind]
    if entry.before is not None:
        kept.check_after(db, entry.before)
    elif (part := kept.part_of(db, entry.thing_id)) is not None:
        raise ConflictError(f"I can't undo that: {part} is a part of {_name(kinds, entry)} by now.")


def _made_by(db: Database, kinds: Kinds, command_id: str) -> set[str]:
    """The ids of what was never there before a command."""
    entries = read_command(db, kinds, command_id)
    return {entry.thing_id for entry in entries if entry.type.endswith(".created")}


def _put_back(db: Database, kinds: Kinds, entry: Entry, moment: Moment, made: set[str]) -> bool:
    """Make the thing what it was; whether that was to be done."""
    kept = kinds.kept[entry.kind]
    if as_kept(kept.find(db, entry.thing_id)) != as_kept(entry.after):
        raise _changed_since(kinds, entry)
    if entry.before is not None:
        kept.check_before(db, entry.before)
        kept.save(db, entry.before)
        return True
    if entry.thing_id in made and kept.is_used(db, entry.thing_id):
        return False  # a project that was made for a task has others by now
    kept.trash(db, entry.thing_id, moment.stamp)
    return True


def _changed_since(kinds: Kinds, entry: Entry) -> ConflictError:
    return ConflictError(f"I can't undo that: {_name(kinds, entry)} was changed since.")


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


def _name(kinds: Kinds, entry: Entry) -> str:
    subject = entry.change.subject
    return kinds.of(subject).called(subject)
