"""Starting, finishing, cancelling, opening again, and the trash."""

import msgspec
from sqlite_utils import Database

from control_api.engine.moment import Moment
from control_api.engine.results import Result
from control_api.kinds.tasks.actions.editing import changed
from control_api.kinds.tasks.actions.references import check_acyclic, check_free
from control_api.kinds.tasks.actions.repeating import complete_repeating, does_repeat
from control_api.kinds.tasks.records.store import (
    existing_task,
    find_task,
    find_trashed_task,
    save_task,
    trash_task,
)
from control_api.kinds.tasks.records.tree import children, trashed_with, waiting_for
from control_api.log.changes import Change
from shared.actions import (
    CancelTask,
    CompleteTask,
    DeleteTask,
    ReopenTask,
    RestoreTask,
    StartTask,
)
from shared.problems import NotFoundError
from shared.tasks import OPEN, TaskStatus


def start_task(db: Database, action: StartTask, moment: Moment) -> Result:
    """Mark a task as in progress; a finished one is open again by it."""
    before = existing_task(db, action.task_id)
    after = msgspec.structs.replace(before, status="in_progress", completed_at=None)
    return changed(db, Result(action=action, before=before, after=after), moment)


def complete_task(db: Database, action: CompleteTask, moment: Moment) -> Result:
    """Mark a task as done; what waited for it may be free then. One that repeats moves on."""
    before = existing_task(db, action.task_id)
    if not does_repeat(before):
        return _finish(db, action, "completed", moment)
    return _with_freed(db, complete_repeating(db, action, before, moment))


def cancel_task(db: Database, action: CancelTask, moment: Moment) -> Result:
    """Mark a task as no longer to be done; what waited for it may be free then."""
    return _finish(db, action, "cancelled", moment)


def reopen_task(db: Database, action: ReopenTask, moment: Moment) -> Result:
    """Make a finished task open again."""
    before = existing_task(db, action.task_id)
    after = before
    if before.status != "todo":
        after = msgspec.structs.replace(before, status="todo", completed_at=None)
    return changed(db, Result(action=action, before=before, after=after), moment)


def delete_task(db: Database, action: DeleteTask, moment: Moment) -> Result:
    """Put a task and what is a part of it into the trash."""
    before = existing_task(db, action.task_id)
    parts = children(db, before.id)
    for task in (before, *parts):
        trash_task(db, task.id, moment.stamp)
    return Result(
        action=action, before=before, also=[Change(before=part, after=None) for part in parts]
    )


def restore_task(db: Database, action: RestoreTask, moment: Moment) -> Result:
    """Take a task out of the trash, and the parts of it that went there with it."""
    del moment
    trashed = find_trashed_task(db, action.task_id)
    if trashed is None:
        raise NotFoundError("There is no such task in the trash.")
    parts = trashed_with(db, trashed)
    for task in (trashed, *parts):
        save_task(db, task)
        check_acyclic(db, task)
    restored = [find_task(db, part.id) for part in parts]
    return Result(
        action=action,
        after=find_task(db, trashed.id),
        also=[Change(before=None, after=part) for part in restored],
    )


def _finish(
    db: Database, action: CompleteTask | CancelTask, status: TaskStatus, moment: Moment
) -> Result:
    before = existing_task(db, action.task_id)
    if before.status == status:
        return Result(action=action, before=before, after=before)
    if status == "completed":
        check_free(db, before)
    completed_at = moment.stamp if status == "completed" else None
    after = msgspec.structs.replace(before, status=status, completed_at=completed_at)
    return _with_freed(db, changed(db, Result(action=action, before=before, after=after), moment))


def _with_freed(db: Database, result: Result) -> Result:
    finished = result.after
    if finished is None or finished.status in OPEN:
        return result
    freed = [task for task in waiting_for(db, finished.id) if not task.blocked]
    return msgspec.structs.replace(result, freed=freed)
