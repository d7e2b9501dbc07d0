"""The command line against a real server, as a person uses it."""

import re
import stat
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.command_line.conftest import Terminal
from tests.control_api.conftest import ROOT
from tests.patience import PATIENCE_S


def titles(page: Any) -> list[str]:
    return [task["title"].lower() for task in page["items"]]


def test_a_day_with_the_command_line(saydo: Terminal) -> None:
    said = saydo.run("add", "call", "Sarah", "on", "2026-12-01", "at", "3pm")
    assert said.startswith("Call Sarah, ")
    saydo.run("add", "milk", "to", "my", "shopping", "list")
    saydo.run("add", "buy", "stamps")
    listed = saydo.run("list")
    assert re.search(r"1\s+·\s+Call Sarah\s+2026-12-01 15:00", listed)
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
    assert "no such priority" not in saydo.run("edit", "milk", "--priority", "huge", code=1)
    assert "--due" in saydo.run("edit", "--help")


def test_a_task_is_named_so_that_no_other_is_meant(saydo: Terminal) -> None:
    for title in ("Call Sarah", "Call Tom", "Call"):
        saydo.json("add", title)
    assert "There is no number 7" in saydo.run("done", "7", code=1)
    several = saydo.run("done", "cal", code=1)
    assert "may be one of these" in several
    assert several.count("Call") == 3
    assert saydo.run("show", "2").startswith("Call")
    assert saydo.run("done", "call") == "Done: call.\n"
    assert "no open task like “unicorn”" in saydo.run("done", "unicorn", code=1)
    assert saydo.json("show", "call tom")["status"] == "todo"
    assert saydo.json("show", "call")["status"] == "completed"
    refused = saydo.json("say", "finish", "the", "unicorn", code=1)
    assert refused["outcome"] in {"refused", "not_a_command"}


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


def test_tokens_are_made_and_revoked(saydo: Terminal) -> None:
    made = saydo.json("tokens", "make", "Watch", "--scope", "write", "--days", "1")
    assert made["token"]
    assert "Watch" in saydo.run("tokens", "list")
    assert made["token"] not in saydo.run("tokens", "list")
    saydo.run("tokens", "revoke", made["id"])
    assert "Watch" not in saydo.run("tokens", "list")


def test_a_login_is_for_one_person_alone_and_can_be_forgotten(saydo: Terminal, home: Path) -> None:
    file = home / "config" / "saydo" / "login.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    file.write_text("{")
    assert "saydo login" in saydo.run("list", code=1)
    assert saydo.run("logout") == "Forgotten.\n"
    assert not file.exists()


def test_a_saydo_that_does_not_answer_is_told_apart(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    login = home / "config" / "saydo" / "login.json"
    login.parent.mkdir(parents=True)
    login.write_text('{"address": "http://127.0.0.1:9", "token": "x"}')
    terminal = Terminal()
    assert "does not answer" in terminal.run("list", code=3)
    assert terminal.json("doctor", code=1)["checks"][0]["what"] == "answers"
    terminal.run("frobnicate", code=2)
    terminal.run("done", code=2)


def test_the_launcher_finds_the_saydo_of_a_data_folder(here: Terminal, home: Path) -> None:
    (home / "shared").mkdir()
    for words, told in ((["add", "milk"], "Added milk.\n"), (["done", "milk"], "Done: milk.\n")):
        result = subprocess.run(
            [ROOT / "scripts" / "saydo", *words],
            cwd=home,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (result.returncode, result.stdout.lower()) == (0, told.lower()), result.stderr
    kept = home / "state" / "saydo" / "local-tokens.json"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


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


def test_several_numbers_are_one_command(saydo: Terminal) -> None:
    for title in ("One", "Two", "Three", "Four"):
        saydo.run("add", "--exact", title, "--due", "2026-12-01")
    saydo.run("list")
    saydo.run("done", "1-2", "2", "4")
    assert len(saydo.json("list")["items"]) == 1
    saydo.run("undo")
    assert len(saydo.json("list")["items"]) == 4
    assert "no open task like “3-9”" in saydo.run("done", "3-9", code=1)


def test_a_comment_is_written_and_found(saydo: Terminal) -> None:
    saydo.run("add", "call", "Sarah")
    assert saydo.run("comment", "sarah", "on", "her", "mobile").startswith("Noted about ")
    assert "on her mobile" in saydo.run("show", "sarah")
    assert "on her mobile" in saydo.run("search", "mobile")


def test_reminders_come_with_their_receipts(saydo: Terminal) -> None:
    assert saydo.run("reminders") == "There are no reminders to come.\n"
    saydo.run("add", "--exact", "Call Sarah", "--due", "2099-12-01T15:00")
    saydo.run("edit", "sarah", "--remind", "30m")
    eventually(lambda: "14:30" in saydo.run("reminders"))
    assert re.search(r"2099-12-01 14:30 +Call Sarah +planned", saydo.run("reminders"))
    assert saydo.run("reminders", "--past") == "There were no reminders yet.\n"
    assert "aloud" in saydo.run("notifications")
    assert saydo.json("notifications", "--no-spoken")["spoken"] is False
    pushed = saydo.json("notifications", "--push", "ntfys://ntfy.sh/alice", "--spoken")
    assert len(pushed["push"]) == 1
    assert saydo.json("notifications", "--no-push") == {
        "push": [],
        "remind_at_due": True,
        "spoken": True,
    }


def eventually(answer: Callable[[], Any]) -> None:
    give_up = time.monotonic() + PATIENCE_S
    while not answer():
        assert time.monotonic() < give_up
