"""Finds programs: the one place for it, whatever the PATH of the shell that began all says.

Set-up and the launcher ask here, so what set-up fetched is used by everything after it, and a
program that only a login shell would find is found all the same. Needs nothing but the standard
library, since it runs before there is an environment.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Callable
from pathlib import Path

from scripts.machine.places import ROOT, bin_folder

USUAL_FOLDERS = (
    "~/.local/bin",
    "~/.cargo/bin",
    "~/go/bin",
    "/usr/local/go/bin",
    "/usr/lib/go/bin",
    "~/.nvm/versions/node/*/bin",
    "~/.volta/bin",
    "/opt/homebrew/bin",
    "/usr/local/bin",
    "/usr/bin",
    "/bin",
)
"""Where installers put programs that a bare PATH lacks."""


def find(name: str, fits: Callable[[Path], bool] | None = None) -> Path | None:
    """Return the first program of this name, or the first that fits."""
    for folder in folders():
        program = folder / name
        is_program = program.is_file() and os.access(program, os.X_OK)
        if is_program and (fits is None or fits(program)):
            return program
    return None


def environment(first: Path | None = None) -> dict[str, str]:
    """Return our environment with a PATH on which programs find each other, as npm its node.

    The folder of the program `first`, if one is given, comes before all others.
    """
    before = [first.parent] if first else []
    return {**os.environ, "PATH": os.pathsep.join(map(str, [*before, *folders()]))}


def folders() -> list[Path]:
    """Return where to look, in order: what set-up fetched, then the PATH, then the usual places.

    `SAYDO_TOOL_FOLDERS` names other usual places, with colons.
    """
    own = [ROOT / ".venv" / "bin", bin_folder(), bin_folder() / "uv-package" / "bin"]
    usual = os.environ.get("SAYDO_TOOL_FOLDERS")
    patterns = USUAL_FOLDERS if usual is None else usual.split(os.pathsep)
    after = [place for pattern in patterns if pattern for place in _matching(pattern)]
    path = [Path(place) for place in os.environ.get("PATH", "").split(os.pathsep) if place]
    return list(dict.fromkeys([*own, *path, *after]))


def _matching(pattern: str) -> list[Path]:
    # The newest first, as far as names tell.
    return [Path(each) for each in sorted(glob.glob(os.path.expanduser(pattern)), reverse=True)]  # noqa: PTH111, PTH207 - Path.home() raises where there is no home; a pattern may be absolute
