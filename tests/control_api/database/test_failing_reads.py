"""A disk that can't read at the moment is no damaged file: nothing is set aside, and it heals."""

import functools
import itertools
import shutil
from pathlib import Path

import pytest

from control_api.app.schemas import WORKSPACE
from control_api.database.open import open_writer
from tests.control_api.database.filled import make_filled
from tests.control_api.database.killing import can_kill, injected_at
from tests.sizes import IS_FULL

CALLS = ("pread64", "openat")


@pytest.fixture(scope="module")
def left_open(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As after a kill: what was done last is in the file beside."""
    path = tmp_path_factory.mktemp("good") / "w.db"
    make_filled(path, tasks=12)
    db = open_writer(path, WORKSPACE)
    db.execute("UPDATE sqlite_sequence SET seq = 1000 WHERE name = 'tasks'")
    for suffix in ("", "-wal"):
        shutil.copyfile(f"{path}{suffix}", path.with_name(f"left{suffix}"))
    db.close()
    return path.with_name("left")


def open_and_close(path: Path) -> None:
    open_writer(path, WORKSPACE).close()


@pytest.mark.fault
@pytest.mark.sized
@can_kill
@pytest.mark.parametrize("lasts", ["", "+"], ids=["once", "for ever"])
@pytest.mark.parametrize("call", CALLS)
def test_a_disk_that_cannot_read_makes_no_file_damaged(
    tmp_path: Path, left_open: Path, call: str, lasts: str
) -> None:
    every = 1 if IS_FULL else 25
    failed = 0
    for number in itertools.count(1, every):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = folder / "w.db"
        for suffix in ("", "-wal"):
            shutil.copyfile(f"{left_open}{suffix}", f"{path}{suffix}")
        ended = injected_at(
            call, f"error=EIO:when={number}{lasts}", functools.partial(open_and_close, path)
        )
        assert path.exists(), (number, [each.name for each in folder.iterdir()])
        open_and_close(path)
        shutil.rmtree(folder)
        if not ended.fired:
            break
        failed += ended.code
    print(f"{failed} of {number - 1} faults were in the way of opening")
    assert failed > 0, "no read failed"
