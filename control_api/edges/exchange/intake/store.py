"""The SQL of moving: whole workspaces out, and what an import meets here."""

from collections.abc import Iterable

import msgspec
from sqlite_utils import Database

from control_api.edges.exchange.parts.bundle import Bundle
from control_api.input.names import name_key
from control_api.kinds.tasks.records.store import COLUMNS, OPEN_STATUSES, read_tasks
from control_api.log.entries import read_since
from control_api.log.kinds import Kinds
from control_api.log.public import to_event
from shared.events import Kind
from shared.tasks import Task
from shared.things import TYPES, Thing

_PAGE = 1000


def read_bundle(db: Database, kinds: Kinds, *, history: bool = False, trash: bool = True) -> Bundle:
    """Everything that is kept, in the order it was made."""
    alive = "" if trash else "WHERE deleted_at IS NULL"
    rows = db.execute(f"SELECT {COLUMNS} FROM tasks {alive} ORDER BY position")
    bundle = Bundle(tasks=read_tasks(db, rows))
    of_kind = bundle.by_kind()
    for kind, text, deleted_at in db.execute(
        f"SELECT kind, document, deleted_at FROM things {alive} ORDER BY position"
    ):
        thing = kinds.kept[kind].read(text)
        (of_kind[kind] if kind in of_kind else bundle.others.setdefault(kind, [])).append(thing)
        if deleted_at is not None:
            bundle.trash[thing.id] = deleted_at
    if history:
        position = 0
        while page := read_since(db, kinds, position, _PAGE):
            bundle.events += [to_event(kinds, entry) for entry in page]
            position = page[-1].id
    return bundle


def read_open_tasks(db: Database) -> list[Task]:
    """What is still to be done, in the order it was made."""
    rows = db.execute(f"""
        SELECT {COLUMNS} FROM tasks WHERE deleted_at IS NULL AND status IN {OPEN_STATUSES}
        ORDER BY position
    """)
    return read_tasks(db, rows)


def known_tasks(db: Database, task_ids: list[str]) -> dict[str, Task]:
    """Those of the tasks that are here, in the trash or not."""
    rows = db.execute(
        f"SELECT {COLUMNS} FROM tasks WHERE id IN (SELECT value FROM json_each(?))",
        [_json(task_ids)],
    )
    return {task.id: task for task in read_tasks(db, rows)}


def known_ids(db: Database, task_ids: Iterable[str]) -> set[str]:
    """Those of the ids that are a task's, in the trash or not."""
    rows = db.execute(
        "SELECT id FROM tasks WHERE id IN (SELECT value FROM json_each(?))",
        [_json(list(task_ids))],
    )
    return {task_id for (task_id,) in rows}


def known_things(db: Database, thing_ids: list[str]) -> dict[str, tuple[Thing, str | None]]:
    """Those of the things that are here, and since when they are in the trash."""
    rows = db.execute(
        """
        SELECT kind, document, deleted_at FROM things
        WHERE id IN (SELECT value FROM json_each(?))
        """,
        [_json(thing_ids)],
    )
    found: dict[str, tuple[Thing, str | None]] = {}
    for kind, text, deleted_at in rows:
        thing: Thing = msgspec.json.decode(text, type=TYPES[kind])
        found[thing.id] = (thing, deleted_at)
    return found


def live_names(db: Database) -> dict[tuple[Kind, str], str]:
    """The ids of the projects, tags, people and filters that are not in the trash, by name."""
    rows = db.execute("""
        SELECT kind, json_extract(document, '$.name'), id FROM things
        WHERE deleted_at IS NULL AND name_key IS NOT NULL
    """)
    return {(kind, name_key(name)): thing_id for kind, name, thing_id in rows}


def count_live(db: Database) -> dict[Kind, int]:
    """How many there are of each kind, the trash left out."""
    (tasks,) = db.execute("SELECT count(*) FROM tasks WHERE deleted_at IS NULL").fetchone()
    rows = db.execute("SELECT kind, count(*) FROM things WHERE deleted_at IS NULL GROUP BY kind")
    found: dict[Kind, int] = {"task": tasks, **dict(rows)}
    return found


def live_edges(db: Database) -> tuple[dict[str, str], dict[str, list[str]]]:
    """What each task that is not in the trash is a part of, and what it waits for."""
    parents = dict(
        db.execute(
            "SELECT id, parent_id FROM tasks WHERE parent_id IS NOT NULL AND deleted_at IS NULL"
        )
    )
    needs: dict[str, list[str]] = {}
    for task_id, needed_id in db.execute("""
        SELECT task_id, needed_id FROM task_dependencies
        JOIN tasks ON tasks.id = task_id WHERE deleted_at IS NULL
    """):
        needs.setdefault(task_id, []).append(needed_id)
    return parents, needs


def _json(values: list[str]) -> str:
    return msgspec.json.encode(values).decode()
