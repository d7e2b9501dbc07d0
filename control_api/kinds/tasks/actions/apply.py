"""What each action does to the tasks, inside the transaction of its command."""

from collections.abc import Callable
from typing import Any

from sqlite_utils import Database

from control_api.engine.moment import Moment
from control_api.engine.results import Result
from control_api.kinds.tasks.actions.editing import create_task, update_task
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
from control_api.kinds.tasks.lists.queries import TaskFilter, list_due
from control_api.language.filters.nodes import Node
from control_api.language.filters.reading import read_filter
from control_api.requests.spoken import LANGUAGE
from control_api.time.written import clean_date
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

LISTED_TASKS = 50
"""As many as a list for a person has; the rest is only counted."""


def list_tasks(db: Database, action: ListTasks, moment: Moment) -> Result:
    """Give the first of the open tasks that fit, and how many there are."""
    also: tuple[Node, ...] = ()
    if action.filter is not None:
        also = (read_filter(action.filter, moment.now.astimezone(moment.zone), LANGUAGE),)
    wanted = TaskFilter(
        only_open=True,
        title=action.search,
        project=action.project,
        due_from=None if action.due_from is None else clean_date(action.due_from, "due_from"),
        due_to=None if action.due_to is None else clean_date(action.due_to, "due_to"),
        overdue_at=moment.now if action.overdue else None,
        also=also,
    )
    tasks, total = list_due(db, wanted, moment.now.astimezone(moment.zone), limit=LISTED_TASKS)
    return Result(action=action, tasks=tasks, total=total)


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
