"""What a command makes and takes away again leaves no trace that the log could not prove."""

import pytest
from sqlite_utils import Database

from control_api.app.schemas import WORKSPACE
from shared.actions import CreateTask, DeleteTask, RestoreTask, UpdateTask
from shared.thing_actions import CreateTag, DeleteTag, RestoreThing, UpdateTag
from tests.control_api.engine.conftest import Run

ID = "00000000-0000-4000-8000-000000000001"
CASES = {
    "task": (
        CreateTask(title="Milk", tags=["food"], task_id=ID),
        UpdateTask(task_id=ID, title="Bread"),
        DeleteTask(task_id=ID),
        RestoreTask(task_id=ID),
    ),
    "tag": (
        CreateTag(name="food", tag_id=ID),
        UpdateTag(tag_id=ID, name="drink"),
        DeleteTag(tag_id=ID),
        RestoreThing(thing_id=ID),
    ),
}


@pytest.mark.parametrize("kind", CASES)
def test_what_is_made_and_deleted_at_once_was_never_there(
    db: Database, run: Run, kind: str
) -> None:
    create, _, delete, _ = CASES[kind]
    run(create, delete)
    assert WORKSPACE.find_damage(db) == []
    run(create)
    assert WORKSPACE.find_damage(db) == []


@pytest.mark.parametrize("kind", CASES)
def test_what_comes_out_of_the_trash_and_goes_back_is_as_it_was(
    db: Database, run: Run, kind: str
) -> None:
    create, update, delete, restore = CASES[kind]
    run(create)
    run(delete)
    table = "tasks" if kind == "task" else "things"
    before = list(db.query(f"SELECT * FROM {table}"))
    run(restore, update, delete)
    assert list(db.query(f"SELECT * FROM {table}")) == before
    assert WORKSPACE.find_damage(db) == []
