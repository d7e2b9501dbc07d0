"""The reasons for which an undo is refused, and what it leaves because others use it."""

from collections.abc import Callable

import pytest
from sqlite_utils import Database

from control_api.app.schemas import WORKSPACE
from control_api.kinds.tasks.records.store import find_task
from shared.actions import (
    CreateTask,
    DeleteTask,
    RestoreTask,
    Undo,
    UpdateTask,
)
from shared.outcomes import Outcome
from shared.thing_actions import (
    CreateProject,
    CreateTag,
    DeleteProject,
    UpdateTag,
)
from tests.control_api.engine.conftest import Run
from tests.control_api.engine.every_kind import DONE, MILK, OATS, PROJECT, TAG, some_id, state


def refusals(run: Run) -> dict[str, Callable[[], Outcome]]:
    def changed_since() -> Outcome:
        renamed = run(UpdateTask(task_id=MILK, title="Soy"))
        run(UpdateTask(task_id=MILK, title="Oat"))
        return run(Undo(command_id=renamed.command_id))

    def deleted_twice() -> Outcome:
        deleted = run(DeleteTask(task_id=MILK))
        run(RestoreTask(task_id=MILK))
        run(DeleteTask(task_id=MILK))
        return run(Undo(command_id=deleted.command_id))

    def name_taken() -> Outcome:
        deleted = run(DeleteProject(project_id=PROJECT))
        run(CreateProject(name="HOME"))
        return run(Undo(command_id=deleted.command_id))

    def renamed_and_name_taken() -> Outcome:
        renamed = run(UpdateTag(tag_id=TAG, name="buy"))
        run(CreateTag(name="Shop"))
        return run(Undo(command_id=renamed.command_id))

    def in_use() -> Outcome:
        made = run(CreateTag(name="work"))
        run(UpdateTask(task_id=DONE, tags=["work"]))
        return run(Undo(command_id=made.command_id))

    def has_parts() -> Outcome:
        made = run(CreateTask(title="Party", task_id=some_id(99)))
        run(CreateTask(title="Cake", parent_id=some_id(99)))
        return run(Undo(command_id=made.command_id))

    def circle() -> Outcome:
        freed = run(UpdateTask(task_id=OATS, parent_id=None))
        run(UpdateTask(task_id=MILK, parent_id=OATS))
        return run(Undo(command_id=freed.command_id))

    return {
        "Soy was changed since": changed_since,
        "Milk was changed since": deleted_twice,
        "already a project named HOME": name_taken,
        "already a tag named Shop": renamed_and_name_taken,
        "work is in use by now": in_use,
        "Cake is a part of Party by now": has_parts,
        "would wait for itself, or be a part of itself": circle,
    }


@pytest.mark.parametrize("reason", refusals(lambda *_: Outcome(outcome="done")))
def test_an_undo_that_something_newer_stands_in_the_way_of_says_so(
    db: Database, begun: Run, reason: str
) -> None:
    act = refusals(begun)[reason]
    outcome = act()
    assert outcome.outcome == "refused"
    assert reason in outcome.reply
    assert WORKSPACE.find_damage(db) == []
    before = state(db)
    begun(Undo(command_id=outcome.command_id))
    assert state(db) == before


def test_a_thing_made_with_a_task_stays_when_others_have_it(db: Database, begun: Run) -> None:
    made = begun(CreateTask(title="Tea", project="Kitchen"))
    begun(UpdateTask(task_id=DONE, project="Kitchen"))
    assert begun(Undo(command_id=made.command_id)).outcome == "done"
    task = find_task(db, DONE)
    assert task is not None
    assert task.project == "Kitchen"
    assert WORKSPACE.find_damage(db) == []
