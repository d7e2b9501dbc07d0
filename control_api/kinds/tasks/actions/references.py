"""What a task points to: its project, tags and people by name, other tasks by id."""

import uuid
from typing import TypeVar

from sqlite_utils import Database

from control_api.engine.moment import Moment
from control_api.input.fields import invalid
from control_api.input.ids import clean_id
from control_api.input.single_line import clean_line
from control_api.kinds.simple.inputs import NAME_LENGTH
from control_api.kinds.simple.store import find_named, save_thing
from control_api.kinds.tasks.records.inputs import check_count
from control_api.kinds.tasks.records.store import find_task
from control_api.kinds.tasks.records.tree import is_above, waits_for
from control_api.log.changes import Change
from shared.problems import ConflictError
from shared.tasks import OPEN, Task
from shared.things import Person, Project, Tag

Named = TypeVar("Named", Project, Tag, Person)


class Names:
    """Finds things by their names within one action, and makes those that are missing."""

    def __init__(self, db: Database, moment: Moment) -> None:
        """`made` collects what was made."""
        self._db = db
        self._moment = moment
        self.made: list[Change] = []

    def project(self, name: str | None) -> str | None:
        """The id of a project. Raises `InvalidInputError`."""
        return None if name is None else self._find(Project, name, "project")

    def tags(self, names: list[str]) -> list[str]:
        """The ids of tags, each once. Raises `InvalidInputError`."""
        return self._each(Tag, [name.removeprefix("#") for name in names], "tags")

    def people(self, names: list[str]) -> list[str]:
        """The ids of people, each once. Raises `InvalidInputError`."""
        return self._each(Person, names, "assignees")

    def _each(self, kind: type[Named], names: list[str], field: str) -> list[str]:
        check_count(names, field)
        return list(dict.fromkeys(self._find(kind, name, field) for name in names))

    def _find(self, kind: type[Named], text: str, field: str) -> str:
        name = clean_line(text, field, NAME_LENGTH)
        found = find_named(self._db, kind, name)
        if found is None:
            stamp = self._moment.stamp
            found = kind(id=str(uuid.uuid4()), name=name, created_at=stamp, updated_at=stamp)
            save_thing(self._db, found)
            self.made.append(Change(before=None, after=found))
        return found.id


def clean_dependencies(db: Database, task_id: str, depends_on: list[str]) -> list[str]:
    """The ids of tasks to wait for, each once.

    Raises `InvalidInputError` for what is no id or no task, and when the task would wait for
    itself.
    """
    check_count(depends_on, "depends_on")
    needed = list(dict.fromkeys(clean_id(each, "depends_on") for each in depends_on))
    task = find_task(db, task_id)
    # What it waits for already may be in the trash: a client gives back what it was given.
    new = set(needed) - set(task.depends_on if task is not None else [])
    if any(find_task(db, each) is None for each in new):
        raise invalid("depends_on", "One of the tasks to wait for does not exist.")
    if waits_for(db, needed, task_id):
        raise invalid("depends_on", "A task can't wait for itself, not even by way of others.")
    return needed


def clean_parent(db: Database, task_id: str, parent_id: str | None) -> str | None:
    """The id of the task that this one is a part of.

    Raises `InvalidInputError` for what is no id or no task, and when the task would be a part of
    itself.
    """
    if parent_id is None:
        return None
    parent = clean_id(parent_id, "parent_id")
    task = find_task(db, task_id)
    if task is not None and task.parent_id == parent:
        return parent
    if find_task(db, parent) is None:
        raise invalid("parent_id", "The task that this is to be a part of does not exist.")
    if is_above(db, task_id, parent):
        raise invalid("parent_id", "A task can't be a part of itself, not even by way of others.")
    return parent


def check_free(db: Database, task: Task) -> None:
    """Refuse to finish what waits for something. Raises `ConflictError` naming it."""
    for needed_id in task.depends_on:
        needed = find_task(db, needed_id)
        if needed is not None and needed.status in OPEN:
            raise ConflictError(f"{task.title} waits for {needed.title}. Finish that first.")


def check_acyclic(db: Database, task: Task) -> None:
    """Refuse to bring back a task that others came to stand around. Raises `ConflictError`."""
    if waits_for(db, task.depends_on, task.id) or (
        task.parent_id is not None and is_above(db, task.id, task.parent_id)
    ):
        raise ConflictError(f"{task.title} would wait for itself, or be a part of itself.")
