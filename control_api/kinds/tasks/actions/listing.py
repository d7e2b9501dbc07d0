"""What a question for tasks finds: which ones, in what order, and how many there are."""

from datetime import date, datetime, time, timedelta

import msgspec
from sqlite_utils import Database

from control_api.engine.moment import Moment
from control_api.engine.results import Result
from control_api.input.fields import invalid
from control_api.kinds.tasks.lists.orders import Sort
from control_api.kinds.tasks.lists.queries import TaskFilter, count_all, list_first
from control_api.kinds.tasks.lists.spans import shifted
from control_api.kinds.tasks.records.store import existing_task, find_task
from control_api.language.filters.nodes import Lacks, Node
from control_api.language.filters.reading import read_filter
from control_api.requests.spoken import ENGLISH
from control_api.time.written import clean_date
from shared.actions import ListTasks
from shared.tasks import OPEN, Task

LISTED_TASKS = 50
"""As many as a list for a person has; the rest is only counted."""
_END_OF_DAY = "24:00"
_SORTS: dict[str, Sort] = {
    "due": "due",
    "priority": "-priority",
    "newest": "-created_at",
    "finished": "-completed_at",
}


def list_tasks(db: Database, action: ListTasks, moment: Moment) -> Result:
    """Give the first of the tasks that fit, and how many there are.

    Raises `InvalidInputError`, and `NotFoundError` for a task that is named by its id.
    """
    if action.limit is not None and not 1 <= action.limit <= LISTED_TASKS:
        raise invalid("limit", f"Ask for 1 to {LISTED_TASKS} tasks.")
    if action.task_id is not None:
        tasks = [existing_task(db, action.task_id)]
        return Result(action=action, tasks=tasks, total=1)
    if action.needed_by is not None:
        tasks = _needed(db, action.needed_by)
        return Result(action=action, tasks=tasks, total=len(tasks))
    now = moment.now.astimezone(moment.zone)
    wanted = _wanted(action, now)
    tasks = _first(db, action, wanted, now)
    total = len(tasks)
    # Who wants so many does not want to know of more: counting takes longest.
    if action.limit is None and total == LISTED_TASKS:
        total = max(total, count_all(db, wanted, now))
    return Result(action=action, tasks=tasks, total=total)


def _needed(db: Database, task_id: str) -> list[Task]:
    needed = [find_task(db, each) for each in existing_task(db, task_id).depends_on]
    return [task for task in needed if task is not None and task.status in OPEN]


def _first(db: Database, action: ListTasks, wanted: TaskFilter, now: datetime) -> list[Task]:
    limit = action.limit or LISTED_TASKS
    if action.sort == "next":
        return _next(db, wanted, now, limit)
    tasks = list_first(db, wanted, now, limit=limit, sort=_SORTS[action.sort])
    if action.or_all_day and wanted.due_from is not None:
        day = msgspec.structs.replace(wanted, at_from=None, at_to=None)
        tasks += _without_clock(list_first(db, day, now, limit=limit))
    return tasks[:limit]


def _wanted(action: ListTasks, now: datetime) -> TaskFilter:
    first = None if action.due_from is None else clean_date(action.due_from, "due_from")
    last = None if action.due_to is None else clean_date(action.due_to, "due_to")
    also: tuple[Node, ...] = ()
    if action.filter is not None:
        also = (read_filter(action.filter, now, ENGLISH),)
    clocks = (action.clock_from, action.clock_to)
    if any(clocks) and (first is None or first != last):
        raise invalid("clock_from", "A time of day needs one day: the same due_from and due_to.")
    return TaskFilter(
        only_open=action.status == "open",
        status="completed" if action.status == "done" else None,
        title=action.search,
        project=action.project,
        due_from=first,
        due_to=last,
        at_from=_at(first, action.clock_from, now, "clock_from"),
        at_to=_at(first, action.clock_to, now, "clock_to"),
        overdue_at=now if action.overdue else None,
        also=also,
    )


def _at(day: date | None, clock: str | None, now: datetime, field: str) -> datetime | None:
    if day is None or clock is None:
        return None
    try:
        is_end = clock == _END_OF_DAY
        at = time() if is_end else time.fromisoformat(clock)
        return datetime.combine(day + timedelta(days=is_end), at, now.tzinfo)
    except (ValueError, OverflowError) as error:
        raise invalid(field, "Write the time of day as 15:00.") from error


def _next(db: Database, wanted: TaskFilter, now: datetime, limit: int) -> list[Task]:
    """What has its time next: later today, then any day, then what is late or has no date."""
    today, change = now.date(), msgspec.structs.replace
    first = max(filter(None, (wanted.due_from, today)))
    tasks: list[Task] = []
    if first == today:
        todays = change(wanted, due_from=today, due_to=today)
        tasks += list_first(db, change(todays, at_from=now), now, limit=limit)
        if len(tasks) < limit:
            tasks += _without_clock(list_first(db, todays, now, limit=limit))
        first = shifted(today, 1) or today
    later = [change(wanted, due_from=first)]
    if wanted.due_from is None and wanted.due_to is None:
        undated = change(wanted, also=(*wanted.also, Lacks("date")))
        later += [change(wanted, overdue_at=now), undated]
    for each in later:
        if len(tasks) < limit:
            tasks += list_first(db, each, now, limit=limit - len(tasks))
    return tasks[:limit]


def _without_clock(tasks: list[Task]) -> list[Task]:
    return [task for task in tasks if task.due is not None and "T" not in task.due]
