"""Damage that SQLite's own check does not see is seen by playing the log."""

import re

import pytest
from sqlite_utils import Database

from control_api.app.registry import KINDS
from control_api.app.schemas import WORKSPACE
from control_api.database.check import find_faults
from control_api.engine.migrations import seal_commands
from control_api.kinds.tasks.records.store import save_task, save_tasks
from control_api.log.changes import Change
from control_api.log.entries import Cause, append
from shared.tasks import Task

TASK = Task(
    id="00000000-0000-4000-8000-000000000000",
    title="Milk",
    status="todo",
    due=None,
    time_zone=None,
    project=None,
    created_at="2026-11-21T00:00:00.000000Z",
    updated_at="2026-11-21T00:00:00.000000Z",
)


@pytest.fixture
def logged(db: Database) -> Database:
    db.execute("""
        INSERT INTO commands (id, at, actor, source, conversation, request_hash, mentioned,
            answer, can_undo)
        VALUES ('c', '', '', 'api', '', '', '[]', '{}', 1)
    """)
    seal_commands(db)
    save_task(db, TASK)
    cause = Cause(command_id="c", at=TASK.created_at, source="api", actor="owner")
    append(db, KINDS, [Change(before=None, after=TASK)], cause)
    assert not WORKSPACE.find_damage(db)
    return db


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        ("UPDATE tasks SET document = replace(document, 'Milk', 'Mild')", "Task .* is not as the"),
        ("UPDATE tasks SET title_key = 'mild'", "Task .* is not as the log says"),
        ("UPDATE tasks SET deleted_at = 'now'", "Task .* is not as the log says"),
        ("DELETE FROM tasks", "Task .* is in the log but not in the tables"),
        ("UPDATE events SET at = 'now'", "Event 1 is not as it was written"),
        ("UPDATE events SET after = replace(after, 'Milk', 'Mild')", "Event 1 is not as it was"),
        ("UPDATE events SET before = after, before_hash = after_hash", "Event 1 does not follow"),
        ("UPDATE events SET after = '{}'", "Event 1 is not as it was written"),
        ("UPDATE events SET after = NULL, salt = NULL", "Event 1 lost what it said"),
        ("UPDATE tasks SET document = '{}'", "Task .* is not as the log says"),
        ("DELETE FROM events", "The log ends at event 0, but 1 were written"),
        ("UPDATE commands SET text = 'other'", "Command 1 is not as it was written"),
    ],
)
def test_a_changed_row_is_found(logged: Database, damage: str, sentence: str) -> None:
    logged.execute(damage)
    assert find_faults(logged) == []
    assert re.search(sentence, "\n".join(WORKSPACE.find_damage(logged)))


@pytest.mark.parametrize("change", ["document = replace(document, 'Milk', 'Mild')", "proof = NULL"])
def test_a_changed_row_that_came_into_the_trash_by_an_import_is_found(
    db: Database, change: str
) -> None:
    save_tasks(db, [(TASK, "2026-11-20T00:00:00.000000Z")])
    assert WORKSPACE.find_damage(db) == []
    db.execute(f"UPDATE tasks SET {change}")
    assert WORKSPACE.find_damage(db) == [f"Task {TASK.id} is not in the log."]
