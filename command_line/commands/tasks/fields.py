"""Fields of a task as they are given on the command line."""

import re
from collections.abc import Callable
from typing import Any, get_args

from command_line.connection.api import run_words
from command_line.lookup.tasks import pick
from command_line.terminal.errors import CommandLineError
from command_line.terminal.options import NONE
from command_line.terminal.printing import quoted
from shared.actions import CreateTask
from shared.tasks import Priority

ZONES = {"due": "time_zone", "start": "start_time_zone", "deadline": "deadline_time_zone"}

_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?))?")
_BEFORE = re.compile(r"(\d{1,5})\s*(m|min|h|d)?")
_PRIORITIES = get_args(Priority)
_MINUTES = {None: 1, "m": 1, "min": 1, "h": 60, "d": 1440}
_PROBE = "Saydo"
"""A title with which a date is read as it would be in a sentence."""


def read_fields(given: dict[str, str | None]) -> dict[str, Any]:
    """What is given, as the API takes it; ``none`` empties. Raises `CommandLineError`."""
    fields: dict[str, Any] = {}
    for name, text in given.items():
        if text is not None:
            fields |= _field(name, text)
    return fields


def _field(name: str, text: str) -> dict[str, Any]:
    if name == "title" and not text.strip():
        raise CommandLineError("The title is empty: write something in it.")
    if name in {"title", "notes"}:
        return {name: text}
    empty = text.strip().casefold() == NONE
    if name in ZONES:
        return {name: None, ZONES[name]: None} if empty else _date(name, text.strip())
    return {name: _READ[name](text.strip(), empty) if name in _READ else None if empty else text}


def _names(text: str, empty: bool) -> list[str]:
    return [] if empty else [part.strip() for part in text.split(",") if part.strip()]


def _priority(text: str, empty: bool) -> str | None:
    chosen = text.casefold()
    if not empty and chosen not in _PRIORITIES:
        raise CommandLineError(
            f"{quoted(text)} is no priority; write {', '.join(_PRIORITIES)}, or none."
        )
    return None if empty else chosen


def _waits_for(text: str, empty: bool) -> list[str]:
    return [] if empty else [pick(text).id]


def _repeat(text: str, empty: bool) -> dict[str, str] | None:
    return None if empty else {"rule": text}


def _date(name: str, text: str) -> dict[str, Any]:
    if (written := _ISO.fullmatch(text)) is not None:
        return {name: "T".join(filter(None, written.groups()))}
    planned = run_words(f"add {_PROBE} {text}", dry_run=True)
    made = [action for action in planned.actions if isinstance(action, CreateTask)]
    if len(made) != 1 or made[0].due is None or made[0].title.casefold() != _PROBE.casefold():
        raise CommandLineError(
            f"{quoted(text)} is no date; "
            "write 2026-11-24, 2026-11-24T15:00, or such as friday at 3."
        )
    return {name: made[0].due, ZONES[name]: made[0].time_zone}


def _reminders(text: str, empty: bool) -> list[dict[str, Any]]:
    if empty:
        return []
    before = _BEFORE.fullmatch(text)
    if before is not None:
        return [{"before_min": int(before[1]) * _MINUTES[before[2]]}]
    found = _date("due", text)
    return [{"at": found["due"], "time_zone": found.get("time_zone")}]


_READ: dict[str, Callable[[str, bool], Any]] = {
    "tags": _names,
    "assignees": _names,
    "depends_on": _waits_for,
    "reminders": _reminders,
    "repeat": _repeat,
    "priority": _priority,
}
