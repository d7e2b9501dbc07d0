"""An upgrade, a backup and a restore that are killed at any system call lose nothing."""

import functools
import hashlib
import itertools
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from control_api.app.schemas import WORKSPACE, data_folder
from control_api.database.backup import make_backup
from control_api.database.check import check_file
from control_api.database.kept_backups import list_backups
from control_api.database.open import open_writer
from control_api.database.restore import finish_restore, restore
from control_api.database.upgrade import upgrade_folder
from shared.actions import CreateTask
from tests.control_api.database.filled import do
from tests.control_api.database.golden import golden_folder, rows
from tests.control_api.database.killing import at_call, can_kill, killed_at
from tests.sizes import IS_FULL

CALLS = {"fdatasync": 12, "fsync": 16, "rename": 2, "unlink": 70, "ftruncate": 14, "mkdir": 4}
"""About how many of each there are in the longest of the three; those beyond kill nothing."""
MOST_WRITES = 1700
SAMPLED = 18
TITLES = "SELECT id, json_extract(document, '$.title'), deleted_at FROM tasks ORDER BY position"

pytestmark = [pytest.mark.fault, pytest.mark.sized, can_kill]


def kill_everywhere(try_at: Callable[[str, int], bool]) -> None:
    """Kill at some calls, mostly where something is made to stay; in full at each there is."""
    if IS_FULL:
        killed = 0
        for call in (*CALLS, "pwrite64"):
            killed = next(n for n in itertools.count(1) if not try_at(call, n)) - 1
            print(f"killed at each of {killed} {call}")
        assert killed > 0, "nothing was written"
    else:
        chance = random.Random(random.randrange(1 << 32))
        lasting = [(call, n) for call, last in CALLS.items() for n in range(1, last + 1)]
        points = chance.sample(lasting, SAMPLED - SAMPLED // 3)
        points += [("pwrite64", chance.randint(1, MOST_WRITES)) for _ in range(SAMPLED // 3)]
        assert sum(try_at(*point) for point in points) > 0, "nothing was killed"


def sound(data: Path) -> bool:
    return not any(check_file(file.path, file.schema) for file in data_folder(data).files())


def leftovers(data: Path) -> list[str]:
    names = [path.name for path in data.rglob("*")]
    return [name for name in names if name.endswith((".tried", ".restored", "restore.json"))]


def test_an_upgrade_that_is_killed_is_done_by_the_next_start(tmp_path: Path) -> None:
    whole, older = tmp_path / "whole", tmp_path / "older"
    workspace = golden_folder(whole)
    upgrade_folder(data_folder(whole), keep=14)
    expected = rows(workspace, TITLES)
    name = golden_folder(older).relative_to(older)

    def try_at(call: str, number: int) -> bool:
        data = tmp_path / f"{call}-{number}"
        shutil.copytree(older, data)
        killed = killed_at(
            call, number, functools.partial(upgrade_folder, data_folder(data), keep=14)
        )
        upgrade_folder(data_folder(data), keep=14)
        assert sound(data), (call, number)
        assert rows(data / name, TITLES) == expected, (call, number)
        assert leftovers(data) == []
        assert all(backup.reason == "upgrade" for backup in list_backups(data / "backups"))
        shutil.rmtree(data)
        return killed

    kill_everywhere(try_at)


def test_a_restore_that_is_killed_is_done_or_not_begun(tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    name = golden_folder(whole).relative_to(whole)
    upgrade_folder(data_folder(whole), keep=14)
    control = sqlite3.connect(whole / "control.db")
    older = make_backup(data_folder(whole), "hand", keep=14)
    db = open_writer(whole / name, WORKSPACE)
    do(db, CreateTask(title="Newer"))
    db.close()
    control.execute("UPDATE accounts SET name = 'Newer'")
    control.commit()
    control.close()

    def try_at(call: str, number: int) -> bool:
        data = tmp_path / f"{call}-{number}"
        shutil.copytree(whole, data)
        killed = killed_at(
            call, number, functools.partial(restore, data_folder(data), older.id, keep=14)
        )
        finish_restore(data)
        assert sound(data), (call, number)
        newer = [
            "Newer" in str(rows(data / name, TITLES)),
            "Newer" in str(rows(data / "control.db", "SELECT name FROM accounts")),
        ]
        assert newer[0] == newer[1], (call, number)
        assert leftovers(data) == [] or newer[0]
        shutil.rmtree(data)
        return killed

    kill_everywhere(try_at)


@pytest.mark.parametrize(
    ("call", "error"),
    [("pwrite64", "ENOSPC"), ("pwrite64", "EIO"), ("fsync", "EIO"), ("rename", "ENOSPC")],
)
def test_a_disk_that_fails_under_a_backup_costs_no_older_one(
    tmp_path: Path, call: str, error: str
) -> None:
    golden_folder(tmp_path)
    upgrade_folder(data_folder(tmp_path), keep=14)
    older = make_backup(data_folder(tmp_path), "hand", keep=1)
    ends = set()
    for number in (1, 2, 5, 40):
        fault = f"error={error}:when={number}+"
        ends.add(
            at_call(
                call, fault, functools.partial(make_backup, data_folder(tmp_path), "hand", keep=1)
            )
        )
        left = [each for each in list_backups(tmp_path / "backups") if each.reason == "hand"]
        assert left
        assert left[0].id >= older.id
        for file in left[0].files:
            copy = tmp_path / "backups" / left[0].id / file.name
            assert hashlib.sha256(copy.read_bytes()).hexdigest() == file.sha256
    assert 1 in ends, "the disk never failed"
    assert make_backup(data_folder(tmp_path), "hand", keep=1).damaged == {}
