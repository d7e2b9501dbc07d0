"""Builds a program of others from its source, where Go is."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from scripts.machine import tools


class WayClosedError(Exception):
    """One way to get a program does not work here; the message says why."""


def build(module: str, scratch: Path, say: Callable[[str], None]) -> Path:
    """Build a pinned version into a folder; the module's sums are checked by Go itself.

    Raises `WayClosedError`, also without Go.
    """
    go = tools.find("go")
    if go is None:
        raise WayClosedError("there is no Go")
    say(f"building {module} with Go, 2 or 3 minutes on two cores")
    environment = tools.environment() | {"GOBIN": str(scratch), "CGO_ENABLED": "0"}
    done = subprocess.run(
        [go, "install", module], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise WayClosedError(last)
    return scratch / module.partition("@")[0].rpartition("/")[2]
