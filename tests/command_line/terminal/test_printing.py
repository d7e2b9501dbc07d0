"""What is printed suits who reads it: a person at a terminal, a pipe, a program."""

import re

import pytest

from command_line.terminal import printing, tables
from shared.search import Piece
from tests.command_line.conftest import Terminal

LONG = "日本語のとても長い題名 " * 12
ESCAPE = "\x1b[31mred\x1b[0m\x07"


def test_a_pipe_gets_whole_lines_without_colours(saydo: Terminal) -> None:
    saydo.run("add", "--exact", LONG, "--tags", "é", "--priority", "urgent")
    (_, line) = saydo.run("list").splitlines()
    assert LONG.strip() in line
    assert "\x1b" not in line
    assert line == line.rstrip()


def test_a_terminal_gets_colours_and_folded_titles(
    saydo: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    saydo.run("add", "--exact", LONG, "--priority", "urgent")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "60")
    coloured = saydo.run("list")
    assert "\x1b[1;31m" in coloured
    assert len(coloured.splitlines()) > 3
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", saydo.run("list"))


def test_what_others_wrote_can_not_steer_the_terminal(saydo: Terminal) -> None:
    assert "\x1b" not in printing.clean(ESCAPE)
    assert "\x1b" not in tables.pieces([Piece(ESCAPE, found=True)]).plain
    saydo.run("add", "--exact", "[bold]brackets[/] :smile:")
    assert "[bold]brackets[/] :smile:" in saydo.run("list")
    assert "[bold]brackets[/] :smile:" in saydo.run("show", "brackets")


@pytest.mark.parametrize(
    ("time", "shown"),
    [
        (None, ""),
        ("2026-11-24", "2026-11-24"),
        ("2026-11-24T15:00:00", "2026-11-24 15:00"),
        ("2026-11-24T15:00", "2026-11-24 15:00"),
        ("2026-11-24T15:00:30", "2026-11-24 15:00:30"),
    ],
)
def test_a_time_is_as_long_as_it_has_to_be(time: str | None, shown: str) -> None:
    assert printing.when(time, None) == shown


def test_what_is_typed_again_is_not_cut_in_eighty_columns(
    saydo: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    fields = ("--project", "A project with a long name", "--tags", "one,two", "--priority", "high")
    title = "A title that goes on for longer than a line of a terminal has room for it, and on"
    saydo.run("add", "--exact", title, "--due", "2026-12-01T15:00", *fields)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    assert "2026-12-01 15:00" in saydo.run("list")
    command = saydo.json("commands")["items"][0]
    assert re.search(rf"\d\d:\d\d +{command['id'][:8]}", saydo.run("commands"))
    plain = re.sub(r"\x1b\[[0-9;]*m", "", saydo.run("list"))
    assert max(map(len, plain.splitlines())) <= 80
