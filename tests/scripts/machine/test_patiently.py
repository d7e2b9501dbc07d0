"""Progress in a line now and then, and the end of what a tool said when it fails."""

import os
import sys
from pathlib import Path

import pytest

from scripts.machine import patiently


def run(script: str, folder: Path, told: list[str]) -> tuple[int, str]:
    return patiently.run([sys.executable, "-c", script], folder, os.environ, told.append)


@pytest.fixture(autouse=True)
def _not_verbose(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAYDO_VERBOSE", raising=False)


def test_what_a_tool_is_at_is_told_while_it_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(patiently, "TELL_EVERY", 0.05)
    (tmp_path / "wait").touch()
    script = (
        "import pathlib, time\n"
        "print('Downloading', flush=True); print('Building llama', flush=True)\n"
        "while pathlib.Path('wait').exists(): time.sleep(0.01)\n"
    )
    told: list[str] = []

    def say(text: str) -> None:
        told.append(text)
        if text.endswith("min: Building llama"):
            (tmp_path / "wait").unlink(missing_ok=True)

    assert patiently.run([sys.executable, "-c", script], tmp_path, os.environ, say)[0] == 0
    assert told[-1].endswith("min: Building llama")
    assert capfd.readouterr() == ("", "")


def test_a_tool_that_fails_is_told_by_its_last_lines(tmp_path: Path) -> None:
    script = "import sys\nfor n in range(50): print('line', n, file=sys.stderr)\nsys.exit(3)"
    status, last = run(script, tmp_path, [])
    assert status == 3
    assert last.splitlines() == [f"line {number}" for number in range(40, 50)]


def test_a_tool_says_all_itself_to_who_asks_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SAYDO_VERBOSE", "1")
    assert run("print('all of it')", tmp_path, []) == (0, "")
    assert capfd.readouterr().out == "all of it\n"
