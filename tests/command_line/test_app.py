"""Every error is told in a sentence, and who breaks off is left in peace."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from control_api.setup.secrets import load_or_create
from tests.command_line.conftest import Terminal
from tests.control_api.conftest import ROOT
from tests.patience import wait_until


def test_what_is_empty_means_nothing(saydo: Terminal) -> None:
    saydo.run("add", "milk")
    saydo.run("delete", "milk")
    for words in (
        ("undo", ""),
        ("purge", "", "--yes"),
        ("show", " "),
        ("done", ""),
        ("projects", "make", " "),
        ("projects", "remove", ""),
        ("comments", "list", ""),
    ):
        assert saydo.run(*words, code=1)
    assert len(saydo.json("trash")["items"]) == 1
    assert "is empty" in saydo.run("tokens", "make", " ", code=2)
    assert "is empty" in saydo.run("workspaces", "make", "", code=2)


@pytest.mark.parametrize(
    "words",
    [
        ("add",),
        ("add", "--exact"),
        ("edit", "milk", "--title"),
        ("edit", "milk", "--due"),
        ("show",),
        ("list",),
        ("list", "--search"),
        ("projects", "make"),
        ("tags", "remove"),
        ("filters", "make", "x"),
        ("tokens", "make"),
        ("undo",),
        ("restore",),
        ("doctor",),
        ("login",),
    ],
    ids=" ".join,
)
def test_ten_thousand_characters_are_refused_in_a_short_sentence(
    saydo: Terminal, words: tuple[str, ...]
) -> None:
    saydo.run("add", "milk")
    told = saydo.run(*words, "x" * 10_000, code=1)
    assert len(told) < 500
    assert "Traceback" not in told
    assert "`" not in told


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

        def ended() -> bool:
            # Once is not enough in the moment before Python begins to read, and twice in a row is
            # too much for a Python that ends.
            child.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                child.wait(2)
            return child.returncode is not None

        wait_until(ended)
        assert child.returncode == 130
    os.close(keyboard)
    os.close(screen)
