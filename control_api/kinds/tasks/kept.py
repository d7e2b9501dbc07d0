"""How tasks are kept, and what became of the times of those that repeat."""

from typing import Any

import msgspec
from sqlite_utils import Database

from control_api.kinds.simple.kept import Simple
from control_api.kinds.tasks.actions.references import check_acyclic
from control_api.kinds.tasks.records.document import document, task_row
from control_api.kinds.tasks.records.store import (
    find_task,
    find_trashed_task,
    is_known,
    read_sides,
    remove_task,
    save_task,
    sides_of,
    with_names,
)
from control_api.kinds.tasks.records.tree import children
from control_api.kinds.tasks.search.migrations import fill_indexes
from control_api.log.changes import Purged
from control_api.log.kinds import Beside, Kept
from shared.actions import RestoreTask
from shared.events import TaskEvent
from shared.tasks import Task
from shared.things import Occurrence
from shared.trash import Trashed


class Tasks(Kept):
    """Tasks have a table of their own, and indexes beside it."""

    name = "task"
    struct = Task
    event = TaskEvent
    table = "tasks"
    kind_column = "'task'"
    restored_by = RestoreTask
    points_to_others = True

    def write(self, subject: Task) -> str:
        return document(subject)

    def with_names(self, db: Database, subjects: list[Task]) -> list[Task]:
        return with_names(db, subjects)

    def find(self, db: Database, thing_id: str) -> Task | None:
        return find_task(db, thing_id)

    def find_trashed(self, db: Database, thing_id: str) -> Task | None:
        return find_trashed_task(db, thing_id)

    def is_known(self, db: Database, thing_id: str) -> bool:
        return is_known(db, thing_id)

    def save(self, db: Database, subject: Task) -> None:
        save_task(db, subject)

    def remove(self, db: Database, thing_id: str) -> None:
        remove_task(db, thing_id)

    def row(self, subject: Task) -> dict[str, Any]:
        return task_row(subject)

    def beside(self, subject: Task) -> Beside:
        return set(sides_of(subject))

    def read_beside(self, db: Database) -> Beside:
        return read_sides(db)

    def check_after(self, db: Database, subject: Task) -> None:
        check_acyclic(db, subject)

    def part_of(self, db: Database, thing_id: str) -> str | None:
        parts = children(db, thing_id)
        return parts[0].title if parts else None

    def called(self, subject: Task) -> str:
        return subject.title

    def trashed(self, db: Database, subject: Task, deleted_at: str) -> Trashed:
        task = msgspec.structs.replace(subject, deleted_at=deleted_at)
        (task,) = with_names(db, [task])
        return Trashed(task.id, "task", task.title, deleted_at, task_id=task.id, task=task)

    def find_in_trash(self, db: Database, thing_id: str | None) -> list[Purged]:
        rows = db.execute(
            """
            SELECT id FROM tasks WHERE deleted_at IS NOT NULL AND (:id IS NULL OR id = :id)
            ORDER BY position
            """,
            {"id": thing_id},
        )
        return [Purged("task", task_id, task_id) for (task_id,) in rows]

    def goes_along(self, db: Database, thing_ids: list[str]) -> list[Purged]:
        """With a task go the parts of it that are in the trash."""
        rows = db.execute(
            """
            SELECT tasks.id FROM json_each(?) CROSS JOIN tasks ON parent_id = value
            WHERE deleted_at IS NOT NULL ORDER BY position
            """,
            [msgspec.json.encode(thing_ids).decode()],
        )
        return [Purged("task", task_id, task_id) for (task_id,) in rows]

    def after_purge(self, db: Database) -> None:
        fill_indexes(db)


class Occurrences(Simple[Occurrence]):
    """They come and go with the dates of their task, so nobody looks for them in the trash."""

    is_shown_in_trash = False

    def called(self, subject: Occurrence) -> str:
        del subject
        return "what is on record of it"


TASKS = Tasks()
OCCURRENCES = Occurrences(
    Occurrence, noun="time of a task", missing="There is nothing on record of that time."
)
