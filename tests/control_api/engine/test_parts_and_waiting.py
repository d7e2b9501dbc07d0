"""Tasks that are parts of others or wait for them: never in a circle, and together in the trash."""

import pytest
from sqlite_utils import Database

from control_api.app.schemas import WORKSPACE
from control_api.kinds.tasks.records.store import all_tasks, find_task
from shared.actions import (
    CancelTask,
    CompleteTask,
    CreateTask,
    DeleteTask,
    RestoreTask,
    Undo,
    UpdateTask,
)
from shared.problems import InvalidInputError
from tests.control_api.engine.conftest import Run
from tests.control_api.engine.every_kind import MILK, OATS, some_id


def test_tasks_never_wait_for_themselves_nor_are_their_own_parts(begun: Run) -> None:
    a, b, c = (some_id(number) for number in (51, 52, 53))
    for task_id in (a, b, c):
        begun(CreateTask(title="x", task_id=task_id))
    begun(UpdateTask(task_id=b, depends_on=[a], parent_id=a))
    begun(UpdateTask(task_id=c, depends_on=[b], parent_id=b))
    circles: list[UpdateTask] = [
        UpdateTask(task_id=task_id, depends_on=[needed])
        for task_id, needed in ((a, a), (a, b), (a, c), (b, c))
    ] + [
        UpdateTask(task_id=task_id, parent_id=parent)
        for task_id, parent in ((a, a), (a, b), (a, c), (b, c))
    ]
    for circle in circles:
        with pytest.raises(InvalidInputError, match="itself"):
            begun(circle)
    begun(DeleteTask(task_id=b))
    with pytest.raises(InvalidInputError, match="itself"):
        begun(RestoreTask(task_id=b), UpdateTask(task_id=a, depends_on=[c]))


def test_what_waits_is_blocked_until_the_last_is_done(db: Database, begun: Run) -> None:
    paint = begun(CreateTask(title="Paint", depends_on=[MILK, OATS])).tasks[0]
    assert paint.blocked
    refused = begun(CompleteTask(task_id=paint.id))
    assert refused.reply == "Paint waits for Milk. Finish that first."
    assert begun(CompleteTask(task_id=MILK)).freed == []
    freed = begun(CancelTask(task_id=OATS))
    assert freed.freed == [paint.id]
    assert freed.reply == "Cancelled Oats. Now you can paint."
    assert begun(Undo()).tasks[0].id == OATS
    found = find_task(db, paint.id)
    assert found is not None
    assert found.blocked
    begun(DeleteTask(task_id=OATS))
    kept = begun(UpdateTask(task_id=paint.id, depends_on=[MILK, OATS], title="Paint it"))
    assert (kept.tasks[0].depends_on, kept.tasks[0].blocked) == ([MILK, OATS], False)
    assert begun(CompleteTask(task_id=paint.id)).outcome == "done"


def test_parts_go_to_the_trash_and_come_back_with_the_whole(db: Database, begun: Run) -> None:
    deeper = begun(CreateTask(title="Flakes", parent_id=OATS)).tasks[0]
    alone = begun(CreateTask(title="Raisins", parent_id=OATS)).tasks[0]
    begun(DeleteTask(task_id=alone.id))
    before = all_tasks(db)
    deleted = begun(DeleteTask(task_id=MILK))
    assert before.keys() - all_tasks(db).keys() == {MILK, OATS, deeper.id}
    begun(RestoreTask(task_id=MILK))
    assert all_tasks(db) == before
    begun(Undo())
    assert begun(Undo()).outcome == "done"
    assert all_tasks(db) == before
    assert begun(Undo(command_id=deleted.command_id)).reply == "That was undone already."
    assert WORKSPACE.find_damage(db) == []
