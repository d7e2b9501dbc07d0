"""Runs a tool that takes minutes: tells from time to time what it is at, not all that it says.

The standard library of Python 3.8 is enough, since set-up needs it before there is an environment.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

TELL_EVERY = 30.0
"""Seconds."""
LAST_LINES = 10
LONGEST_LINE = 100
"""Characters of what it is at."""


def run(
    command: list[str], folder: Path, environment: Mapping[str, str], say: Callable[[str], None]
) -> tuple[int, str]:
    """Return its exit status and the end of what it said; with SAYDO_VERBOSE it says all itself."""
    if os.environ.get("SAYDO_VERBOSE", "0") not in {"", "0"}:
        return subprocess.run(command, cwd=folder, env=environment, check=False).returncode, ""
    with tempfile.TemporaryFile() as said:
        output = said.fileno()
        tool = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        return _watch(tool, output, say), "\n".join(lines_of(output)[-LAST_LINES:])


def _watch(tool: subprocess.Popen[bytes], output: int, say: Callable[[str], None]) -> int:
    began = time.monotonic()
    while True:
        try:
            return tool.wait(TELL_EVERY)
        except subprocess.TimeoutExpired:
            minutes, seconds = divmod(round(time.monotonic() - began), 60)
            last = "".join(lines_of(output)[-1:]).strip()[:LONGEST_LINE]
            say(f"{minutes}:{seconds:02} min{last and ': '}{last}")


def lines_of(file: int) -> list[str]:
    """Return the lines of a file, without empty ones, and leave its end where it is."""
    content = os.pread(file, os.fstat(file).st_size, 0).decode(errors="replace")
    return [line for line in content.splitlines() if line.strip()]
