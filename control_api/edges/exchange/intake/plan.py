"""What an import comes to: thing by thing against what is here. Changes nothing."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Protocol

import msgspec
from sqlite_utils import Database

from control_api.edges.exchange.intake.relations import Edges
from control_api.edges.exchange.intake.store import (
    count_live,
    known_ids,
    known_tasks,
    known_things,
    live_names,
)
from control_api.edges.exchange.parts.bundle import seen_of
from control_api.input.names import name_key
from control_api.log.changes import Change, as_kept
from shared.bells import Alarm, Timer
from shared.events import Kind
from shared.moving import Counts, ImportThings
from shared.problems import ConflictError, InvalidInputError
from shared.tasks import Task
from shared.things import TYPES, Comment, Occurrence, Thing
from shared.voice_settings import VoiceSettings

FEW = 10
"""As many tasks may change without being asked about."""
NAMED = 3
"""Of those that would change, in words."""
SAMPLE = 10
MUCH = 0.1
"""Share of a workspace's tasks above which an import is stopped."""

_COMPARED = [
    field.name
    for field in msgspec.structs.fields(Task)
    if field.name not in {"updated_at", "extra", "project", "tags", "assignees", "blocked"}
]

NAMELESS = Task | Comment | Occurrence | Timer | Alarm | VoiceSettings
"""What no name tells from others of its kind."""


class Step(msgspec.Struct, frozen=True):
    """One thing that is to be written."""

    subject: Task | Thing
    change: Change | None
    """For the log; None when the thing is in the trash where it comes from."""
    trashed_at: str | None = None
    """Since when it is there."""


class Records(Protocol):
    """What is to be taken in, each field in its one spelling and no id twice."""

    named: list[Thing]
    """Projects, tags, people and filters."""

    def others(self) -> Iterator[list[Any]]:
        """Comments and times of repeats, then tasks, in lists that are not long."""


class Plan:
    """What an import does, in the order in which it is to be done.

    What is about a task comes before it: the words of a task are looked up once it is there, and
    need not be looked up again for each of its comments.
    """

    def __init__(self, db: Database, how: ImportThings, stamp: str, actor: str) -> None:
        """Of `how` only what it says of all things counts."""
        self.stops: str | None = None
        """Why it is not to be done unless it is forced; known once all steps were taken."""
        self.sample: list[Task] = []
        """The first of the tasks as they will be."""
        self._how = how
        self._stamp = stamp
        self._actor = actor
        self._here = count_live(db)["task"]
        self._counts: dict[Kind, Counter[str]] = {}
        self._same: dict[str, str] = {}
        """Id in the file to id here, where a name tells that they are the same."""
        self._fields: Counter[str] = Counter()
        self._emptied: Counter[str] = Counter()
        self._changed = 0
        self._changed_titles: list[str] = []
        self._given: set[str] = set()
        """The ids of the tasks in the file."""
        self._spoken_of: set[str] = set()
        """The ids of the tasks that something in the file is about."""
        self._edges = Edges()
        self._steps: list[Step] = []
        """Those that nobody has taken yet."""

    def steps(self, db: Database, records: Records) -> Iterator[list[Step]]:
        """All of them, in lists that are not long, but for the things that have names.

        Raises `InvalidInputError` and `ConflictError`, some only in the end.
        """
        self._things(db, records.named)
        self._check_names(db)
        yield self._taken()
        for batch in records.others():
            if isinstance(batch[0], Task):
                self._tasks(db, batch)
            else:
                self._things(db, batch)
            yield self._taken()
        self._check_spoken_of(db)
        self._edges.check(db)
        self._brake()

    @property
    def is_stopped(self) -> bool:
        """Whether it changes too much by now to be done without being forced."""
        changed = self._changed
        return changed > FEW and changed > self._here * MUCH and not self._how.force

    @property
    def counts(self) -> dict[Kind, Counts]:
        """What becomes of how many, by kind."""
        return {
            kind: Counts(**self._counts[kind]) for kind in (*TYPES, "task") if kind in self._counts
        }

    def _taken(self) -> list[Step]:
        steps, self._steps = self._steps, []
        return steps

    def _count(self, kind: Kind, what: str) -> None:
        self._counts.setdefault(kind, Counter())[what] += 1

    def _change(self, change: Change) -> None:
        self._steps.append(Step(change.subject, change))
        if isinstance(change.after, Task):
            self._edges.add(change.after)
            if len(self.sample) < SAMPLE:
                self.sample.append(change.after)

    def _save(self, subject: Task | Thing, trashed_at: str) -> None:
        self._steps.append(Step(subject, None, trashed_at))

    def _things(self, db: Database, things: list[Any]) -> None:
        known = known_things(db, [thing.id for thing in things])
        names = live_names(db) if any(map(_has_name, things)) else {}
        for thing in things:
            here, trashed_at = known.get(thing.id, (None, None))
            if here is not None and type(here) is not type(thing):
                raise InvalidInputError(f"The id {thing.id} is that of another kind of thing here.")
            gone_at = self._how.trash.get(thing.id)
            if gone_at is None and isinstance(thing, Comment | Occurrence):
                self._spoken_of.add(thing.task_id)
            gone_here = here is None or trashed_at is not None
            if gone_here and gone_at is None and _has_name(thing):
                twin = names.get((thing.KIND, name_key(thing.name)))
                if twin is not None:
                    self._same[thing.id] = twin
                    self._count(thing.KIND, "same")
                    continue
            self._thing(thing, here, gone_at, trashed_at)

    def _thing(
        self, thing: Thing, here: Thing | None, gone_at: str | None, trashed_at: str | None
    ) -> None:
        kind = thing.KIND
        if here is None:
            thing = msgspec.structs.replace(
                thing,
                created_at=thing.created_at or self._stamp,
                updated_at=thing.updated_at or thing.created_at or self._stamp,
            )
            if gone_at is None:
                self._change(Change(before=None, after=thing))
            else:
                self._save(thing, gone_at)
            self._count(kind, "new" if gone_at is None else "trashed")
        elif trashed_at is not None and gone_at is None:
            back = here if not thing.updated_at else thing
            self._change(Change(before=None, after=back))
            self._count(kind, "restored")
        elif thing == here or trashed_at is not None or not thing.updated_at:
            self._count(kind, "same")
        elif gone_at is not None or (here.updated_at > thing.updated_at and not self._how.force):
            self._count(kind, "kept")
        else:
            self._change(Change(before=here, after=thing))
            self._count(kind, "changed")

    def _tasks(self, db: Database, tasks: list[Task]) -> None:
        known = known_tasks(db, [task.id for task in tasks])
        for given in tasks:
            self._given.add(given.id)
            task = as_kept(self._pointing_here(given))
            here = known.get(task.id)
            if here is None:
                self._new(task, given.deleted_at)
            else:
                self._met(task, given.deleted_at, as_kept(here), here.deleted_at)

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
            self._save(task, gone_at)
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
        elif here.updated_at > merged.updated_at and not self._how.force:
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
        values |= {name: getattr(here, name) for name in self._how.untold}
        if "status" in self._how.untold:
            values["completed_at"] = here.completed_at
        return msgspec.structs.replace(task, **values)

    def _note_difference(self, here: Task, merged: Task) -> None:
        self._changed += 1
        if len(self._changed_titles) < NAMED:
            self._changed_titles.append(here.title)
        for field in _COMPARED:
            before, after = getattr(here, field), getattr(merged, field)
            if before != after:
                self._fields[field] += 1
                self._emptied[field] += bool(before) and not after

    def _check_spoken_of(self, db: Database) -> None:
        elsewhere = self._spoken_of - self._given
        if missing := elsewhere - known_ids(db, elsewhere):
            raise InvalidInputError(
                f"A comment or occurrence is of the task {min(missing)}, which is neither in the "
                "file nor here. Add the task, or take it out; nothing was imported."
            )

    def _check_names(self, db: Database) -> None:
        """Two things of one kind can't have one name: the table would refuse them."""
        owner: dict[tuple[Kind, str], str] = live_names(db)
        things = [step.change for step in self._steps if step.change is not None]
        for change in things:
            if change.before is not None and not isinstance(change.before, NAMELESS):
                owner.pop((change.kind, name_key(change.before.name)), None)
        for change in things:
            thing = change.after
            if thing is None or isinstance(thing, NAMELESS):
                continue
            key = (change.kind, name_key(thing.name))
            if owner.setdefault(key, thing.id) != thing.id:
                raise ConflictError(
                    f"There would be two of the name {thing.name} ({change.kind}). "
                    "Rename one of them first; nothing was imported."
                )

    def _brake(self) -> None:
        changed = self._changed
        if changed <= FEW or changed <= self._here * MUCH:
            return
        fields = [
            f"{field} of {count} ({self._emptied[field]} emptied)"
            for field, count in self._fields.most_common()
        ]
        named = ", ".join(f'"{title}"' for title in self._changed_titles)
        self.stops = (
            f"This import would change {changed} of the {self._here} tasks that are here, such as "
            f"{named}: {', '.join(fields)}. Look at it with dry_run=true; with force=true it is "
            "done all the same. Nothing was changed."
        )


def _has_name(thing: Thing) -> bool:
    return not isinstance(thing, NAMELESS)
