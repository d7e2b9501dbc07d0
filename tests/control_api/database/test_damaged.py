"""Files that the disk, or somebody, has changed: that is noticed and said, and all of it kept."""

import os
import random
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from control_api.app.schemas import WORKSPACE
from control_api.database.check import check_file
from control_api.database.left_open import note_start
from control_api.database.open import open_writer
from control_api.setup.setup_error import SetupError
from shared.actions import CreateTask
from tests.control_api.database.filled import data_in, do, make_filled
from tests.sizes import size

FLIPS = size(200, 2000)
PAGE = 4096
SOMEBODY = 65534


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("good") / "w.db"
    make_filled(path)
    assert check_file(path, WORKSPACE) == []
    return path


@pytest.mark.fault
@pytest.mark.sized
def test_every_flipped_bit_of_what_is_stored_is_found(good: Path, tmp_path: Path) -> None:
    seed = random.randrange(1 << 32)
    print(f"seed {seed}")
    chance = random.Random(seed)
    content = good.read_bytes()
    whole = data_in(good)
    path = tmp_path / "w.db"
    harmed = overlooked = 0
    for _ in range(FLIPS):
        flipped = bytearray(content)
        bit = chance.randrange(len(content) * 8)
        flipped[bit // 8] ^= 1 << bit % 8
        path.write_bytes(flipped)
        if data_in(path) != whole:
            harmed += 1
            if not check_file(path, WORKSPACE):
                overlooked += 1
                print(f"bit {bit} was overlooked")
    print(f"{harmed} of {FLIPS} flips changed what is stored")
    assert harmed > FLIPS // 5, "the flips hit nothing"
    assert overlooked == 0


def test_a_log_that_is_looked_for_on_any_other_page_is_found_damaged(
    good: Path, tmp_path: Path
) -> None:
    path = tmp_path / "w.db"
    for page in range(2, good.stat().st_size // PAGE + 1):
        shutil.copyfile(good, path)
        with closing(sqlite3.connect(path)) as db:
            db.execute("PRAGMA writable_schema = ON")
            moved = db.execute(
                "UPDATE sqlite_master SET rootpage = ? WHERE name = 'events' AND rootpage <> ?",
                [page, page],
            ).rowcount
            db.commit()
        assert bool(check_file(path, WORKSPACE)) == bool(moved), page


def test_an_index_that_is_said_to_be_of_another_table_is_found(good: Path, tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    shutil.copyfile(good, path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA writable_schema = ON")
        db.execute("UPDATE sqlite_master SET tbl_name = 'tasKs' WHERE name = 'tasks_by_project'")
        db.commit()
    assert check_file(path, WORKSPACE) == [
        "The schema of tasks_by_project is not as this program makes it."
    ]


@pytest.mark.fault
def test_a_file_cut_at_any_page_is_found_and_kept(good: Path, tmp_path: Path) -> None:
    content = good.read_bytes()
    for pages in range(len(content) // PAGE):
        folder = tmp_path / str(pages)
        folder.mkdir()
        path = folder / "w.db"
        path.write_bytes(content[: pages * PAGE])
        # As after a power cut: something waits beside the file, so it is checked.
        Path(f"{path}-wal").write_bytes(b"\0" * 32)
        with pytest.raises(SetupError, match=r"w\.db is damaged: .* kept as w\.db\.corrupt-"):
            open_writer(path, WORKSPACE)
        (kept,) = folder.glob("w.db.corrupt-*Z")
        assert kept.read_bytes() == content[: pages * PAGE]
        assert not path.exists()


def foreign_wal(folder: Path, path: Path) -> None:
    other = folder / "other.db"
    make_filled(other, tasks=6)
    db = open_writer(other, WORKSPACE)
    db.execute("UPDATE tasks SET updated_at = 'x'")
    shutil.copyfile(f"{other}-wal", f"{path}-wal")
    db.close()


def zeros(folder: Path, path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def nothing(folder: Path, path: Path) -> None:
    path.write_bytes(b"")


def removed_log(folder: Path, path: Path) -> None:
    """Pages of a checkpoint that was under way are in the file, the rest was beside it."""
    content = path.read_bytes()
    db = open_writer(path, WORKSPACE)
    db.execute("UPDATE tasks SET updated_at = 'x'")
    newer = path.read_bytes() if db.execute("PRAGMA wal_checkpoint").fetchone() else b""
    db.close()
    half = len(content) // PAGE // 2 * PAGE
    path.write_bytes(content[:half] + newer[half:])
    Path(f"{path}-shm").write_bytes(bytes(32768))


def put_back_by_hand(folder: Path, path: Path) -> None:
    """An older copy of it, beside the newer one's log."""
    older = path.read_bytes()
    db = open_writer(path, WORKSPACE)
    for number in range(50):
        do(db, CreateTask(title=f"Newer {number}", notes="x" * 500))
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    do(db, CreateTask(title="Newest"))
    log = Path(f"{path}-wal").read_bytes()
    db.close()
    path.write_bytes(older)
    Path(f"{path}-wal").write_bytes(log)


@pytest.mark.parametrize("has_been_up", [True, False])
@pytest.mark.parametrize("harm", [foreign_wal, zeros, nothing, removed_log, put_back_by_hand])
def test_a_file_that_is_not_what_it_was_is_kept_and_said(
    good: Path, tmp_path: Path, harm: Callable[[Path, Path], None], *, has_been_up: bool
) -> None:
    path = tmp_path / "w.db"
    shutil.copyfile(good, path)
    if has_been_up:
        note_start(tmp_path)
    harm(tmp_path, path)
    with pytest.raises(SetupError, match=r"w\.db is damaged: .* kept as w\.db\.corrupt-"):
        open_writer(path, WORKSPACE)
    with pytest.raises(SetupError, match=r"w\.db was found damaged"):
        open_writer(path, WORKSPACE)
    assert len(list(tmp_path.glob("w.db.corrupt-*Z"))) == 1


def protect_file(folder: Path, path: Path) -> None:
    path.chmod(0o400)


def hide_file(folder: Path, path: Path) -> None:
    path.chmod(0o000)


def protect_folder(folder: Path, path: Path) -> None:
    folder.chmod(0o500)


def give_away(folder: Path, path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root may give a file away")
    os.chown(path, 0, 0)
    path.chmod(0o600)


@pytest.mark.parametrize("harm", [protect_file, hide_file, protect_folder, give_away])
def test_a_file_that_is_not_ours_to_write_is_named_and_left(
    good: Path, tmp_path: Path, harm: Callable[[Path, Path], None]
) -> None:
    folder = Path(tempfile.mkdtemp())  # the folders of pytest are root's, when root runs it
    path = folder / "w.db"
    shutil.copyfile(good, path)
    if os.geteuid() == 0:
        for each in (folder, path):
            os.chown(each, SOMEBODY, SOMEBODY)
    harm(folder, path)
    before = path.read_bytes()
    told = tmp_path / "told"
    told.touch()
    told.chmod(0o666)
    child = os.fork()
    if child == 0:
        descriptor = os.open(told, os.O_WRONLY)
        if os.geteuid() == 0:
            os.setgid(SOMEBODY)
            os.setuid(SOMEBODY)
        try:
            open_writer(path, WORKSPACE)
        except SetupError as error:
            os.write(descriptor, str(error).encode())
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    folder.chmod(0o700)
    assert re.search(r"w\.db can't be (used|opened)", told.read_text()), told.read_text()
    assert [each.name for each in folder.iterdir()] == ["w.db"]
    assert path.read_bytes() == before
    shutil.rmtree(folder)
