"""Finds Litestream for its test, or builds it with Go: `python -m scripts.provision.litestream`."""

import subprocess
import tempfile
from pathlib import Path

from scripts.machine import tools
from scripts.machine.places import bin_folder
from scripts.provision.with_go import WayClosedError, build

VERSION = "0.5.18"
MODULE = f"github.com/benbjohnson/litestream/cmd/litestream@v{VERSION}"


def find() -> Path | None:
    """Return the first program of the tested version."""
    return tools.find("litestream", fits=_fits)


def main() -> None:
    """Build it where it is missing; where that can't be done its test says so and is skipped."""
    if find() is not None:
        return
    bin_folder().mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=bin_folder()) as scratch:
        try:
            build(MODULE, Path(scratch), _say).replace(bin_folder() / "litestream")
        except (OSError, WayClosedError) as error:
            _say(f"not there, its test will be skipped ({error})")


def _fits(program: Path) -> bool:
    try:
        said = subprocess.run(
            [program, "version"], capture_output=True, text=True, timeout=10, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return said.stdout.strip().removeprefix("v") == VERSION


def _say(what: str) -> None:
    print(f"[setup] litestream ... {what}", flush=True)


if __name__ == "__main__":
    main()
