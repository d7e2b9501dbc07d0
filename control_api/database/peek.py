"""Reading a file without changing anything: not a byte of it, and no file beside it."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from control_api.database.connect import connect

SIDES = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file while it is open, and leaves there when it is killed."""


def side(path: Path, suffix: str) -> Path:
    """The file of `SIDES` that belongs to a database."""
    return path.with_name(path.name + suffix)


def was_left_open(path: Path) -> bool:
    """Whether changes wait beside the file: it is open, or was when its program was killed."""
    waiting = (side(path, suffix) for suffix in ("-wal", "-journal"))
    return any(file.exists() and file.stat().st_size for file in waiting)


@contextmanager
def peek(path: Path) -> Iterator[Database]:
    """Read what the file says at this moment, whoever has it open.

    Raises `sqlite3.DatabaseError` when it can't be read.
    """
    beside = {suffix for suffix in SIDES if side(path, suffix).exists()}
    if not beside:
        with _opened(path, "mode=ro&immutable=1") as db:
            yield db
    elif beside == {"-wal", "-shm"}:
        # With the index of the log read-only, SQLite makes none and leaves this one as it is.
        with _opened(path, "mode=ro&readonly_shm=1") as db:
            yield db
    else:
        # Left behind in pieces: to read it SQLite has to write, so it gets copies.
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".peek-") as folder:
            for original in (path, *(side(path, suffix) for suffix in beside - {"-shm"})):
                shutil.copyfile(original, Path(folder) / original.name)
            with _opened(Path(folder) / path.name, "mode=rw") as db:
                yield db


@contextmanager
def _opened(path: Path, how: str) -> Iterator[Database]:
    db = connect(path, how)
    try:
        # All that is read is of one moment.
        db.execute("BEGIN")
        yield db
    finally:
        db.close()
