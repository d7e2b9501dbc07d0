"""The Makefile and what it calls first."""

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAKEFILE = (ROOT / "Makefile").read_text()
LONGEST_TARGET = 10


def test_make_alone_prints_every_target() -> None:
    printed = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    phony = re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert phony is not None
    assert re.findall(r"^make (\w+) +\S", printed, re.MULTILINE) == phony.group(1).split()


def test_no_target_is_a_program_of_its_own() -> None:
    for target in re.findall(r"^\w+:.*\n(?:\t.*\n)*", MAKEFILE, re.MULTILINE):
        assert len(target.splitlines()) < LONGEST_TARGET


@pytest.mark.parametrize("script", ["scripts/bootstrap.sh", ".ci/run"])
def test_a_shell_script_is_one_and_can_be_run(script: str) -> None:
    assert os.access(ROOT / script, os.X_OK)
    subprocess.run(["sh", "-n", script], cwd=ROOT, check=True)


def test_without_a_compiler_the_package_to_install_is_named(tmp_path: Path) -> None:
    """In a copy of the project that has no environment yet, on a machine with little on it."""
    (tmp_path / "scripts").mkdir()
    (tmp_path / "path").mkdir()
    script = tmp_path / "scripts" / "bootstrap.sh"
    script.write_text((ROOT / "scripts" / "bootstrap.sh").read_text())
    for name, text in {"uv": "exit 0", "dirname": 'echo "${1%/*}"', "ls": "exit 1"}.items():
        (tmp_path / "path" / name).write_text(f"#!/bin/sh\n{text}\n")
        (tmp_path / "path" / name).chmod(0o755)
    done = subprocess.run(
        ["/bin/sh", str(script)],
        env={"HOME": str(tmp_path), "PATH": str(tmp_path / "path")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "A C++ compiler is needed" in done.stderr
    assert "sudo apt install g++" in done.stderr
