"""The command line against a real server, as a person uses it."""

import json
import os
import re
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from command_line.app import COMMANDS, app
from tests.control_api.conftest import ROOT, Server, start_server

__all__ = ["start_server"]
DOCUMENT = (ROOT / "docs" / "command_line.md").read_text()


class Terminal:
    """One person at one machine."""

    def __init__(self) -> None:
        self.runner = CliRunner()

    def run(self, *words: str, code: int = 0, answer: str | None = None) -> str:
        result = self.runner.invoke(app, list(words), input=answer, terminal_width=200)
        assert result.exit_code == code, result.output + repr(result.exception)
        return result.output

    def json(self, *words: str, code: int = 0) -> Any:
        return json.loads(self.run(*words, "--json", code=code))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's folders, and no Saydo that answers."""
    for name in ("SAYDO_DATA", "SAYDO_PORT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("COLUMNS", "200")
    return tmp_path


@pytest.fixture
def saydo(home: Path, start_server: Callable[..., Server]) -> Terminal:
    server = start_server()
    terminal = Terminal()
    token = server.headers()["Authorization"].removeprefix("Bearer ")
    told = terminal.run("login", server.url, "--token", token)
    assert server.url in told
    assert token not in told
    return terminal


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
    assert saydo.run("redo").startswith("Undone: ")
    assert titles(saydo.json("list")) == ["milk"]
    assert titles(saydo.json("list", "#none")) == []
    assert set(titles(saydo.json("list", "done", "--all"))) == {"call sarah", "buy stamps"}
    assert titles(saydo.json("list", "--project", "Shopping", "--search", "mi")) == ["milk"]
    assert saydo.run("list", "no", "date", "--project", "Nothing") == "There are no tasks.\n"
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
    assert "can't be read" in saydo.run("import", str(home / "none"), code=1)
    assert saydo.run("backup").startswith("Backed up 2 files")
    assert len(saydo.json("backups")["items"]) == 1
    assert "hand" in saydo.run("backups")


def test_tokens_are_made_and_revoked(saydo: Terminal) -> None:
    made = saydo.json("tokens", "make", "Watch", "--scope", "write", "--days", "1")
    assert made["token"]
    assert "Watch" in saydo.run("tokens", "list")
    assert made["token"] not in saydo.run("tokens", "list")
    saydo.run("tokens", "revoke", made["id"])
    assert "Watch" not in saydo.run("tokens", "list")


def test_the_doctor_says_what_is_missing(saydo: Terminal) -> None:
    found = saydo.json("doctor", code=1)
    assert found["well"] == {"reachable": True, "signed in": True, "ready": False}
    assert re.search(r"ready\s+no", saydo.run("doctor", code=1))


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
    assert terminal.json("doctor", code=1)["well"] == {"reachable": False}
    terminal.run("frobnicate", code=2)
    terminal.run("done", code=2)


def test_the_launcher_finds_the_saydo_of_a_data_folder(
    home: Path, start_server: Callable[..., Server]
) -> None:
    server = start_server()
    (home / "shared").mkdir()
    environ = os.environ | {"SAYDO_DATA": str(server.data), "SAYDO_PORT": str(server.port)}
    for words, told in ((["add", "milk"], "Added milk.\n"), (["done", "milk"], "Done: milk.\n")):
        result = subprocess.run(
            [ROOT / "scripts" / "saydo", *words],
            cwd=home,
            env=environ,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (result.returncode, result.stdout.lower()) == (0, told.lower()), result.stderr


def test_the_document_tells_of_every_command_and_option_and_of_none_that_is_gone() -> None:
    terminal = Terminal()
    commands = {*COMMANDS, "tokens"}
    assert set(re.findall(r"saydo ([a-z-]+)", DOCUMENT)) == commands
    helps = [terminal.run(name, "--help") for name in COMMANDS]
    helps += [terminal.run("tokens", name, "--help") for name in ("list", "make", "revoke")]
    options = set(re.findall(r"--[a-z][a-z-]+", " ".join(helps))) - {"--help"}
    assert set(re.findall(r"(--[a-z][a-z-]+)", DOCUMENT)) == options
