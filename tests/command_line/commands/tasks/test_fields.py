"""Fields of a task are given beside words or alone, and shown."""

import re

from tests.command_line.conftest import Terminal


def test_a_task_is_changed_and_shown(saydo: Terminal) -> None:
    saydo.run("add", "milk", "to", "my", "shopping", "list")
    changes = ("--due", "2026-12-24", "--tags", "food, cold", "--notes", "Oat", "--priority", "low")
    assert saydo.run("edit", "milk", *changes, "--repeat", "FREQ=WEEKLY").startswith("Changed ")
    milk = saydo.json("show", "milk")
    assert (milk["due"], milk["tags"]) == ("2026-12-24", ["food", "cold"])
    shown = saydo.run("show", milk["id"][:8])
    for fact in ("2026-12-24", "#food", "Oat", "low", "FREQ=WEEKLY", milk["id"]):
        assert fact in shown
    saydo.run("edit", milk["id"], "--repeat", "none", "--due", "none", "--tags", "none")
    assert saydo.json("show", "milk")["tags"] == []
    history = saydo.run("history", "milk")
    assert "task.updated" in history
    assert "due, tags" in history
    assert "#food" in saydo.run("tags")
    assert "Shopping" in saydo.run("projects")
    assert saydo.run("people") == "There are none yet.\n"
    assert saydo.json("filters") == {"items": [], "next_cursor": None}
    assert "Say what to change" in saydo.run("edit", "milk", code=1)
    assert "is no priority" in saydo.run("edit", "milk", "--priority", "huge", code=1)
    assert "--due" in saydo.run("edit", "--help")


def test_what_the_words_do_not_say_is_given_beside_them(saydo: Terminal) -> None:
    beside = ("--priority", "high", "--tags", "trip, rail")
    saydo.run("add", "book", "the", "train", "tomorrow", *beside)
    train = saydo.json("show", "train")
    assert (train["priority"], train["tags"]) == ("high", ["trip", "rail"])
    assert train["due"] is not None
    saydo.run("add", "--exact", "Watch Friday the 13th", "--due", "2026-12-01")
    film = saydo.json("show", "13th")
    assert (film["title"], film["due"]) == ("Watch Friday the 13th", "2026-12-01")
    saydo.run("edit", "train", "--due", "2026-12-02 15:00", "--remind", "2h", "--for", "Tom")
    train = saydo.json("show", "train")
    assert train["due"] == "2026-12-02T15:00:00"
    assert train["reminders"] == [{"before_min": 120}]
    assert train["assignees"] == ["Tom"]
    assert "is no date" in saydo.run("edit", "train", "--due", "nonsense", code=1)
    assert "Say what" in saydo.run("add", " ", code=1)
    planned = saydo.json("add", "tea", "--priority", "low", "--dry-run")
    assert planned["outcome"] == "planned"
    assert "“huge” is no priority" in saydo.run("add", "tea", "--priority", "huge", code=1)
    assert "title is empty" in saydo.run("edit", "train", "--title", " ", code=1)


def test_what_repeats_is_shown_with_its_next_times(saydo: Terminal) -> None:
    told = saydo.run("add", "pay", "rent", "on", "the", "first", "of", "every", "month")
    assert re.search(r"Next for pay rent: (\d{4}-\d\d-01(, )?){5}", told, re.IGNORECASE)
    assert re.search(r"next +(\d{4}-\d\d-01(, )?){5}", saydo.run("show", "rent"))
    told = saydo.run("edit", "rent", "--repeat", "FREQ=MONTHLY;BYMONTHDAY=2")
    assert re.search(r"Next: \d{4}-\d\d-0\d, ", told)
