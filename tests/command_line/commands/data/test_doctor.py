"""Damage is found and named."""

import sqlite3
from pathlib import Path

from tests.command_line.conftest import Terminal
from tests.control_api.conftest import Server


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
