"""Backups are put back, and that is taken back, from the command line."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command_line.conftest import Terminal
from tests.control_api.conftest import Server, start_server

__all__ = ["start_server"]


def test_who_lost_everything_is_told_what_to_do_and_gets_it_back(
    home: Path, start_server: Callable[..., Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    server, saydo = start_server(), Terminal()
    monkeypatch.setenv("SAYDO_DATA", str(server.data))
    monkeypatch.setenv("SAYDO_PORT", str(server.port))
    saydo.run("add", "milk")
    made = saydo.json("backup")
    saydo.run("add", "tea")
    saydo.run("delete", "milk")
    listed = saydo.run("restore")
    assert made["id"] in listed
    assert "milk" in listed.lower()
    told = saydo.run("restore", "latest", "--yes")
    assert "Everything is as it was" in told
    assert "tea" not in saydo.run("list").lower()
    saydo.run(*told.split()[-3:][1:], "--yes")
    assert "tea" in saydo.run("list").lower()
    server.stop()

    (database,) = (server.data / "workspaces").glob("*.db")
    with sqlite3.connect(database) as db:
        db.execute("UPDATE tasks SET title_key = 'other'")
    db.close()
    found = saydo.run("doctor", code=1)
    assert "does not answer" in found
    assert f"workspaces/{database.name} is not sound" in found
    newest = saydo.run("restore").splitlines()[2].split()[0]
    assert f"saydo restore {newest}" in found

    saydo.run("restore", "latest", answer="n\n", code=1)
    told = saydo.run("restore", "latest", answer="y\n")
    assert "Everything is as it was" in told
    before = told.rpartition("saydo restore ")[2].strip()
    assert saydo.json("doctor", str(database))["well"] is True
    back = saydo.json("restore", before, "--yes")
    assert back["before"] is not None


def test_a_backup_elsewhere_is_not_put_back_here(saydo: Terminal) -> None:
    assert "on the machine where this Saydo runs" in saydo.run("restore", "latest", code=1)
