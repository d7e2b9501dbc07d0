"""Who looks for the tests of a file finds them where the file is, under `tests/`."""

import subprocess
from pathlib import PurePosixPath

import pytest

from tests.structure.imports import ROOT

MIRRORED = ("control_api", "agent_worker", "command_line", "scripts")
OF_THE_WHOLE = {"control_api/fuzz"}
"""Tests that are about no folder in particular."""


def folders_of_tests() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", *(f"tests/{name}" for name in MIRRORED)],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout.splitlines()
    paths = [PurePosixPath(line) for line in listed if line.endswith(".py")]
    return sorted({path.relative_to("tests").parent.as_posix() for path in paths})


@pytest.mark.parametrize("folder", folders_of_tests())
def test_tests_lie_as_the_code_does(folder: str) -> None:
    assert folder in OF_THE_WHOLE or (ROOT / folder).is_dir()
