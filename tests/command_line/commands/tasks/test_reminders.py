"""Reminders come with what became of them."""

import re
import time
from collections.abc import Callable
from typing import Any

from tests.command_line.conftest import Terminal
from tests.patience import PATIENCE_S


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
