"""Backups put back and taken back, damage found and named, from the command line."""

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


def test_all_is_looked_at_and_told(here: Terminal) -> None:
    here.run("add", "--exact", "Call Sarah", "--due", "2099-12-01T15:00")
    found = here.json("doctor", code=1)
    assert [check["is_well"] for check in found["checks"]] == [True, True, False]
    assert not any(file["faults"] for file in found["files"])
    told = here.run("doctor", code=1)
    assert "all but talking works" in told
    assert "changes, played from the first" in told
    assert "stored files" not in here.run("doctor", "--quick", code=1)


def test_any_file_is_examined(here: Terminal, server: Server, home: Path) -> None:
    here.run("add", "milk")
    made = here.json("backup")
    folder = server.data / "backups" / made["id"]
    (copied,) = (folder / "workspaces").glob("*.db")
    elsewhere = home / "other name.db"
    elsewhere.write_bytes(copied.read_bytes())
    good = (copied, elsewhere, folder, server.data)
    files = here.json("doctor", *map(str, good))["files"]
    assert not any(file["faults"] for file in files)
    assert [file["events"] for file in files[:2]] == [1, 1]


def test_what_is_no_sound_file_is_told_in_a_sentence(home: Path) -> None:
    with sqlite3.connect(home / "foreign.db") as db:
        db.execute("CREATE TABLE bookmarks (url TEXT)")
    db.close()
    (home / "cut.db").write_bytes((home / "foreign.db").read_bytes()[:-100])
    (home / "text.db").write_text("milk")
    (home / "empty.db").touch()
    names = ("foreign.db", "cut.db", "text.db", "empty.db", "none.db", ".")
    told = Terminal().run("doctor", *(str(home / name) for name in names), code=1)
    for said in (
        "Saydo has not written it",
        "SQLite",
        "no database",
        "is empty",
        "no such file",
        "nothing of Saydo",
    ):
        assert said in told
    assert told.count("not sound") == len(names)
