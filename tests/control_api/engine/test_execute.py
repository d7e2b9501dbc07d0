import uuid

import pytest
from sqlite_utils import Database

from control_api.app.registry import KINDS
from control_api.app.schemas import WORKSPACE
from control_api.engine.store import recent_mentions
from control_api.kinds.simple.store import find_named
from control_api.kinds.tasks.records.store import project_names
from control_api.log.entries import Entry, read_since
from shared.actions import (
    Action,
    CompleteTask,
    CreateTask,
    DeleteTask,
    ListTasks,
    ReopenTask,
    UpdateTask,
)
from shared.problems import InvalidInputError, NotFoundError
from shared.things import Project
from tests.control_api.engine.conftest import Run, named_tasks

NOWHERE = str(uuid.uuid4())


def events(db: Database) -> list[Entry]:
    return read_since(db, KINDS, 0, 1000)


def test_a_list_of_actions_is_done_in_order_and_logged_once_a_task(db: Database, run: Run) -> None:
    milk, tea = str(uuid.uuid4()), str(uuid.uuid4())
    outcome = run(
        CreateTask(title="Milk", task_id=milk),
        CreateTask(title="Tea", task_id=tea, project="Home"),
        UpdateTask(task_id=milk, title="Oat milk", due="2026-12-01"),
        CompleteTask(task_id=tea),
    )
    assert outcome.outcome == "done"
    assert [(task.title, task.status) for task in outcome.tasks] == [
        ("Oat milk", "todo"),
        ("Tea", "completed"),
    ]
    assert [(e.type, e.before, e.after) for e in events(db)] == [
        ("task.created", None, outcome.tasks[0]),
        ("project.created", None, find_named(db, Project, "Home")),
        ("task.created", None, outcome.tasks[1]),
    ]
    assert {event.command_id for event in events(db)} == {outcome.command_id}
    assert not WORKSPACE.find_damage(db)


@pytest.mark.parametrize("position", range(4))
def test_when_one_action_fails_none_is_done(db: Database, run: Run, position: int) -> None:
    first = run(CreateTask(title="Milk")).tasks[0]
    before = list(db.conn.iterdump())
    actions: list[Action] = [
        UpdateTask(task_id=first.id, title="Oat milk", project="New"),
        DeleteTask(task_id=first.id),
        CreateTask(title="Tea"),
    ]
    actions.insert(position, CompleteTask(task_id=NOWHERE))
    with pytest.raises(NotFoundError):
        run(*actions, raises=True)
    assert list(db.conn.iterdump()) == before


def test_a_refusal_is_answered_and_logged_but_changes_nothing(db: Database, run: Run) -> None:
    outcome = run(CreateTask(title="Milk"), CompleteTask(task_id=NOWHERE))
    assert outcome.outcome == "refused"
    assert "no such task" in outcome.reply
    assert named_tasks(db) == {}
    assert events(db) == []
    assert db.execute("SELECT count(*) FROM commands").fetchone() == (1,)


def test_a_dry_run_answers_like_the_real_run_and_changes_nothing(db: Database, run: Run) -> None:
    before = list(db.conn.iterdump())
    action = CreateTask(title="Milk", due="2026-12-01", project="Home")
    planned = run(action, dry_run=True)
    assert list(db.conn.iterdump()) == before
    done = run(action)
    assert (planned.outcome, done.outcome) == ("planned", "done")
    assert planned.reply == done.reply
    assert planned.command_id is None


def test_what_changes_nothing_is_not_logged_as_a_change(db: Database, run: Run) -> None:
    task = run(CreateTask(title="Milk")).tasks[0]
    outcome = run(UpdateTask(task_id=task.id, title=" Milk "), ReopenTask(task_id=task.id))
    assert outcome.tasks == [task]
    assert len(events(db)) == 1


def test_a_deleted_task_is_gone_everywhere(db: Database, run: Run) -> None:
    task = run(CreateTask(title="Milk", project="Home")).tasks[0]
    run(DeleteTask(task_id=task.id))
    assert run(ListTasks()).tasks == []
    assert project_names(db) == []
    assert run(CompleteTask(task_id=task.id)).outcome == "refused"
    assert run(CreateTask(title="Again", task_id=task.id)).outcome == "refused"
    assert [e.type for e in events(db)] == ["project.created", "task.created", "task.deleted"]


def test_a_project_is_known_by_its_name_in_any_case(db: Database, run: Run) -> None:
    run(CreateTask(title="Milk", project="Straße"), CreateTask(title="Tea", project=" STRASSE "))
    assert project_names(db) == ["Straße"]
    assert {task.project for task in named_tasks(db).values()} == {"Straße"}


def test_emptying_a_date_or_project_is_not_leaving_it(db: Database, run: Run) -> None:
    action = CreateTask(
        title="Call", due="2026-12-01T15:00", time_zone="Asia/Tokyo", project="Work"
    )
    task = run(action).tasks[0]
    assert (task.due, task.time_zone) == ("2026-12-01T15:00:00", "Asia/Tokyo")
    moved = run(UpdateTask(task_id=task.id, due="2026-12-02T09:00:00")).tasks[0]
    assert (moved.due, moved.time_zone) == ("2026-12-02T09:00:00", "Asia/Tokyo")
    emptied = run(UpdateTask(task_id=task.id, due=None, project=None)).tasks[0]
    assert (emptied.due, emptied.time_zone, emptied.project) == (None, None, None)
    assert emptied.title == "Call"


@pytest.mark.parametrize(
    "action",
    [
        CreateTask(title=""),
        CreateTask(title="x" * 501),
        CreateTask(title="a\nb"),
        CreateTask(title="Milk", due="2026-02-30"),
        CreateTask(title="Milk", due="tomorrow"),
        CreateTask(title="Milk", due="2026-02-03T25:00"),
        CreateTask(title="Milk", due="2026-02-03T15:00:00+01:00"),
        CreateTask(title="Milk", due="2026-02-03", time_zone="Mars/Base"),
        CreateTask(title="Milk", project="  "),
        CreateTask(title="Milk", task_id="7"),
        ListTasks(due_from="yesterday"),
    ],
)
def test_bad_input_is_refused_with_the_field(db: Database, run: Run, action: Action) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        run(action)
    assert list(refusal.value.fields.values()) == [refusal.value.detail]
    assert db.execute("SELECT count(*) FROM commands").fetchone() == (0,)


def test_it_is_the_task_mentioned_last_in_the_same_conversation(db: Database, run: Run) -> None:
    milk = run(CreateTask(title="Milk"), conversation="kitchen").tasks[0]
    tea = run(CreateTask(title="Tea"), conversation="office").tasks[0]
    assert recent_mentions(db, "kitchen") == [milk.id]
    assert recent_mentions(db, "garden") == [tea.id, milk.id]
    run(ListTasks(search="milk"), conversation="office")
    assert recent_mentions(db, "office") == [milk.id, tea.id]
    run(ListTasks(), conversation="kitchen")
    assert recent_mentions(db, "kitchen") == [milk.id]
