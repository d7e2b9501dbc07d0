"""Several commands taken back at once, and done again at once: all of them or none."""

import pytest
from sqlite_utils import Database

from control_api.app.schemas import WORKSPACE
from shared.actions import CompleteTask, CreateTask, DeleteTask, Redo, Undo, UpdateTask
from shared.problems import InvalidInputError
from shared.thing_actions import PurgeThing
from tests.control_api.engine.conftest import Run, named_tasks


def make(run: Run, title: str) -> str:
    task_id: str = run(CreateTask(title=title)).tasks[0].id
    return task_id


def test_the_last_three_are_taken_back_together(db: Database, run: Run) -> None:
    milk, tea = make(run, "Milk"), make(run, "Tea")
    before = named_tasks(db)
    run(UpdateTask(task_id=milk, title="Oat milk"))
    run(CompleteTask(task_id=milk))
    run(DeleteTask(task_id=tea))
    after = named_tasks(db)
    undone = run(Undo(count=3))
    assert undone.reply == (
        "Undone: Oat milk is Milk again, and Oat milk is open again, and Tea is back."
    )
    assert named_tasks(db) == before
    run(Redo())
    assert named_tasks(db) == after
    assert not WORKSPACE.find_damage(db)


def test_there_may_be_fewer_than_that(db: Database, run: Run) -> None:
    make(run, "Milk")
    assert run(Undo(count=5)).outcome == "done"
    assert named_tasks(db) == {}
    assert run(Undo(count=2)).reply == "There is nothing to undo."


def test_none_is_taken_back_when_one_can_not_be(db: Database, run: Run) -> None:
    tea = make(run, "Tea")
    run(DeleteTask(task_id=tea))
    run(PurgeThing(thing_id=tea))
    milk = make(run, "Milk")
    run(UpdateTask(task_id=milk, title="Oat milk"))
    run(CompleteTask(task_id=milk))
    before = named_tasks(db)
    run(Undo(count=3))
    assert named_tasks(db) == {}
    run(Redo())
    assert named_tasks(db) == before
    run(UpdateTask(task_id=milk, title="Milk"))
    latest = run(CompleteTask(task_id=milk)).command_id
    refused = run(Undo(command_id=latest, count=2))
    assert refused.outcome == "refused"
    assert named_tasks(db)[milk].title == "Milk"


def test_what_comes_to_nothing_is_undone_and_done_again_all_the_same(
    db: Database, run: Run
) -> None:
    milk = make(run, "Milk")
    run(DeleteTask(task_id=milk))
    assert run(Undo(count=2)).outcome == "done"
    assert run(Undo()).reply == "There is nothing to undo."
    assert run(Redo()).reply == "Redone, but all is as it was."
    run(Undo())
    assert set(named_tasks(db)) == {milk}
    assert not WORKSPACE.find_damage(db)


def test_single_undos_are_done_again_together(db: Database, run: Run) -> None:
    milk = make(run, "Milk")
    run(UpdateTask(task_id=milk, title="Tea"))
    run(UpdateTask(task_id=milk, title="Coffee"))
    for _ in range(2):
        run(Undo())
    assert named_tasks(db)[milk].title == "Milk"
    assert run(Redo(count=2)).outcome == "done"
    assert named_tasks(db)[milk].title == "Coffee"
    assert run(Redo(count=2)).reply == "There is nothing to do again."
    run(Undo(count=2))
    assert named_tasks(db)[milk].title == "Milk"
    assert not WORKSPACE.find_damage(db)


@pytest.mark.parametrize("again", [Redo(), Redo(count=2)])
def test_what_was_done_again_together_is_undone_one_by_one(
    db: Database, run: Run, again: Redo
) -> None:
    milk = make(run, "Milk")
    run(UpdateTask(task_id=milk, title="Tea"))
    run(UpdateTask(task_id=milk, title="Coffee"))
    run(Undo(count=2))
    redone = run(again)
    refused = run(Undo(command_id=redone.command_id))
    assert refused.reply == "That did several things again: undo them one by one."
    assert named_tasks(db)[milk].title == "Coffee"
    run(Undo())
    assert named_tasks(db)[milk].title == "Tea"
    run(Undo())
    assert named_tasks(db)[milk].title == "Milk"


def test_the_ones_before_a_named_one_go_with_it(db: Database, run: Run) -> None:
    milk, tea, eggs = make(run, "Milk"), make(run, "Tea"), make(run, "Eggs")
    second = run(DeleteTask(task_id=tea)).command_id
    run(CompleteTask(task_id=milk))
    run(Undo(command_id=second, count=2))
    assert set(named_tasks(db)) == {milk, tea}
    assert eggs not in named_tasks(db)
    assert named_tasks(db)[milk].status == "completed"


@pytest.mark.parametrize("action", [Undo(count=0), Undo(count=21), Redo(count=-1)])
def test_a_number_that_makes_no_sense_is_refused(run: Run, action: Undo | Redo) -> None:
    run(CreateTask(title="Milk"))
    run(Undo())
    run(CreateTask(title="Tea"))
    if isinstance(action, Redo):
        run(Undo())
    with pytest.raises(InvalidInputError):
        run(action, raises=True)
