"""What making and changing a task comes to, field by field."""

import uuid
from collections.abc import Callable
from typing import Any

import msgspec
from msgspec import UNSET
from sqlite_utils import Database

from control_api.engine.moment import Moment
from control_api.engine.results import Result
from control_api.input.fields import invalid
from control_api.input.ids import clean_id
from control_api.input.markdown import clean_text
from control_api.kinds.tasks.actions.references import Names, clean_dependencies, clean_parent
from control_api.kinds.tasks.records.inputs import (
    clean_duration,
    clean_links,
    clean_reminders,
    clean_section,
    clean_title,
)
from control_api.kinds.tasks.records.store import existing_task, find_task, is_known, save_task
from control_api.time.schedule import clean_repeat, moved_by_hand
from control_api.time.written import clean_time
from shared.actions import CreateTask, UpdateTask
from shared.problems import ConflictError
from shared.tasks import Task

_TIMES = {"due": "time_zone", "start": "start_time_zone", "deadline": "deadline_time_zone"}
_MOST_NAMED = 20
_CLEAN: dict[str, Callable[[Any], Any]] = {
    "title": clean_title,
    "notes": clean_text,
    "duration_min": clean_duration,
    "section": clean_section,
    "links": clean_links,
    "reminders": clean_reminders,
}


def create_task(db: Database, action: CreateTask, moment: Moment) -> Result:
    """Add a task, and what it names that there is none of."""
    task_id = str(uuid.uuid4()) if action.task_id is None else clean_id(action.task_id)
    if is_known(db, task_id):
        raise ConflictError("There is already a task with this id.")
    blank = Task(
        id=task_id,
        title="",
        status="todo",
        due=None,
        time_zone=None,
        project=None,
        created_at=moment.stamp,
        updated_at=moment.stamp,
        created_by=moment.actor,
        source=moment.source,
        said=moment.said,
    )
    given = msgspec.structs.asdict(action)
    del given["task_id"]
    names = Names(db, moment)
    save_task(db, _with(db, blank, given, names))
    done = msgspec.structs.replace(action, task_id=task_id)
    after = find_task(db, task_id)
    return Result(
        action=done, after=after, also=names.made, related=_related(db, given, None, after)
    )


def update_task(db: Database, action: UpdateTask, moment: Moment) -> Result:
    """Change what is given and leave the rest."""
    before = existing_task(db, action.task_id)
    given = {
        name: value for name, value in msgspec.structs.asdict(action).items() if value is not UNSET
    }
    del given["task_id"]
    names = Names(db, moment)
    after = _with(db, before, given, names)
    related = _related(db, given, before, after)
    result = Result(action=action, before=before, after=after, also=names.made, related=related)
    return changed(db, result, moment)


def _related(
    db: Database, given: dict[str, Any], before: Task | None, after: Task | None
) -> list[Task]:
    """The tasks that a change of what this one points to is about."""
    ids: set[str] = set()
    for task in (before, after):
        if task is not None and "depends_on" in given:
            ids.update(task.depends_on)
        if task is not None and task.parent_id and "parent_id" in given:
            ids.add(task.parent_id)
    found = (find_task(db, each) for each in sorted(ids)[:_MOST_NAMED])
    return [task for task in found if task is not None]


def changed(db: Database, result: Result, moment: Moment) -> Result:
    """Keep what a result says of its task, if that is anything new; the result as it is then."""
    after = result.after
    if after is None or all(change.is_none for change in result.changes):
        return msgspec.structs.replace(result, after=result.before)
    save_task(db, msgspec.structs.replace(after, updated_at=moment.stamp))
    return msgspec.structs.replace(result, after=find_task(db, after.id))


def _with(db: Database, task: Task, given: dict[str, Any], names: Names) -> Task:
    values = {name: _CLEAN[name](value) for name, value in given.items() if name in _CLEAN}
    values |= {name: given[name] for name in ("priority", "order", "repeat") if name in given}
    for field, zone in _TIMES.items():
        if field in given or zone in given:
            time, time_zone = (given.get(name, getattr(task, name)) for name in (field, zone))
            values[field], values[zone] = clean_time(time, time_zone, field)
    if "project" in given:
        values["project_id"] = names.project(given["project"])
    if "tags" in given:
        values["tag_ids"] = names.tags(given["tags"])
    if "assignees" in given:
        values["assignee_ids"] = names.people(given["assignees"])
    if "parent_id" in given:
        values["parent_id"] = clean_parent(db, task.id, given["parent_id"])
    if "depends_on" in given:
        values["depends_on"] = clean_dependencies(db, task.id, given["depends_on"])
    return _repeated(task, msgspec.structs.replace(task, **values), given)


def _repeated(before: Task, after: Task, given: dict[str, Any]) -> Task:
    """The task with a repeat and a due date that go together."""
    if after.repeat is None:
        return after
    if after.due is None:
        raise invalid("repeat", "A task that repeats needs a due date to begin with.")
    if "repeat" in given:
        turn = clean_repeat(after.repeat, after.due, after.time_zone)
        return msgspec.structs.replace(after, due=turn.due, repeat=turn.repeat)
    if before.due is None or before.due == after.due:
        return after
    moved = moved_by_hand(after.repeat, before.due, after.due)
    return msgspec.structs.replace(after, repeat=moved)
