"""The document tells of every command and option, of none that is gone, and every one has JSON."""

import re
from collections.abc import Iterator
from typing import Any

import typer

from command_line.app import app
from tests.control_api.conftest import ROOT

DOCUMENT = (ROOT / "docs" / "command_line.md").read_text()
Named = tuple[str, Any]


def walk(group: Any, before: str = "") -> Iterator[Named]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from walk(command, f"{name} ")
            if command.invoke_without_command:
                yield name, command
        else:
            yield f"{before}{name}", command


COMMANDS = dict(walk(typer.main.get_command(app)))


def options(command: Any) -> set[str]:
    return {name for each in command.params for name in (*each.opts, *each.secondary_opts)}


def test_every_command_is_told_of_and_none_that_is_gone() -> None:
    told = set(re.findall(r"`saydo ([a-z][a-z-]*(?: [a-z]+)?)", DOCUMENT))
    assert told == set(COMMANDS)


def test_every_option_is_told_of_and_none_that_is_gone() -> None:
    there = {name for command in COMMANDS.values() for name in options(command)}
    there |= options(typer.main.get_command(app))
    there = {name for name in there if name.startswith("--")} - {"--help"}
    assert set(re.findall(r"(--[a-z][a-z-]+)", DOCUMENT)) == there


def test_every_command_prints_json_for_programs() -> None:
    assert not [name for name, command in COMMANDS.items() if "--json" not in options(command)]
