"""Compiles all Python there is to bytecode, so that no program does it again at every start.

Python would do it at the first import, but not where PYTHONDONTWRITEBYTECODE is set.
"""

import compileall
import hashlib
import sys
import sysconfig
from pathlib import Path

from scripts.machine.places import ROOT

OURS = ("shared", "control_api", "agent_worker", "command_line", "scripts")
STAMP = Path(sys.prefix) / ".compiled-from"


def are_packages_compiled() -> bool:
    """Tell whether the packages of the environment are those that were compiled last."""
    return STAMP.is_file() and STAMP.read_text() == _packages()


def compile_packages() -> None:
    """Compile the packages: half a minute of two cores."""
    _compile(Path(sysconfig.get_path("purelib")))
    STAMP.write_text(_packages())


def compile_ours() -> None:
    """Compile what is ours, where it changed."""
    for name in OURS:
        _compile(ROOT / name)


def _compile(folder: Path) -> None:
    # Some packages bring Python that is none, for others to make files of: that is no failure.
    compileall.compile_dir(str(folder), quiet=2, workers=0 if folder.name not in OURS else 1)


def _packages() -> str:
    return hashlib.sha256((ROOT / "uv.lock").read_bytes()).hexdigest()
