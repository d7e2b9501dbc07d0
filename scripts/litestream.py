"""Finds Litestream for its test, or builds it: `python -m scripts.litestream`, once, with Go."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from scripts.places import bin_folder
from scripts.with_go import WayClosedError, build

VERSION = "0.5.18"
MODULE = f"github.com/benbjohnson/litestream/cmd/litestream@v{VERSION}"


def find() -> Path | None:
    """Return the program of the tested version: on the PATH, else where it is built to."""
    on_path = shutil.which("litestream")
    candidates = [Path(on_path)] if on_path else []
    candidates.append(bin_folder() / "litestream")
    return next((path for path in candidates if path.is_file() and _fits(path)), None)


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
