"""A workspace with something of everything in it, to be damaged, copied and compared."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from control_api.app.registry import KINDS
from control_api.app.schemas import WORKSPACE
from control_api.database.open import open_writer, transaction
from control_api.engine.execute import Order, run_order
from control_api.engine.plan import CommandPlan
from control_api.kinds.tasks.records.store import save_tasks
from control_api.requests.spoken import WORDING
from shared.actions import Action, CompleteTask, CreateTask, DeleteTask, Redo, Undo, UpdateTask
from shared.outcomes import Outcome
from shared.tasks import Task
from shared.thing_actions import CreateComment, CreateFilter, CreatePerson, DeleteProject

NOT_DATA = {"_sqlite_migrations", "sqlite_sequence", "sqlite_stat1", "sqlite_schema"}
"""When a step was applied, counters that may only skip, and what `schema` tells of it."""


def do(db: Database, *actions: Action, key: str | None = None, text: str | None = None) -> Outcome:
    with transaction(db):
        return run(db, *actions, key=key, text=text)


def run(db: Database, *actions: Action, key: str | None = None, text: str | None = None) -> Outcome:
    """Do the same as `do`, inside a transaction."""
    order = Order(
        wording=WORDING,
        plan=CommandPlan(outcome="planned", actions=list(actions), confidence=1.0),
        now=datetime(2026, 11, 21, 10, tzinfo=UTC),
        zone=ZoneInfo("Europe/Berlin"),
        actor="owner",
        source="api",
        conversation="",
        text=text,
        request_hash=repr(actions),
        idempotency_key=key,
    )
    return run_order(db, KINDS, order)


def make_filled(path: Path, tasks: int = 20) -> None:
    db = open_writer(path, WORKSPACE)
    ids = []
    for number in range(tasks):
        task_id = f"00000000-0000-4000-8000-{number:012}"
        ids.append(task_id)
        do(
            db,
            CreateTask(
                task_id=task_id,
                title=f"Task number {number}",
                due="2026-11-24T15:00:00",
                time_zone="Europe/Berlin",
                project=f"Project {number % 3}",
                tags=["home", f"tag{number % 4}"],
                notes="Some words. " * (number % 5),
                priority="high",
                assignees=["Sarah"],
                depends_on=ids[:1] if number else [],
            ),
            key=f"key-{number}",
            text=f"add task number {number}",
        )
    do(db, CreatePerson(name="Tom", nicknames=["Tommy"]), CreateFilter(name="Mine", query="#home"))
    do(db, CreateComment(task_id=ids[2], text="Said about it"))
    do(db, CompleteTask(task_id=ids[0]))
    do(db, UpdateTask(task_id=ids[3], title="Another title"))
    do(db, Undo())
    do(db, Redo())
    do(db, DeleteTask(task_id=ids[4]))
    do(db, DeleteTask(task_id=ids[5]), CreateTask(title="In its place"))
    do(db, Undo())
    project = db.execute("SELECT id FROM things WHERE kind = 'project' LIMIT 1").fetchone()[0]
    do(db, DeleteProject(project_id=project))
    with transaction(db):
        gone = Task(
            id="00000000-0000-4000-9000-000000000000",
            title="Deleted long ago, elsewhere",
            status="todo",
            due=None,
            time_zone=None,
            project=None,
            created_at="2020-01-01T00:00:00.000000Z",
            updated_at="2020-01-01T00:00:00.000000Z",
        )
        save_tasks(db, [(gone, "2020-01-02T00:00:00.000000Z")])
    db.close()


def data_in(path: Path) -> dict[str, object]:
    """All that is stored, by table; what can't be read is told apart from everything else."""
    found: dict[str, object] = {}
    with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as db:
        db.text_factory = bytes
        try:
            found["schema"] = db.execute("SELECT name, sql FROM sqlite_master").fetchall()
            tables = [
                name.decode()
                for _, name, kind, *_ in db.execute("PRAGMA table_list")
                if kind == b"table"
            ]
            for name in sorted(set(tables) - NOT_DATA):
                # By the columns' own names: through an index only what is in it would be seen.
                found[name] = db.execute(f"SELECT * FROM '{name}' NOT INDEXED").fetchall()
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            found["unreadable"] = str(error)
    return found
