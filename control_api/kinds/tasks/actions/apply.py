"""What each action does to the tasks, inside the transaction of its command."""

from collections.abc import Callable
from typing import Any

from sqlite_utils import Database

from control_api.engine.moment import Moment
from control_api.engine.results import Result
from control_api.kinds.tasks.actions.editing import create_task, update_task
from control_api.kinds.tasks.actions.listing import list_tasks
from control_api.kinds.tasks.actions.repeating import catch_up_task, skip_occurrence
from control_api.kinds.tasks.actions.snooze import snooze_task
from control_api.kinds.tasks.actions.statuses import (
    cancel_task,
    complete_task,
    delete_task,
    reopen_task,
    restore_task,
    start_task,
)
from shared.actions import (
    CancelTask,
    CatchUpTask,
    CompleteTask,
    CreateTask,
    DeleteTask,
    ListTasks,
    ReopenTask,
    RestoreTask,
    SkipOccurrence,
    SnoozeTask,
    StartTask,
    UpdateTask,
)

ACTIONS: dict[type[Any], Callable[[Database, Any, Moment], Result]] = {
    CreateTask: create_task,
    UpdateTask: update_task,
    StartTask: start_task,
    CompleteTask: complete_task,
    SkipOccurrence: skip_occurrence,
    CatchUpTask: catch_up_task,
    CancelTask: cancel_task,
    ReopenTask: reopen_task,
    SnoozeTask: snooze_task,
    DeleteTask: delete_task,
    RestoreTask: restore_task,
    ListTasks: list_tasks,
}
"""Each raises `InvalidInputError`, `NotFoundError` or `ConflictError`; the caller rolls back."""
