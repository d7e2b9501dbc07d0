"""What is printed suits who reads it: a person at a terminal, a pipe, a program."""

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from command_line.terminal import printing, tables
from control_api.setup.secrets import load_or_create
from shared.search import Piece
from tests.command_line.conftest import Terminal
from tests.control_api.conftest import ROOT

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


def test_what_is_no_text_is_refused_in_a_sentence(here: Terminal) -> None:
    said = subprocess.run(
        [sys.executable, "-m", "command_line", "add", b"\xff\xfe"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert said.returncode == 1
    assert b"UTF-8" in said.stderr
    assert b"Traceback" not in said.stderr


def test_whoever_stops_reading_is_not_told_off(here: Terminal) -> None:
    here.run("add", "milk")
    with subprocess.Popen(
        [sys.executable, "-m", "command_line", "list"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        assert child.stderr.read() == b""


def test_ctrl_c_is_quiet(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("command_line.commands.tasks.listing.with_client", interrupt)
    assert Terminal().run("list", code=130) == ""
    load_or_create(home / "data")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        place = {"SAYDO_DATA": str(home / "data"), "SAYDO_PORT": str(silent.getsockname()[1])}
        with subprocess.Popen(
            [sys.executable, "-m", "command_line", "list"],
            cwd=ROOT,
            env=os.environ | place,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as child:
            asked, _ = silent.accept()
            child.send_signal(signal.SIGINT)
            assert child.communicate() == (b"", b"")
            assert child.returncode == 130
            asked.close()


def test_ctrl_c_at_a_question_is_no_answer(home: Path) -> None:
    keyboard, screen = os.openpty()
    command = [sys.executable, "-m", "command_line", "empty-trash"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=screen, stdout=screen, stderr=screen, start_new_session=True
    ) as child:
        shown = b""
        while b"[y/N]" not in shown:
            shown += os.read(keyboard, 1000)
        child.send_signal(signal.SIGINT)
        assert child.wait() == 130
    os.close(keyboard)
    os.close(screen)


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
