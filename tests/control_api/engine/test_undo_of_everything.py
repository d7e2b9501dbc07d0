"""Undo and redo of every kind of action, alone and one after the other."""

from typing import get_args

import pytest
from sqlite_utils import Database

from control_api.app.schemas import WORKSPACE
from shared.actions import (
    Action,
    DeleteTask,
    Redo,
    StartTask,
    TaskAction,
    Undo,
    UpdateTask,
)
from shared.bell_actions import BellAction
from shared.thing_actions import (
    CreateProject,
    DeletePerson,
    EmptyTrash,
    PurgeThing,
    ThingAction,
    UpdateProject,
)
from tests.control_api.engine.conftest import Run
from tests.control_api.engine.every_kind import (
    DONE,
    EVERY_KIND,
    MILK,
    PERSON,
    PROJECT,
    TRASHED,
    state,
)


def test_every_kind_of_change_is_tried_here() -> None:
    tried = {type(action) for action, _ in EVERY_KIND}
    kinds = {*get_args(TaskAction), *get_args(ThingAction), *get_args(BellAction)}
    assert {kind.__name__ for kind in kinds - tried} == {
        *("ListTasks", "ListBells", "ListTrash", "ListChanges", "PurgeThing", "EmptyTrash")
    }


@pytest.mark.parametrize(("action", "reply"), EVERY_KIND, ids=lambda value: type(value).__name__)
def test_it_is_told_undone_done_again_and_undone_again(
    db: Database, begun: Run, action: Action, reply: str
) -> None:
    before = state(db)
    done = begun(action)
    assert done.reply.startswith(reply), done.reply
    after = state(db)
    assert after != before
    for turn, expected in ((Undo(), before), (Redo(), after), (Undo(), before), (Redo(), after)):
        outcome = begun(turn)
        assert outcome.outcome == "done", outcome.reply
        assert outcome.reply.startswith("Redone: " if turn == Redo() else "Undone: ")
        assert state(db) == expected
        assert WORKSPACE.find_damage(db) == []
    assert begun(Redo()).outcome == "refused"


def test_what_was_made_for_a_task_goes_with_it_whatever_was_done_to_the_task_before(
    db: Database, begun: Run
) -> None:
    before = state(db)
    begun(StartTask(task_id=MILK), UpdateTask(task_id=MILK, project="New", tags=["new"]))
    after = state(db)
    for turn, expected in ((Undo(), before), (Redo(), after)):
        begun(turn)
        assert state(db) == expected


def test_what_was_changed_and_deleted_at_once_comes_back_as_it_was(
    db: Database, begun: Run
) -> None:
    before = state(db)
    begun(UpdateTask(task_id=DONE, title="Did"), DeleteTask(task_id=DONE))
    assert WORKSPACE.find_damage(db) == []
    begun(Undo())
    assert state(db) == before


def test_undo_and_redo_go_back_and_forth_through_all_of_it(db: Database, begun: Run) -> None:
    states = [state(db)]
    for action in (
        UpdateTask(task_id=MILK, project="Work"),
        UpdateProject(project_id=PROJECT, name="Work 2"),
        DeleteTask(task_id=MILK),
        CreateProject(name="Home"),
        DeletePerson(person_id=PERSON),
    ):
        begun(action)
        states.append(state(db))
    for _ in range(2):
        for expected in reversed(states[:-1]):
            assert begun(Undo()).outcome == "done"
            assert state(db) == expected
        for expected in states[1:]:
            assert begun(Redo()).outcome == "done"
            assert state(db) == expected
    assert WORKSPACE.find_damage(db) == []


def test_an_undo_of_a_redo_takes_back_the_command_for_good(db: Database, begun: Run) -> None:
    before = state(db)
    begun(UpdateTask(task_id=MILK, title="Soy"))
    after = state(db)
    begun(Undo())
    redo = begun(Redo())
    undo = begun(Undo(command_id=redo.command_id))
    assert state(db) == before
    assert begun(Undo(command_id=redo.command_id)).reply == "That was undone already."
    begun(Undo(command_id=undo.command_id))
    assert state(db) == after
    begun(Undo())
    assert state(db) == before
    begun(Redo())
    assert state(db) == after


def test_purging_is_not_undone(begun: Run) -> None:
    before = begun(UpdateTask(task_id=MILK, title="Soy"))
    purged = begun(PurgeThing(thing_id=TRASHED))
    emptied = begun(EmptyTrash())
    for command in (purged, emptied):
        assert begun(Undo(command_id=command.command_id)).outcome == "refused"
    assert begun(Undo()).outcome == "done"
    assert begun(Undo(command_id=before.command_id)).reply == "That was undone already."
