"""The Makefile and what it calls first."""

import ast
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


@pytest.mark.parametrize(
    "name",
    [
        "__init__",
        "bootstrap",
        "guard",
        "machine/__init__",
        "machine/patiently",
        "machine/places",
        "machine/tools",
        "provision/__init__",
        "provision/page",
    ],
)
def test_what_runs_before_there_is_an_environment_is_read_by_an_old_python(name: str) -> None:
    source = (ROOT / "scripts" / f"{name}.py").read_text()
    ast.parse(source, feature_version=(3, 8))
