"""What is kept in mind of the open tasks is what the tables say, whatever has happened."""

import random
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlite_utils import Database

from control_api.app.registry import KINDS
from control_api.database.open import transaction
from control_api.engine.execute import Order, run_order
from control_api.engine.plan import CommandPlan
from control_api.kinds.tasks import open_tasks as kept
from control_api.kinds.tasks.open_tasks import recall_open_tasks
from control_api.kinds.tasks.records.store import latest_open_tasks
from control_api.log.in_mind import place_now
from control_api.requests.spoken import WORDING
from shared.actions import (
    Action,
    CompleteTask,
    CreateTask,
    DeleteTask,
    Redo,
    ReopenTask,
    Undo,
    UpdateTask,
)
from shared.outcomes import Outcome
from shared.problems import ProblemError
from shared.tasks import Task
from shared.thing_actions import CreateTag, UpdateProject

LIMIT = 4
STEPS = 60


@pytest.fixture(autouse=True)
def few_to_spare(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "SPARE", 2)


def run(db: Database, action: Action, *, keep: bool = True) -> Outcome:
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
        return run_order(db, KINDS, order)


def recalled(db: Database) -> list[Task]:
    return recall_open_tasks(db, LIMIT, place_now(db))


def as_read(db: Database) -> list[object]:
    return [task for _, task in latest_open_tasks(db, LIMIT)]


def choose(chance: random.Random, ids: list[str], number: int) -> Action:
    if len(ids) < LIMIT or chance.random() < 0.3:
        needed = chance.sample(ids, min(len(ids), 1)) if chance.random() < 0.4 else []
        return CreateTask(title=f"Task {number}", project="Home", depends_on=needed)
    task_id = chance.choice(ids)
    actions: list[Action] = [
        CompleteTask(task_id),
        ReopenTask(task_id),
        DeleteTask(task_id),
        UpdateTask(task_id, title=f"Renamed {number}"),
        Undo(),
        Redo(),
    ]
    return chance.choice(actions)


@pytest.mark.parametrize("seed", range(8))
def test_it_follows_all_that_is_done(db: Database, seed: int) -> None:
    chance = random.Random(seed)
    ids: list[str] = []
    for number in range(STEPS):
        action = choose(chance, ids, number)
        try:
            keep = chance.random() < 0.8
            done = run(db, action, keep=keep)
        except ProblemError:
            continue
        if isinstance(action, CreateTask) and keep:
            ids += [task.id for task in done.tasks]
        if chance.random() < 0.7:
            assert recalled(db) == as_read(db)
    assert recalled(db) == as_read(db)


def test_a_project_that_is_renamed_has_its_new_name(db: Database) -> None:
    task = run(db, CreateTask(title="Milk", project="Home")).tasks[0]
    assert [each.project for each in recalled(db)] == ["Home"]
    assert task.project_id is not None
    run(db, UpdateProject(task.project_id, name="House"))
    assert [each.project for each in recalled(db)] == ["House"]


def test_only_what_was_changed_is_read_again(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        run(db, CreateTask(title=f"Task {number}"))
    recalled(db)

    def too_much(*_: object) -> list[tuple[int, object]]:
        raise AssertionError("everything was read again")

    monkeypatch.setattr(kept, "latest_open_tasks", too_much)
    run(db, CreateTask(title="Milk"))
    assert recalled(db)[0].title == "Milk"
    assert len(recalled(db)) == 4


def test_as_long_as_nothing_changes_it_is_the_very_same_list(db: Database) -> None:
    milk = run(db, CreateTask(title="Milk")).tasks[0]
    first = recalled(db)
    run(db, CreateTag(name="home"))
    assert recalled(db) is first
    run(db, UpdateTask(milk.id, title="Oat milk"))
    assert [task.title for task in recalled(db)] == ["Oat milk"]
    assert [task.title for task in first] == ["Milk"]
