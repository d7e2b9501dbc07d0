"""Which tasks an outcome shows, and which "it" may mean next."""

from control_api.engine.net_changes import steps
from control_api.engine.results import MOST_MENTIONED, Result
from control_api.time.schedule import upcoming
from shared.actions import ListTasks
from shared.bell_actions import ListBells
from shared.bells import Alarm, Timer
from shared.moving import ImportThings
from shared.tasks import Task
from shared.thing_actions import CreateComment

_NAMED_IT = Task | Timer | Alarm


def affected_tasks(results: list[Result]) -> list[Task]:
    """The tasks that were changed and still are there, and those that were listed."""
    found: dict[str, Task | None] = {}
    for result in results:
        found |= {task.id: task for task in result.tasks}
        # Its own task comes first: what a route answers with.
        for change in reversed(steps([result])):
            if isinstance(change.subject, Task):
                found[change.subject.id] = change.after if isinstance(change.after, Task) else None
    tasks = [task for task in found.values() if task is not None]
    return tasks[:MOST_MENTIONED] if any(map(_moves, results)) else tasks


def _moves(result: Result) -> bool:
    """Whether it is an import, or takes one back: too much to give back with the answer."""
    return any(isinstance(each.action, ImportThings) for each in (result, *result.undone))


def upcoming_dates(results: list[Result]) -> dict[str, list[str]]:
    """The next due dates of each task that was changed and repeats, by id."""
    changed = [result.after for result in results if result.after != result.before]
    return {
        task.id: upcoming(task.repeat, task.due, task.time_zone)
        for task in changed
        if task is not None and task.repeat is not None and task.due is not None
    }


def mentioned(results: list[Result]) -> list[str]:
    """What "it" may mean next, a task or what rings, the last first.

    The only one of a list is meant; of several, none is.
    """
    ids: list[str] = []
    for result in results:
        ids += [each.subject.id for each in steps([result]) if isinstance(each.subject, _NAMED_IT)]
        if isinstance(result.action, CreateComment):
            ids.append(result.action.task_id)
        if isinstance(result.action, ListTasks) and result.total == 1:
            ids += [task.id for task in result.tasks]
        if isinstance(result.action, ListBells) and len(result.things) == 1:
            ids += [thing.id for thing in result.things]
    return list(dict.fromkeys(reversed(ids)))[:MOST_MENTIONED]
