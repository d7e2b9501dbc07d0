"""What was deleted is brought back, or gone for good."""

from typing import Any

from tests.command_line.conftest import Terminal


def titles(page: Any) -> list[str]:
    return [task["title"].lower() for task in page["items"]]


def test_what_was_deleted_is_brought_back_or_gone_for_good(saydo: Terminal) -> None:
    assert saydo.run("trash") == "The trash is empty.\n"
    for title in ("Milk", "Tea", "Bread"):
        saydo.run("add", title)
    saydo.run("delete", "milk", "tea", "bread")
    assert "Tea" in saydo.run("trash")
    assert saydo.run("restore", "tea") == "Tea is back.\n"
    assert "nothing like “tea” in the trash" in saydo.run("restore", "tea", code=1)
    saydo.run("purge", "milk", code=1, answer="n\n")
    assert len(saydo.json("trash")["items"]) == 2
    assert "for good" in saydo.run("purge", "milk", answer="y\n")
    saydo.run("empty-trash", "--yes")
    assert saydo.json("trash")["items"] == []
    assert titles(saydo.json("list")) == ["tea"]
