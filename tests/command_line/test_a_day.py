"""A day with the command line against a real server, as a person uses it."""

import re
from typing import Any

from tests.command_line.conftest import Terminal


def titles(page: Any) -> list[str]:
    return [task["title"].lower() for task in page["items"]]


def test_a_day_with_the_command_line(saydo: Terminal) -> None:
    said = saydo.run("add", "call", "Sarah", "on", "2031-12-01", "at", "3pm")
    assert said.startswith("Call Sarah, ")
    saydo.run("add", "milk", "to", "my", "shopping", "list")
    saydo.run("add", "buy", "stamps")
    listed = saydo.run("list")
    assert re.search(r"1\s+·\s+Call Sarah\s+2031-12-01 15:00", listed)
    assert re.search(r"Milk\s+Shopping", listed, re.IGNORECASE)
    assert saydo.run("start", "1") == "Started call Sarah.\n"
    assert saydo.run("done", "1", "buy stamps").count("Done:") == 2
    assert saydo.run("undo").startswith("Undone: ")
    assert len(saydo.json("list")["items"]) == 3
    redone = saydo.run("redo")
    assert redone.startswith("Redone: ")
    assert {"buy stamps is done again", "call Sarah is done again"} <= set(
        redone.removeprefix("Redone: ").rstrip(".\n").split(", and ")
    )
    assert titles(saydo.json("list")) == ["milk"]
    assert titles(saydo.json("list", "#none")) == []
    assert set(titles(saydo.json("list", "done", "--all"))) == {"call sarah", "buy stamps"}
    assert titles(saydo.json("list", "--project", "Shopping", "--search", "mi")) == ["milk"]
    assert saydo.run("list", "overdue", "--project", "Shopping") == "There are no tasks.\n"
    assert "no project like “Nothing”" in saydo.run("list", "--project", "Nothing", code=1)
    assert saydo.run("search", "mil").strip().lower().endswith("milk")
    assert saydo.run("search", "unicorn") == "Nothing was found.\n"
    assert saydo.run("say", "what", "is", "on", "my", "list").startswith("You have one task")
    assert saydo.json("add", "tea", "--dry-run")["outcome"] == "planned"
    assert {each["source"] for each in saydo.json("commands")["items"]} == {"cli"}
    assert "can be" in saydo.run("commands", "--limit", "20")
