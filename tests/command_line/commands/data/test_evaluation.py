"""How well sentences are understood can be asked of any file of cases."""

from pathlib import Path

import pytest

from tests.command_line.conftest import Terminal

GOOD = '{"kind": "buying", "say": "add milk", "then": {"tasks": [{"title": "Milk"}]}}'
BAD = '{"kind": "buying", "say": "add eggs", "then": {"tasks": [{"title": "Bread"}]}}'


@pytest.fixture
def file(home: Path) -> Path:
    return home / "cases.jsonl"


def test_what_is_right_is_counted_by_kind(file: Path) -> None:
    file.write_text(f"{GOOD}\n")
    (case,) = Terminal().json("eval", str(file))["cases"]
    assert (case["kind"], case["said"], case["verdict"]) == ("buying", ["add milk"], "right")
    told = Terminal().run("eval", str(file))
    assert "buying" in told
    assert "100" in told


def test_what_is_not_right_is_shown_with_the_reason(file: Path) -> None:
    file.write_text(f"{GOOD}\n{BAD}\n")
    told = Terminal().run("eval", str(file), "--each", code=1)
    assert "wrong: “add eggs”" in told
    assert "Bread" in told
    assert "50" in told


def test_a_file_that_is_none_is_told_in_a_sentence(file: Path) -> None:
    assert "There is no file" in Terminal().run("eval", str(file), code=1)
    file.write_text("milk")
    assert "cases.jsonl, line 1" in Terminal().run("eval", str(file), code=1)
