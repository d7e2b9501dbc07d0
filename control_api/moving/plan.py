"""What an import comes to: thing by thing against what is here. Changes nothing."""

from collections import Counter
from typing import Any

import msgspec
from sqlite_utils import Database

from control_api.events.changes import Change
from control_api.lines import name_key
from control_api.moving.bundle import seen_of
from control_api.moving.check import clean_import
from control_api.moving.cycles import find_back_edges
from control_api.moving.store import (
    count_live,
    known_tasks,
    known_things,
    live_edges,
    live_names,
)
from control_api.tasks.document import plain
from control_api.things.kinds import KINDS
from shared.events import Kind
from shared.moving import Counts, ImportThings
from shared.problems import ConflictError, InvalidInputError
from shared.tasks import Task
from shared.things import Comment, Occurrence, Thing

FEW = 10
"""As many tasks may change without being asked about."""
MUCH = 0.1
"""Share of a workspace's tasks above which an import is stopped."""

_COMPARED = [
    field.name
    for field in msgspec.structs.fields(Task)
    if field.name not in {"updated_at", "extra", "project", "tags", "assignees", "blocked"}
]

_NAMELESS = Task | Comment | Occurrence


class Plan:
    """What an import does, in the order in which it is to be done."""

    def __init__(self, db: Database, action: ImportThings, stamp: str, actor: str) -> None:
        """Raises `InvalidInputError` and `ConflictError`."""
        action = clean_import(action)
        self.changes: list[Change] = []
        self.saves: list[tuple[Task | Thing, str | None]] = []
        """What is to be written, and since when it is in the trash: the log has nothing of that."""
        self.stops: str | None = None
        self._action = action
        self._stamp = stamp
        self._actor = actor
        self._counts: dict[Kind, Counter[str]] = {}
        self._same: dict[str, str] = {}
        """Id in the file to id here, where a name tells that they are the same."""
        self._fields: Counter[str] = Counter()
        self._emptied: Counter[str] = Counter()
        self._changed_titles: list[str] = []
        self._things(db, [*action.projects, *action.tags, *action.people, *action.filters])
        self._tasks(db)
        self._check_comments(db)
        self._things(db, [*action.comments, *action.occurrences])
        self._check_names(db)
        self._check_circles(db)
        self._brake(count_live(db)["task"])

    @property
    def counts(self) -> dict[Kind, Counts]:
        """What becomes of how many, by kind."""
        return {kind: Counts(**counter) for kind, counter in self._counts.items()}

    @property
    def sample(self) -> list[Task]:
        """The first of the tasks as they will be."""
        return [each.after for each in self.changes if isinstance(each.after, Task)][:10]

    def _count(self, kind: Kind, what: str) -> None:
        self._counts.setdefault(kind, Counter())[what] += 1

    def _change(self, change: Change) -> None:
        self.changes.append(change)
        self.saves.append((change.subject, None))

    def _things(self, db: Database, things: list[Any]) -> None:
        known = known_things(db, [thing.id for thing in things])
        names = live_names(db)
        for thing in things:
            here, trashed_at = known.get(thing.id, (None, None))
            if here is not None and type(here) is not type(thing):
                raise InvalidInputError(f"The id {thing.id} is that of another kind of thing here.")
            gone_at = self._action.trash.get(thing.id)
            gone_here = here is None or trashed_at is not None
            if gone_here and gone_at is None and not isinstance(thing, Comment | Occurrence):
                twin = names.get((KINDS[type(thing)], name_key(thing.name)))
                if twin is not None:
                    self._same[thing.id] = twin
                    self._count(KINDS[type(thing)], "same")
                    continue
            self._thing(thing, here, gone_at, trashed_at)

    def _thing(
        self, thing: Thing, here: Thing | None, gone_at: str | None, trashed_at: str | None
    ) -> None:
        kind = KINDS[type(thing)]
        if here is None:
            thing = msgspec.structs.replace(
                thing,
                created_at=thing.created_at or self._stamp,
                updated_at=thing.updated_at or thing.created_at or self._stamp,
            )
            if gone_at is None:
                self._change(Change(before=None, after=thing))
            else:
                self.saves.append((thing, gone_at))
            self._count(kind, "new" if gone_at is None else "trashed")
        elif trashed_at is not None and gone_at is None:
            back = here if not thing.updated_at else thing
            self._change(Change(before=None, after=back))
            self._count(kind, "restored")
        elif thing == here or trashed_at is not None or not thing.updated_at:
            self._count(kind, "same")
        elif gone_at is not None or (here.updated_at > thing.updated_at and not self._action.force):
            self._count(kind, "kept")
        else:
            self._change(Change(before=here, after=thing))
            self._count(kind, "changed")

    def _tasks(self, db: Database) -> None:
        known = known_tasks(db, [task.id for task in self._action.tasks])
        for given in self._action.tasks:
            task = plain(self._pointing_here(given))
            here = known.get(task.id)
            if here is None:
                self._new(task, given.deleted_at)
            else:
                self._met(task, given.deleted_at, plain(here), here.deleted_at)

    def _pointing_here(self, task: Task) -> Task:
        if not self._same:
            return task
        return msgspec.structs.replace(
            task,
            project_id=self._same.get(task.project_id or "", task.project_id),
            tag_ids=list(dict.fromkeys(self._same.get(each, each) for each in task.tag_ids)),
            assignee_ids=list(
                dict.fromkeys(self._same.get(each, each) for each in task.assignee_ids)
            ),
        )

    def _new(self, task: Task, gone_at: str | None) -> None:
        task = msgspec.structs.replace(
            task,
            created_at=task.created_at or self._stamp,
            updated_at=task.updated_at or task.created_at or self._stamp,
            completed_at=self._stamp if task.completed_at == "" else task.completed_at,
            created_by=task.created_by or self._actor,
        )
        if gone_at is None:
            self._change(Change(before=None, after=task))
        else:
            self.saves.append((task, gone_at))
        self._count("task", "new" if gone_at is None else "trashed")

    def _met(self, task: Task, gone_at: str | None, here: Task, trashed_at: str | None) -> None:
        merged = self._merged(task, here)
        if trashed_at is not None:
            if gone_at is None:
                self._change(Change(before=None, after=merged))
            self._count("task", "restored" if gone_at is None else "same")
        elif gone_at is not None:
            self._count("task", "kept")
        elif merged == here:
            self._count("task", "same")
        elif here.updated_at > merged.updated_at and not self._action.force:
            self._count("task", "kept")
        else:
            if not task.updated_at:
                merged = msgspec.structs.replace(merged, updated_at=self._stamp)
            self._change(Change(before=here, after=merged))
            self._count("task", "changed")
            self._note_difference(here, merged)

    def _merged(self, task: Task, here: Task) -> Task:
        seen = seen_of(task)
        if seen is not None and seen == seen_of(here):
            return here
        values: dict[str, Any] = {
            "created_at": task.created_at or here.created_at,
            "updated_at": task.updated_at or here.updated_at,
            "created_by": task.created_by or here.created_by,
            "extra": here.extra | task.extra,
        }
        if task.completed_at == "":
            values["completed_at"] = here.completed_at or self._stamp
        values |= {name: getattr(here, name) for name in self._action.untold}
        if "status" in self._action.untold:
            values["completed_at"] = here.completed_at
        return msgspec.structs.replace(task, **values)

    def _note_difference(self, here: Task, merged: Task) -> None:
        self._changed_titles.append(here.title)
        for field in _COMPARED:
            before, after = getattr(here, field), getattr(merged, field)
            if before != after:
                self._fields[field] += 1
                self._emptied[field] += bool(before) and not after

    def _check_comments(self, db: Database) -> None:
        here = {task.id for task in self._action.tasks}
        said: list[Comment | Occurrence] = [*self._action.comments, *self._action.occurrences]
        live = [each for each in said if each.id not in self._action.trash]
        elsewhere = {comment.task_id for comment in live} - here
        if missing := elsewhere - known_tasks(db, sorted(elsewhere)).keys():
            raise InvalidInputError(
                f"A comment or occurrence is of the task {min(missing)}, which is neither in the "
                "file nor here. Add the task, or take it out; nothing was imported."
            )

    def _check_names(self, db: Database) -> None:
        """Two things of one kind can't have one name: the table would refuse them."""
        owner: dict[tuple[Kind, str], str] = live_names(db)
        things = [c for c in self.changes if not isinstance(c.subject, _NAMELESS)]
        for change in things:
            if change.before is not None and not isinstance(change.before, _NAMELESS):
                owner.pop((change.kind, name_key(change.before.name)), None)
        for change in things:
            thing = change.after
            if thing is None or isinstance(thing, _NAMELESS):
                continue
            key = (change.kind, name_key(thing.name))
            if owner.setdefault(key, thing.id) != thing.id:
                raise ConflictError(
                    f"There would be two of the name {thing.name} ({change.kind}). "
                    "Rename one of them first; nothing was imported."
                )

    def _check_circles(self, db: Database) -> None:
        tasks = [each.after for each in self.changes if isinstance(each.after, Task)]
        if not any(task.parent_id or task.depends_on for task in tasks):
            return
        parents, needs = live_edges(db)
        above = {task_id: [parent] for task_id, parent in parents.items()}
        above |= {task.id: [task.parent_id] if task.parent_id else [] for task in tasks}
        needs |= {task.id: task.depends_on for task in tasks}
        for edges, what in ((above, "be a part of itself"), (needs, "wait for itself")):
            if back := find_back_edges(edges):
                title = next((task.title for task in tasks if task.id == back[0][0]), "A task")
                raise ConflictError(
                    f"{title} would {what}, by way of others. Correct that in the file; "
                    "nothing was imported."
                )

    def _brake(self, total: int) -> None:
        changed = len(self._changed_titles)
        if changed <= FEW or changed <= total * MUCH:
            return
        fields = [
            f"{field} of {count} ({self._emptied[field]} emptied)"
            for field, count in self._fields.most_common()
        ]
        named = ", ".join(f'"{title}"' for title in self._changed_titles[:3])
        self.stops = (
            f"This import would change {changed} of the {total} tasks that are here, such as "
            f"{named}: {', '.join(fields)}. Look at it with dry_run=true; with force=true it is "
            "done all the same. Nothing was changed."
        )
