"""What is asked of Saydo is seen while it is handled, by a person and by a program."""

import json
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from command_line.commands.history.watch import worded
from shared.progress import ProgressEvent
from tests.command_line.conftest import Terminal
from tests.control_api.conftest import ROOT, Server
from tests.patience import PATIENCE_S, wait_until

NOTHING = "22222222-2222-4222-8222-222222222222"
MILK, TEA = ({"type": "create_task", "title": title} for title in ("Milk", "Tea"))
INTERRUPTED = 130


@contextmanager
def watching(*options: str) -> Iterator[list[str]]:
    """The lines of `saydo watch` on this machine, as they come; it is ended as by Ctrl-C."""
    lines: list[str] = []
    with subprocess.Popen(
        [sys.executable, "-m", "command_line", "watch", *options],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as child:

        def read() -> None:
            lines.extend(line.rstrip("\n") for line in child.stdout or ())

        thread = threading.Thread(target=read)
        thread.start()
        yield lines
        child.send_signal(signal.SIGINT)
        thread.join(PATIENCE_S)
        assert child.wait(PATIENCE_S) == INTERRUPTED


def run(server: Server, *actions: dict[str, Any]) -> None:
    httpx.post(
        f"{server.api}/commands",
        json={"actions": actions},
        headers=server.headers(),
        trust_env=False,
        timeout=PATIENCE_S,
    ).raise_for_status()


def until_it_follows(server: Server, lines: list[str]) -> None:
    """Ask for something until it is seen, and let that be over."""

    def is_seen() -> bool:
        run(server, {"type": "list_tasks"})
        return bool(lines)

    wait_until(is_seen)
    run(server, {"type": "list_trash"})
    wait_until(lambda: any("trash" in line.lower() and "done" in line for line in lines))
    lines.clear()


def test_each_step_is_a_line_for_a_person(here: Terminal, server: Server) -> None:
    assert here.run("list") == "There are no tasks.\n"
    with watching() as lines:
        until_it_follows(server, lines)
        run(server, MILK, TEA)
        wait_until(lambda: len(lines) == 7, lambda: lines)
        run(server, MILK, {"type": "delete_task", "task_id": NOTHING})
        wait_until(lambda: len(lines) == 12, lambda: lines)
    told = [re.sub(r"^\d\d:\d\d:\d\d  [0-9a-f]{8}  ", "", line) for line in lines]
    assert re.fullmatch(r"planned      2 steps, by \w+", told[0])
    assert told[1:6] == [
        'started      1/2 Add "Milk"',
        'finished     1/2 Add "Milk"',
        'started      2/2 Add "Tea"',
        'finished     2/2 Add "Tea"',
        "checked      allowed",
    ]
    assert told[6].startswith("done         ")
    assert told[-2] == "started      2/2 Delete it"
    assert told[-1].startswith("rolled back  2/2 ")


def test_a_program_gets_a_line_of_json_each(here: Terminal, server: Server) -> None:
    with watching("--json") as lines:
        until_it_follows(server, lines)
        here.run("say", "add milk and eggs to my shopping list")
        wait_until(lambda: len(lines) == 7, lambda: lines)
    events = [json.loads(line) for line in lines]
    assert [event["stage"] for event in events][::6] == ["planned", "done"]
    assert events[0]["text"] == "add milk and eggs to my shopping list"
    assert {event["source"] for event in events} == {"cli"}


def test_it_goes_on_when_saydo_comes_back(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server = Server(home / "data")
    server.wait_until_ready()
    monkeypatch.setenv("SAYDO_DATA", str(server.data))
    monkeypatch.setenv("SAYDO_PORT", str(server.port))
    try:
        with watching() as lines:
            until_it_follows(server, lines)
            server.kill()
            server.restart()
            until_it_follows(server, lines)
    finally:
        server.kill()


def test_who_can_reach_no_saydo_is_told_at_once(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYDO_DATA", str(home / "data"))
    monkeypatch.setenv("SAYDO_PORT", "9")
    assert "does not answer" in Terminal().run("watch", code=3)


def test_a_line_is_short_and_one() -> None:
    about: dict[str, Any] = {"command_id": "5f0c1a7e-1", "source": "voice", "actor": "owner"}
    about |= {"at": "2026-11-24T15:00:00Z", "approval_id": "a"}
    asks = ProgressEvent(
        stage="checked", verdict="needs_approval", words="Delete\nit? " + "x" * 500, **about
    )
    assert re.fullmatch(
        r"[\d:]+  5f0c1a7e  checked      needs a yes: Delete it\? x+…", worded(asks)
    )
    assert len(worded(asks)) < 160
    approved = ProgressEvent(stage="approved", **about)
    assert worded(approved).endswith("approved     by owner")
    declined = ProgressEvent(stage="declined", words="All right.", **about)
    assert worded(declined).endswith("declined     by owner: All right.")
