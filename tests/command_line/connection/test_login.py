"""Where Saydo is and how one gets in there is kept for one person, and can be forgotten."""

import stat
import subprocess
from pathlib import Path

import pytest

from tests.command_line.conftest import Terminal
from tests.control_api.conftest import ROOT


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


@pytest.mark.parametrize("said", ["foo", "ftp://a.example", "http://", "http://a:b:c", "http://[1"])
def test_what_is_no_address_is_refused(home: Path, said: str) -> None:
    assert "is no address" in Terminal().run("login", said, "--token", "x", code=1)
