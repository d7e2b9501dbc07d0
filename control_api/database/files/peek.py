"""Reading a file without changing anything: not a byte of it, and no file beside it."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from control_api.database.files.connect import connect

BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file while it is open, and leaves there when it is killed."""

LOG_HEAD_BYTES = 32


def beside(path: Path, suffix: str) -> Path:
    """The file of `BESIDE` that belongs to a database."""
    return path.with_name(path.name + suffix)


def was_left_open(path: Path) -> bool:
    """Whether changes wait beside the file: it is open, or was when its program was killed."""
    waiting = (beside(path, suffix) for suffix in ("-wal", "-journal"))
    return any(file.exists() and file.stat().st_size for file in waiting)


@contextmanager
def peek(path: Path) -> Iterator[Database]:
    """Read what the file says at this moment, whoever has it open.

    Raises `sqlite3.DatabaseError` when it can't be read.
    """
    if _says_all(path):
        with _opened(path, "mode=ro&immutable=1") as db:
            yield db
    elif beside(path, "-wal").exists() and beside(path, "-shm").exists():
        # With the index of the log read-only, SQLite makes none and leaves this one as it is.
        with _opened(path, "mode=ro&readonly_shm=1") as db:
            yield db
    else:
        # Left behind in pieces: to read it SQLite has to write, so it gets copies.
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".peek-") as folder:
            for suffix in ("", "-wal", "-journal"):
                if beside(path, suffix).exists():
                    shutil.copyfile(beside(path, suffix), Path(folder) / f"{path.name}{suffix}")
            with _opened(Path(folder) / path.name, "mode=rw") as db:
                yield db


def _says_all(path: Path) -> bool:
    """Whether no change waits beside the file. SQLite can't read a log that has only its head."""
    log = beside(path, "-wal")
    return not beside(path, "-journal").exists() and (
        log.stat().st_size <= LOG_HEAD_BYTES if log.exists() else not beside(path, "-shm").exists()
    )


@contextmanager
def _opened(path: Path, how: str) -> Iterator[Database]:
    db = connect(path, how)
    try:
        # All that is read is of one moment.
        db.execute("BEGIN")
        yield db
    except UnicodeDecodeError as error:  # a damaged schema is quoted in the very error
        raise sqlite3.OperationalError("its text can't be read") from error
    finally:
        db.close()
