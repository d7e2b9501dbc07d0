"""What was finished lately is what the tables say, whatever has happened."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlite_utils import Database

from control_api.app.registry import KINDS
from control_api.database.open import transaction
from control_api.engine.execute import Order, run_order
from control_api.engine.plan import CommandPlan
from control_api.kinds.tasks.known import KNOWN_FINISHED, load_known
from control_api.requests.spoken import WORDING
from shared.actions import (
    Action,
    CancelTask,
    CompleteTask,
    CreateTask,
    DeleteTask,
    ReopenTask,
    UpdateTask,
)


def run(db: Database, action: Action, *, keep: bool = True) -> str:
    order = Order(
        wording=WORDING,
        plan=CommandPlan(outcome="planned", actions=[action], confidence=1.0),
        now=datetime(2031, 5, 6, 12, tzinfo=UTC),
        zone=ZoneInfo("UTC"),
        actor="owner",
        source="api",
        conversation="",
        text=None,
        request_hash="",
    )
    with transaction(db, keep=keep):
        tasks = run_order(db, KINDS, order).tasks
        return tasks[0].id if tasks else ""


def recalled(db: Database) -> list[str]:
    return [task.title for task in load_known(db, []).finished]


@pytest.fixture
def ids(db: Database) -> dict[str, str]:
    return {title: run(db, CreateTask(title=title)) for title in ("a", "b", "c", "d", "e")}


def test_what_was_done_and_what_was_cancelled_are_both_known(
    db: Database, ids: dict[str, str]
) -> None:
    assert recalled(db) == []
    run(db, CompleteTask(ids["a"]))
    run(db, CancelTask(ids["b"]))
    assert recalled(db) == ["b", "a"]


def test_only_the_latest_are_known(db: Database, ids: dict[str, str]) -> None:
    for number in range(KNOWN_FINISHED - 2):
        run(db, CompleteTask(run(db, CreateTask(title=f"Task {number}"))))
    for title in ("c", "a", "b"):
        run(db, CompleteTask(ids[title]))
    assert recalled(db)[:3] == ["b", "a", "c"]
    assert len(recalled(db)) == KNOWN_FINISHED
    assert recalled(db)[-1] == "Task 1"


def test_what_is_open_again_or_deleted_is_known_no_more(db: Database, ids: dict[str, str]) -> None:
    run(db, CompleteTask(ids["a"]))
    run(db, CancelTask(ids["b"]))
    assert recalled(db) == ["b", "a"]
    run(db, ReopenTask(ids["a"]))
    assert recalled(db) == ["b"]
    run(db, DeleteTask(ids["b"]))
    assert recalled(db) == []


def test_what_was_rolled_back_is_forgotten(db: Database, ids: dict[str, str]) -> None:
    run(db, CompleteTask(ids["a"]), keep=False)
    assert recalled(db) == []


def test_a_new_title_is_known_at_once(db: Database, ids: dict[str, str]) -> None:
    run(db, CompleteTask(ids["a"]))
    assert recalled(db) == ["a"]
    run(db, UpdateTask(ids["a"], title="z"))
    assert recalled(db) == ["z"]
