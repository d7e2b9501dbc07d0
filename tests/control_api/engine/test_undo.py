import pytest
from sqlite_utils import Database

from control_api.app.registry import KINDS
from control_api.app.schemas import WORKSPACE
from control_api.log.entries import read_since
from shared.actions import CompleteTask, CreateTask, DeleteTask, ReopenTask, Undo, UpdateTask
from shared.tasks import Task
from tests.control_api.engine.conftest import Run, named_tasks


@pytest.fixture
def milk(run: Run) -> Task:
    action = CreateTask(title="Milk", due="2026-12-01", project="Home")
    task: Task = run(action).tasks[0]
    return task


def test_undo_gives_what_was_there_before(db: Database, run: Run, milk: Task) -> None:
    run(CompleteTask(task_id=milk.id))
    for action in (
        UpdateTask(task_id=milk.id, title="Tea", due=None, project="Work"),
        ReopenTask(task_id=milk.id),
        DeleteTask(task_id=milk.id),
    ):
        before = named_tasks(db)
        run(action)
        assert named_tasks(db) != before
        assert run(Undo()).outcome == "done"
        assert named_tasks(db) == before
    assert not WORKSPACE.find_damage(db)


def test_undo_takes_back_all_of_a_command(db: Database, run: Run, milk: Task) -> None:
    before = named_tasks(db)
    run(CreateTask(title="Tea"), DeleteTask(task_id=milk.id), CreateTask(title="Bread"))
    outcome = run(Undo())
    assert named_tasks(db) == before
    assert outcome.tasks == [milk]
    assert [event.type for event in read_since(db, KINDS, 0, 100)][-3:] == [
        "task.deleted",
        "task.restored",
        "task.deleted",
    ]


def test_undo_goes_back_one_command_at_a_time(db: Database, run: Run, milk: Task) -> None:
    run(UpdateTask(task_id=milk.id, title="Oat milk"))
    run(CompleteTask(task_id=milk.id))
    run(Undo())
    run(Undo())
    assert named_tasks(db) == {milk.id: milk}
    run(Undo())
    assert named_tasks(db) == {}
    last = run(Undo())
    assert (last.outcome, last.reply) == ("refused", "There is nothing to undo.")


def test_an_undo_can_be_undone_by_its_name(db: Database, run: Run, milk: Task) -> None:
    run(UpdateTask(task_id=milk.id, title="Tea"))
    changed = named_tasks(db)
    undo = run(Undo())
    run(Undo(command_id=undo.command_id))
    assert named_tasks(db) == changed
    run(Undo())
    assert named_tasks(db) == {milk.id: milk}


def test_a_named_command_is_undone_and_the_others_stay(db: Database, run: Run, milk: Task) -> None:
    tea = run(CreateTask(title="Tea"))
    bread = run(CreateTask(title="Bread"))
    run(Undo(command_id=tea.command_id))
    assert set(named_tasks(db)) == {milk.id, bread.tasks[0].id}
    again = run(Undo(command_id=tea.command_id))
    assert (again.outcome, again.reply) == ("refused", "That was undone already.")


def test_what_was_changed_since_is_not_undone(db: Database, run: Run, milk: Task) -> None:
    renamed = run(UpdateTask(task_id=milk.id, title="Tea"))
    run(UpdateTask(task_id=milk.id, title="Bread"))
    run(UpdateTask(task_id=milk.id, title="Tea"))
    before = named_tasks(db)
    outcome = run(Undo(command_id=renamed.command_id))
    assert outcome.outcome == "refused"
    assert outcome.reply == "I can't undo that: Tea was changed since."
    assert named_tasks(db) == before


def test_what_never_was_or_changed_nothing_is_not_undone(run: Run, milk: Task) -> None:
    nothing = run(ReopenTask(task_id=milk.id))
    assert run(Undo(command_id="no-such-command")).outcome == "refused"
    assert run(Undo(command_id=nothing.command_id)).outcome == "refused"
