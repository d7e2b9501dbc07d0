"""A command loads what it needs, and little else."""

import subprocess
import sys
from pathlib import Path

import pytest

from command_line.loading import PLACES, LoadedWhenAsked
from scripts.machine.ports import free_port
from tests.control_api.conftest import ROOT

SLOW = (
    "httpx",
    "asyncio",
    "rich.console",
    "command_line.commands.tasks.listing",
    "command_line.commands.tasks.add",
)
LOADED = """
import runpy, sys
sys.argv = ["saydo", *{words}]
try:
    runpy.run_module("command_line", run_name="__main__")
except SystemExit:
    pass
sys.stderr.write(" ".join(name for name, found in sys.modules.items() if found is not None))
"""


def loaded(home: Path, *words: str) -> set[str]:
    """Modules that are there after a command, where no Saydo answers."""
    done = subprocess.run(
        [sys.executable, "-P", "-c", LOADED.format(words=list(words))],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "HOME": str(home), "SAYDO_PORT": str(free_port())},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.split("\n")[-1].split())


def test_the_version_needs_neither_a_client_nor_a_table_nor_a_command(tmp_path: Path) -> None:
    there = loaded(tmp_path, "--version")
    assert "command_line.app" in there
    assert not there & set(SLOW)


def test_a_command_loads_its_own_module_and_not_the_others(tmp_path: Path) -> None:
    there = loaded(tmp_path, "add", "--help")
    assert "command_line.commands.tasks.add" in there
    assert "command_line.commands.tasks.listing" not in there


def test_a_command_loads_neither_tables_nor_the_command_line_of_the_http_client(
    tmp_path: Path,
) -> None:
    there = loaded(tmp_path, "undo")
    assert "httpx" in there
    assert not there & {"httpx._main", "httpcore", "pydantic", "click", "pygments", "rich.table"}


def test_a_token_is_made_without_what_the_server_needs() -> None:
    script = "import control_api.process.token_for_command_line, sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert not set(done.stdout.split()) & {"litestar", "sqlite3", "control_api.database"}


@pytest.mark.parametrize("name", [name for commands in PLACES.values() for name in commands])
def test_every_command_is_where_the_table_says(name: str) -> None:
    assert LoadedWhenAsked()[name].name == name


def test_a_name_that_nearly_fits_is_offered() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "command_line", "lst"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "list" in done.stderr
