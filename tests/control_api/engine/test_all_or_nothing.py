"""A plan of one to ten actions that fails at each of them, in each way: all is as it was before."""

import functools
import os
import signal
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from control_api.app.registry import KINDS
from control_api.app.schemas import WORKSPACE
from control_api.database.open import open_reader, open_writer
from shared.actions import (
    Action,
    CompleteTask,
    CreateTask,
    DeleteTask,
    SnoozeTask,
    UpdateTask,
)
from shared.problems import InvalidInputError, NotFoundError
from shared.thing_actions import CreateComment, CreateProject, EmptyTrash
from tests.control_api.database.filled import do
from tests.control_api.engine.conftest import Run

FIRST, SECOND = (str(uuid.UUID(int=number)) for number in (1, 2))
BAD = SnoozeTask(task_id=FIRST)
"""Stands for an action that breaks."""


class BrokenError(Exception):
    """Something nobody thought of."""


ACTIONS: dict[Any, Any] = KINDS.actions


@pytest.fixture
def began(run: Run, db: Database) -> list[str]:
    run(CreateTask(title="Milk", task_id=FIRST, project="Home"))
    run(CreateTask(title="Tea", task_id=SECOND, tags=["shop"]))
    return content(db)


def content(db: Database) -> list[str]:
    return list(db.conn.iterdump())


def plan(length: int) -> list[Action]:
    """So many actions, all of which can be done; each time with new names."""
    actions: list[Action] = [
        UpdateTask(task_id=FIRST, title="Oat milk", project="New"),
        CreateTask(title="Bread", tags=["bakery"], parent_id=SECOND),
        CreateComment(task_id=SECOND, text="Green"),
        CompleteTask(task_id=SECOND),
        CreateProject(name="Garden"),
        UpdateTask(task_id=FIRST, depends_on=[SECOND]),
        CreateTask(title="Water", repeat=None, due="2026-12-01"),
        CreateTask(title="Seeds", project="Garden"),
        UpdateTask(task_id=FIRST, due="2026-12-01T10:00:00"),
    ]
    return [*actions[: length - 1], DeleteTask(task_id=FIRST)]


PLACES = [(length, place) for length in range(1, 11) for place in range(length)]


def broken(length: int, place: int, bad: Action) -> list[Action]:
    actions = plan(length)
    actions[place] = bad
    return actions


@pytest.mark.parametrize(
    ("bad", "error"),
    [
        (CompleteTask(task_id=str(uuid.UUID(int=9))), NotFoundError),
        (CreateTask(title=""), InvalidInputError),
        (EmptyTrash(), InvalidInputError),
        (BAD, BrokenError),
    ],
    ids=["nothing there", "no title", "not allowed with others", "a fault of ours"],
)
def test_what_fails_anywhere_in_a_plan_leaves_everything_as_it_was(
    db: Database,
    run: Run,
    began: list[str],
    bad: Action,
    error: type[Exception],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def break_down(*_: object) -> None:
        raise BrokenError

    monkeypatch.setitem(ACTIONS, SnoozeTask, break_down)
    for length, place in PLACES:
        if length == 1 and isinstance(bad, EmptyTrash):
            continue  # alone it may come
        with pytest.raises(error):
            run(*broken(length, place, bad), raises=True)
        assert content(db) == began, (length, place)


def test_a_plan_that_is_refused_is_on_record_and_changes_nothing_else(
    db: Database, run: Run, began: list[str]
) -> None:
    for length, place in PLACES:
        outcome = run(*broken(length, place, CompleteTask(task_id=str(uuid.UUID(int=9)))))
        assert outcome.outcome == "refused"
        stored = db.execute(
            "SELECT json_extract(answer, '$.outcome') FROM commands WHERE id = ?",
            [outcome.command_id],
        ).fetchone()
        assert stored == ("refused",)

    def but_commands(lines: list[str]) -> list[str]:
        return [line for line in lines if "commands" not in line and "sqlite_sequence" not in line]

    assert but_commands(content(db)) == but_commands(began)
    assert WORKSPACE.find_damage(db) == []


def test_a_plan_that_is_killed_anywhere_leaves_everything_as_it_was(
    tmp_path: Path, db: Database, run: Run, began: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setitem(ACTIONS, SnoozeTask, die)
    db.close()
    for length, place in PLACES:
        ended = in_a_copy_of_this_process(
            functools.partial(in_own_file, tmp_path, broken(length, place, BAD))
        )
        assert ended == -signal.SIGKILL
        reader = open_reader(tmp_path / "workspace.db")
        assert content(reader) == began, (length, place)
        reader.close()


def in_own_file(folder: Path, actions: list[Action]) -> None:
    db = open_writer(folder / "workspace.db", WORKSPACE)
    do(db, *actions)


def in_a_copy_of_this_process(work: Callable[[], None]) -> int:
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
