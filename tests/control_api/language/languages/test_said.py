"""What people say in other languages than English, and what it means: a table for each."""

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest
import yaml

from control_api.engine.plan import CommandPlan
from control_api.language.understanding.reading.interpret import interpret
from control_api.language.understanding.scene import Known
from control_api.language.words.language import Language
from control_api.language.words.loading import load
from shared.actions import Action
from shared.tasks import Task

HERE = Path(__file__).parent
TABLES: dict[str, Any] = {
    path.parent.name: yaml.load(
        path.read_text("utf-8"),
        # Dates stay the text they are written as.
        Loader=yaml.BaseLoader,
    )
    for path in sorted(HERE.glob("*/said.yaml"))
}
STAMP = "2026-11-01T08:00:00Z"


@cache
def language(name: str) -> Language:
    return load(name)


@cache
def known(name: str) -> Known:
    """What the person of the table has; the first task was mentioned last."""
    scene = TABLES[name]["scene"]
    tasks = [
        Task(task_id, title, "todo", due or None, zone_of(due), project or None, STAMP, STAMP)
        for task_id, (title, due, project) in scene["tasks"].items()
    ]
    return Known(open_tasks=tasks, projects=scene["projects"], mentioned=[tasks[0].id])


def zone_of(due: str) -> str | None:
    return "Europe/Berlin" if "T" in due else None


def read(name: str, text: str) -> CommandPlan:
    zone = ZoneInfo("Europe/Berlin")
    now = datetime.fromisoformat(TABLES[name]["scene"]["now"]).replace(tzinfo=zone)
    return interpret(text, language=language(name), now=now, time_zone=zone, known=known(name))


def rows(table: str) -> pytest.MarkDecorator:
    given = [
        pytest.param(name, text, meant, id=f"{name}: {text}")
        for name, tables in TABLES.items()
        for text, meant in of_table(tables.get(table, {}))
    ]
    return pytest.mark.parametrize(("name", "text", "meant"), given)


def of_table(table: Any) -> list[tuple[str, Any]]:
    return [(text, None) for text in table] if isinstance(table, list) else list(table.items())


def told(action: Action) -> dict[str, Any]:
    """What an action says, as text, without the zone that all share."""
    fields = as_text(msgspec.to_builtins(action, str_keys=True))
    return {name: value for name, value in fields.items() if name != "time_zone"}


def as_text(value: Any) -> Any:
    match value:
        case dict():
            said = {name: each for name, each in value.items() if each not in (None, "", [], False)}
            return {name: as_text(each) for name, each in said.items()}
        case list():
            return [as_text(each) for each in value]
        case _:
            return str(value)


@rows("create")
def test_tasks_are_made(name: str, text: str, meant: list[list[str]]) -> None:
    """Each is its title, when it is due, its list and how it repeats, as far as that is said."""
    reading = read(name, text)
    assert reading.outcome == "planned", reading
    made = [
        [each.get("title"), each.get("due", ""), each.get("project", ""), rule_of(action)]
        for action in reading.actions
        for each in [told(action)]
    ]
    assert made == [[*each, *[""] * (4 - len(each))] for each in meant]


def rule_of(action: Action) -> str:
    repeat = getattr(action, "repeat", None)
    return repeat.rule if repeat else ""


@rows("act")
def test_actions_are_planned(name: str, text: str, meant: list[dict[str, Any]]) -> None:
    reading = read(name, text)
    assert reading.outcome == "planned", reading
    assert [told(action) for action in reading.actions] == meant


@rows("reply")
def test_what_is_asked_or_answered(name: str, text: str, meant: str) -> None:
    assert read(name, text).reply == meant


@rows("nothing")
def test_what_asks_for_nothing_changes_nothing(name: str, text: str, meant: None) -> None:
    del meant
    reading = read(name, text)
    assert reading.outcome == "not_a_command", reading
