"""Backups that are made while people write are each of one moment, and sound."""

import asyncio
from pathlib import Path

import pytest
from sqlite_utils import Database

from control_api.app.application import CHECKER
from control_api.app.schemas import CONTROL, WORKSPACE, data_folder
from control_api.database.check import check_file
from control_api.database.open import DatabaseFile, open_writer
from control_api.edges.backups.maker import Backups
from shared.actions import CreateTask
from tests.control_api.database.filled import run
from tests.control_api.database.golden import OWNER, rows
from tests.sizes import size

BACKUPS = size(5, 50)
TITLES = "SELECT json_extract(document, '$.title') FROM tasks ORDER BY position"


@pytest.mark.sized
async def test_each_backup_holds_what_was_acknowledged_before_it(tmp_path: Path) -> None:
    open_writer(tmp_path / "control.db", CONTROL).close()
    (tmp_path / "workspaces").mkdir()
    name = f"workspaces/{OWNER}.db"
    file = DatabaseFile(tmp_path / name, WORKSPACE)
    backups = Backups(data_folder(tmp_path), keep=BACKUPS, checker=CHECKER)
    acknowledged = 0
    stop = asyncio.Event()

    def create(db: Database) -> None:
        run(db, CreateTask(title=f"Task {acknowledged}"))

    async def write() -> None:
        nonlocal acknowledged
        while not stop.is_set():
            await file.write(create)
            acknowledged += 1

    writing = asyncio.create_task(write())
    made = []
    for _ in range(BACKUPS):
        at_least = acknowledged
        backup = await backups.make("hand")
        made.append((backup, at_least, acknowledged + 1))
    stop.set()
    await writing
    await asyncio.to_thread(file.close)
    assert acknowledged > BACKUPS
    for backup, at_least, at_most in made:
        copy = tmp_path / "backups" / backup.id / name
        titles = [title for (title,) in rows(copy, TITLES)]
        assert titles == [f"Task {number}" for number in range(len(titles))]
        assert at_least <= len(titles) <= at_most
        assert check_file(copy, WORKSPACE) == []
