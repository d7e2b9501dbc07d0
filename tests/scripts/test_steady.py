"""The tests are run again and again beside a busy core, until they fail."""

import sys
from pathlib import Path

import psutil

from scripts.steady import busy_core, run_beside_a_busy_core
from tests.patience import wait_until

FAILS_AT = """
import pathlib, sys
log, at = pathlib.Path(sys.argv[1]), int(sys.argv[2])
with log.open("a") as runs:
    runs.write("x")
sys.exit(len(log.read_text()) == at)
"""


def runs(log: Path, fails_at: int) -> tuple[str, ...]:
    return (sys.executable, "-c", FAILS_AT, str(log), str(fails_at))


def test_they_run_as_often_as_is_asked_for(tmp_path: Path) -> None:
    assert run_beside_a_busy_core(3, runs(tmp_path / "log", 9)) == 0
    assert (tmp_path / "log").read_text() == "xxx"


def test_the_first_failure_ends_it_and_is_told(tmp_path: Path) -> None:
    assert run_beside_a_busy_core(5, runs(tmp_path / "log", 2)) == 1
    assert (tmp_path / "log").read_text() == "xx"


def test_a_core_is_busy_meanwhile_and_no_longer() -> None:
    with busy_core() as busy:
        process = psutil.Process(busy.pid)
        wait_until(lambda: process.cpu_times().user > 0.2)
    assert not psutil.pid_exists(busy.pid)
