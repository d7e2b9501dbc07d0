"""What is said where: a person's few lines on the terminal, all of it in a log of bounded size."""

import contextlib
import logging
import os
import re
import sys
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

MOST_BYTES = 2_000_000
"""Of one file of the log; the ones before it are kept beside it."""
EARLIER_FILES = 4
OURS = "saydo"
FOR_A_PERSON = re.compile(r"(WARNING|ERROR|CRITICAL) (?!livekit)")
"""How lines begin that somebody may have to act on. What LiveKit warns of, nobody can act on."""


class Output:
    """The terminal and the log of one Saydo."""

    def __init__(self, data: Path, *, verbose: bool) -> None:
        """Begin to write into the data folder; `verbose` puts all of it on the terminal, too."""
        self.file = log_file(data)
        self._verbose = verbose
        self.file.parent.mkdir(mode=0o700, exist_ok=True)
        self._file = PrivateFile(self.file, maxBytes=MOST_BYTES, backupCount=EARLIER_FILES)
        self._file.setFormatter(logging.Formatter("%(asctime)s %(message)s"))

    def say(self, text: str) -> None:
        """Say something of our own."""
        self.note(text)
        show(f"{OURS} | {text}")

    def relay(self, program: str, line: str) -> None:
        """Pass on what a program printed."""
        self._write(program, line)
        if self._verbose or FOR_A_PERSON.match(line):
            show(f"{program} | {line}")

    def note(self, text: str) -> None:
        """Say something in the log alone."""
        self._write(OURS, text)

    def close(self) -> None:
        """Close the log."""
        self._file.close()

    def _write(self, who: str, text: str) -> None:
        self._file.handle(logging.makeLogRecord({"msg": f"{who} | {text}"}))


class PrivateFile(RotatingFileHandler):
    """A log that is its owner's alone, and whose own troubles stop nothing."""

    def _open(self) -> TextIOWrapper:
        def private(path: str, flags: int) -> int:
            return os.open(path, flags, 0o600)

        return open(self.baseFilename, "a", encoding="utf-8", opener=private)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (logging's name)
        """Do without: the disk may be full, and the programs say so themselves."""


def log_file(data: Path) -> Path:
    """Return where the log of a data folder is."""
    return data / "logs" / "saydo.log"


def show(text: str) -> None:
    """Print a line on the terminal; when that is gone, there is nobody to tell."""
    try:
        print(text, flush=True)
    except OSError:
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
