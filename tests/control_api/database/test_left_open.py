"""After a kill the first look is enough; after the machine went down a file is checked in full."""

import shutil
from pathlib import Path

import pytest

from control_api.app.schemas import WORKSPACE
from control_api.database import left_open
from control_api.database.left_open import is_doubtful, note_start
from control_api.database.open import open_writer
from control_api.setup.setup_error import SetupError
from tests.control_api.database.filled import make_filled


@pytest.fixture
def boot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The name that the machine has given itself, to be written."""
    name = tmp_path / "boot"
    name.write_text("monday\n")
    monkeypatch.setattr(left_open, "_BOOT", name)
    return name


@pytest.fixture
def killed(tmp_path: Path) -> Path:
    """A workspace as a kill leaves it, with a row that is not as the log says."""
    data = tmp_path / "data"
    (data / "workspaces").mkdir(parents=True)
    path = data / "workspaces" / "w.db"
    note_start(data)
    running = tmp_path / "running.db"
    make_filled(running)
    db = open_writer(running, WORKSPACE)
    db.execute("UPDATE tasks SET title_key = 'other'")
    for suffix in ("", "-wal"):
        shutil.copyfile(f"{running}{suffix}", f"{path}{suffix}")
    db.close()
    return path


@pytest.mark.usefixtures("boot")
def test_a_file_that_a_killed_program_left_is_used_at_once(killed: Path) -> None:
    assert not is_doubtful(killed)
    open_writer(killed, WORKSPACE).close()


def test_a_file_that_was_open_when_the_machine_went_down_is_checked(
    boot: Path, killed: Path
) -> None:
    boot.write_text("tuesday\n")
    note_start(killed.parent.parent)
    with pytest.raises(SetupError, match="is not as the log says"):
        open_writer(killed, WORKSPACE)


def test_it_stays_in_doubt_until_it_was_checked(boot: Path, killed: Path) -> None:
    boot.write_text("tuesday\n")
    for _ in range(2):
        note_start(killed.parent.parent)
        assert is_doubtful(killed)
    left_open.note_sound(killed)
    assert not is_doubtful(killed)


def test_nobody_knows_without_a_name_or_without_a_note(boot: Path, killed: Path) -> None:
    note = killed.parent.parent / left_open.NAME
    note.write_text("{")
    assert is_doubtful(killed)
    boot.unlink()
    note_start(killed.parent.parent)
    assert is_doubtful(killed)
