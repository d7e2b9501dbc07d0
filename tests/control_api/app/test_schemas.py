"""What the composed schema of a workspace looks at; each check is tested where it lies."""

from pathlib import Path

import pytest

from control_api.app.schemas import WORKSPACE
from control_api.database.check import check_file, check_quickly
from control_api.database.open import open_writer
from shared.actions import CreateTask
from tests.control_api.database.filled import do


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "workspace.db"
    workspace = open_writer(path, WORKSPACE)
    for title in ("Milk", "Oats"):
        do(workspace, CreateTask(title=title))
    workspace.close()
    assert check_quickly(path, WORKSPACE) == check_file(path, WORKSPACE) == []
    return path


def change(path: Path, statement: str) -> None:
    workspace = open_writer(path, WORKSPACE)
    with workspace.conn:
        workspace.execute(statement)
    workspace.close()


def test_lost_events_are_seen_at_the_first_look(path: Path) -> None:
    change(path, "DELETE FROM events WHERE id = 2")
    assert check_quickly(path, WORKSPACE) == ["Of 2 events 1 are in the log."]


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("UPDATE tasks SET title_key = 'tea' WHERE position = 1", "is not as the log says."),
        ("UPDATE commands SET text = 'Tea' WHERE position = 1", "is not as it was written."),
        ("INSERT INTO task_words (task_words) VALUES ('delete-all')", "full-text index"),
    ],
    ids=["log", "commands", "words"],
)
def test_a_full_look_goes_over_all_of_them(path: Path, statement: str, sentence: str) -> None:
    change(path, statement)
    assert any(sentence in fault for fault in check_file(path, WORKSPACE))


def test_the_events_of_a_file_are_counted(path: Path) -> None:
    workspace = open_writer(path, WORKSPACE)
    assert WORKSPACE.count_events is not None
    assert WORKSPACE.count_events(workspace) == 2
    workspace.close()
