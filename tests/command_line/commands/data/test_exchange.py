"""Everything is moved out and in."""

from pathlib import Path
from typing import Any

from tests.command_line.conftest import Terminal


def titles(page: Any) -> list[str]:
    return [task["title"].lower() for task in page["items"]]


def test_everything_is_moved_out_and_in_and_backed_up(saydo: Terminal, home: Path) -> None:
    saydo.run("add", "milk", "to", "my", "shopping", "list")
    file = home / "all.json"
    assert saydo.run("export", str(file)).startswith("Wrote ")
    assert "is there already" in saydo.run("export", str(file), code=1)
    assert "milk" in saydo.run("export", "-", "--format", "csv").lower()
    saydo.run("undo")
    planned = saydo.run("import", str(file), "--dry-run")
    assert "Nothing was changed yet." in planned
    assert saydo.json("list")["items"] == []
    assert "saydo undo" in saydo.run("import", str(file))
    assert titles(saydo.json("list")) == ["milk"]
    saydo.run("undo")
    assert saydo.json("list")["items"] == []
    assert "can't be read" in saydo.run("import", str(home / "none.json"), code=1)
    assert "--format" in saydo.run("import", str(home / "none"), code=1)
    assert saydo.run("backup").startswith("Backed up ")
    assert saydo.json("backups")["items"]
    assert "hand" in saydo.run("backups")
