"""What commands have done, as a person would tell it."""

import pytest
from sqlite_utils import Database

from control_api.app.registry import KINDS
from control_api.engine.deed_store import latest_deeds
from shared.actions import (
    Action,
    CompleteTask,
    CreateTask,
    DeleteTask,
    ReopenTask,
    RestoreTask,
    StartTask,
    Undo,
    UpdateTask,
)
from shared.thing_actions import CreateProject, DeleteTag, PurgeThing, UpdateProject
from tests.control_api.engine.conftest import Run, begun, run
from tests.control_api.engine.every_kind import DONE, MILK, PROJECT, TAG, TRASHED, WEEKLY

__all__ = ["begun", "run"]


@pytest.mark.parametrize(
    ("action", "told"),
    [
        (CreateTask(title="Tea", project="New", tags=["new"]), [("added", "Tea")]),
        (UpdateTask(task_id=MILK, due="2026-12-24"), [("moved", "Milk")]),
        (UpdateTask(task_id=MILK, title="Soy"), [("renamed", "Soy")]),
        (UpdateTask(task_id=MILK, notes="Two"), [("changed", "Milk")]),
        (CompleteTask(task_id=MILK), [("finished", "Milk")]),
        (CompleteTask(task_id=WEEKLY), [("moved", "Bins")]),
        (StartTask(task_id=MILK), [("started", "Milk")]),
        (ReopenTask(task_id=DONE), [("reopened", "Done")]),
        (DeleteTask(task_id=MILK), [("deleted", "Milk")]),
        (RestoreTask(task_id=TRASHED), [("restored", "Trashed")]),
        (CreateProject(name="Work"), [("added", "Work")]),
        (UpdateProject(project_id=PROJECT, name="House"), [("renamed", "House")]),
        (UpdateProject(project_id=PROJECT, archived=True), [("changed", "Home")]),
        (DeleteTag(tag_id=TAG), [("deleted", "shop")]),
    ],
)
def test_each_change_is_told_once_by_what_it_was(
    db: Database, begun: Run, action: Action, told: list[tuple[str, str]]
) -> None:
    begun(action)
    deeds = latest_deeds(db, KINDS, limit=1)
    assert [(deed.verb, deed.name) for deed in deeds] == told


def test_the_latest_come_first_and_what_was_taken_back_not_at_all(db: Database, run: Run) -> None:
    run(CreateTask(title="Milk"))
    tea = run(CreateTask(title="Tea")).tasks[0].id
    run(DeleteTask(task_id=tea))
    run(Undo())
    assert [deed.name for deed in latest_deeds(db, KINDS, limit=9)] == ["Tea", "Milk"]
    assert [deed.name for deed in latest_deeds(db, KINDS, limit=1)] == ["Tea"]


def test_what_was_deleted_for_good_is_not_told(db: Database, run: Run) -> None:
    tea = run(CreateTask(title="Tea")).tasks[0].id
    run(DeleteTask(task_id=tea))
    run(PurgeThing(thing_id=tea))
    assert latest_deeds(db, KINDS, limit=9) == []


def test_what_somebody_else_did_is_left_out(db: Database, run: Run) -> None:
    run(CreateTask(title="Milk"))
    assert latest_deeds(db, KINDS, actor="account 1,", limit=9) == []
    assert len(latest_deeds(db, KINDS, actor="owner", limit=9)) == 1
