"""An upgrade, a backup and a restore that are killed at any system call lose nothing."""

import functools
import hashlib
import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from control_api.database.backup import make_backup
from control_api.database.check import check_file
from control_api.database.folder import stored_files
from control_api.database.kept import list_backups
from control_api.database.migrations import WORKSPACE
from control_api.database.open import open_writer
from control_api.database.restore import finish_restore, restore
from control_api.database.upgrade import upgrade_folder
from shared.actions import CreateTask
from tests.control_api.database.filled import do
from tests.control_api.database.golden import golden_folder, rows
from tests.control_api.database.killing import at_call, can_kill, killed_at

CALLS = {"fdatasync": 12, "fsync": 16, "rename": 2, "unlink": 70, "ftruncate": 14, "mkdir": 4}
"""About how many of each there are in the longest of the three; those beyond kill nothing."""
MOST_WRITES = 1700
TITLES = "SELECT id, json_extract(document, '$.title'), deleted_at FROM tasks ORDER BY position"

pytestmark = [pytest.mark.fault, pytest.mark.timeout(300), can_kill]


def points(chance: random.Random, count: int) -> list[tuple[str, int]]:
    """Mostly where something is made to stay, and some of the writes in between."""
    lasting = [(call, n) for call, last in CALLS.items() for n in range(1, last + 1)]
    writes = [("pwrite64", chance.randint(1, MOST_WRITES)) for _ in range(count // 3)]
    return chance.sample(lasting, count - len(writes)) + writes


def sound(data: Path) -> bool:
    return not any(check_file(file.path, file.migrations) for file in stored_files(data))


def leftovers(data: Path) -> list[str]:
    names = [path.name for path in data.rglob("*")]
    return [name for name in names if name.endswith((".tried", ".restored", "restore.json"))]


def test_an_upgrade_that_is_killed_is_done_by_the_next_start(tmp_path: Path) -> None:
    chance = random.Random(random.randrange(1 << 32))
    whole = tmp_path / "whole"
    workspace = golden_folder(whole)
    upgrade_folder(whole, keep=14)
    expected = rows(workspace, TITLES)
    kills = 0
    for call, number in points(chance, 18):
        data = tmp_path / f"{call}-{number}"
        workspace = golden_folder(data)
        kills += killed_at(call, number, functools.partial(upgrade_folder, data, keep=14))
        upgrade_folder(data, keep=14)
        assert sound(data), (call, number)
        assert rows(workspace, TITLES) == expected, (call, number)
        assert leftovers(data) == []
        assert all(backup.reason == "upgrade" for backup in list_backups(data / "backups"))
        shutil.rmtree(data)
    assert kills > 0, "nothing was killed"


def test_a_restore_that_is_killed_is_done_or_not_begun(tmp_path: Path) -> None:
    chance = random.Random(random.randrange(1 << 32))
    whole = tmp_path / "whole"
    name = golden_folder(whole).relative_to(whole)
    upgrade_folder(whole, keep=14)
    control = sqlite3.connect(whole / "control.db")
    older = make_backup(whole, "hand", keep=14)
    db = open_writer(whole / name, WORKSPACE)
    do(db, CreateTask(title="Newer"))
    db.close()
    control.execute("UPDATE accounts SET name = 'Newer'")
    control.commit()
    control.close()
    kills = 0
    for call, number in points(chance, 18):
        data = tmp_path / f"{call}-{number}"
        shutil.copytree(whole, data)
        kills += killed_at(call, number, functools.partial(restore, data, older.id, keep=14))
        finish_restore(data)
        assert sound(data), (call, number)
        newer = [
            "Newer" in str(rows(data / name, TITLES)),
            "Newer" in str(rows(data / "control.db", "SELECT name FROM accounts")),
        ]
        assert newer[0] == newer[1], (call, number)
        assert leftovers(data) == [] or newer[0]
        shutil.rmtree(data)
    assert kills > 0, "nothing was killed"


@pytest.mark.parametrize(
    ("call", "error"),
    [("pwrite64", "ENOSPC"), ("pwrite64", "EIO"), ("fsync", "EIO"), ("rename", "ENOSPC")],
)
def test_a_disk_that_fails_under_a_backup_costs_no_older_one(
    tmp_path: Path, call: str, error: str
) -> None:
    golden_folder(tmp_path)
    upgrade_folder(tmp_path, keep=14)
    older = make_backup(tmp_path, "hand", keep=1)
    ends = set()
    for number in (1, 2, 5, 40):
        fault = f"error={error}:when={number}+"
        ends.add(at_call(call, fault, functools.partial(make_backup, tmp_path, "hand", keep=1)))
        left = [each for each in list_backups(tmp_path / "backups") if each.reason == "hand"]
        assert left
        assert left[0].id >= older.id
        for file in left[0].files:
            copy = tmp_path / "backups" / left[0].id / file.name
            assert hashlib.sha256(copy.read_bytes()).hexdigest() == file.sha256
    assert 1 in ends, "the disk never failed"
    assert make_backup(tmp_path, "hand", keep=1).damaged == {}
