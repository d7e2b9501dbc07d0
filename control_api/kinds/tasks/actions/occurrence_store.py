"""The SQL of what became of the times of repeating tasks."""

import uuid

import msgspec
from sqlite_utils import Database

from control_api.kinds.tasks.records.store import COLUMNS, OPEN_STATUSES, read_tasks
from control_api.kinds.things.store import find_thing, save_thing
from control_api.log.changes import Change
from shared.tasks import Task
from shared.things import Occurrence


def occurrence_id(task_id: str, due: str) -> str:
    """The same id for the same time of a task, whoever records it and how often."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:saydo:occurrence:{task_id}:{due}"))


def keep_occurrence(db: Database, occurrence: Occurrence) -> Change:
    """Put on record what became of a time; what was on record of it before is replaced."""
    before = find_thing(db, occurrence.id)
    if isinstance(before, Occurrence):
        occurrence = msgspec.structs.replace(occurrence, created_at=before.created_at)
    save_thing(db, occurrence)
    return Change(before=before, after=occurrence)


def list_occurrences(
    db: Database, task_id: str, *, before: tuple[str, str] | None, limit: int
) -> list[Occurrence]:
    """What is on record of a task, the latest due date first, from before a due date and id on."""
    due, occurrence_id = before or ("9999~", "")
    rows = db.execute(
        """
        SELECT document FROM things
        WHERE task_id = :task_id AND kind = 'occurrence' AND deleted_at IS NULL
            AND (json_extract(document, '$.due'), id) < (:due, :id)
        ORDER BY json_extract(document, '$.due') DESC, id DESC LIMIT :limit
        """,
        {"task_id": task_id, "due": due, "id": occurrence_id, "limit": limit},
    )
    return [msgspec.json.decode(document, type=Occurrence) for (document,) in rows]


def repeating_tasks(db: Database, due_before: str) -> list[Task]:
    """The open tasks that repeat and are due before that, as text, the earliest first."""
    # SQLite would rather read and sort all that is open.
    rows = db.execute(
        f"""
        SELECT {COLUMNS} FROM tasks INDEXED BY tasks_repeating
        WHERE json_extract(document, '$.repeat') IS NOT NULL AND deleted_at IS NULL
            AND status IN {OPEN_STATUSES} AND due < ?
        ORDER BY due, position
        """,
        [due_before],
    )
    return read_tasks(db, rows)
