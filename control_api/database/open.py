"""One SQLite file: one writer in one thread, readers apart, nothing on the event loop."""

import asyncio
import functools
import logging
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database, Migrations

from control_api.database.causes import is_damage
from control_api.database.check import check_file
from control_api.database.connect import connect
from control_api.database.damage import DamageError, refuse_loss, set_aside
from control_api.database.durable import create_private, read_to_the_end, replace_durably
from control_api.database.migrations import migrate, refuse_newer
from control_api.database.peek import SIDES, peek, side, was_left_open
from control_api.setup_error import SetupError
from shared.problems import StorageFailedError

T = TypeVar("T")

READER_THREADS = 2
WAL_LIMIT_BYTES = 64 * 1024 * 1024

_log = logging.getLogger("saydo.database")


class DatabaseFile:
    """An open database file. Use `write` and `read`; nobody else may open the file."""

    def __init__(self, path: Path, migrations: Sequence[Migrations]) -> None:
        """Open the file, make it when it is missing, bring it up to date.

        Blocks. Raises `SetupError` when the file is damaged or newer than this program.
        """
        self.path = path
        self._writer_thread = ThreadPoolExecutor(1, thread_name_prefix="database-writer")
        self._reader_threads = ThreadPoolExecutor(
            READER_THREADS, thread_name_prefix="database-reader"
        )
        self._reader_of_thread = threading.local()
        self._readers: list[Database] = []
        try:
            self._writer = self._writer_thread.submit(open_writer, path, migrations).result()
        except BaseException:
            self._writer_thread.shutdown()
            self._reader_threads.shutdown()
            raise

    async def write(self, work: Callable[[Database], T], *, keep: bool = True) -> T:
        """Run `work` in one immediate transaction in the writer's thread.

        With ``keep=False`` everything is rolled back at the end. All of it is rolled back too when
        `work` raises.
        """
        run = functools.partial(self._write, work, keep=keep)
        return await _in_thread(self._writer_thread, run)

    def write_now(self, work: Callable[[Database], T]) -> T:
        """Do the same as `write`, before there is an event loop. Blocks."""
        return self._writer_thread.submit(self._write, work, keep=True).result()

    async def read(self, work: Callable[[Database], T]) -> T:
        """Run `work` in a reader's thread; all it reads is from one moment."""
        return await _in_thread(self._reader_threads, functools.partial(self._read, work))

    async def forget(self) -> None:
        """Overwrite what the write-ahead log still has of what was deleted."""

        def checkpoint() -> None:
            # While a reader is in the way it does less, and the next one does the rest.
            self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

        await _in_thread(self._writer_thread, checkpoint)

    def close(self) -> None:
        """Let running work end, then close every connection. Blocks."""
        self._reader_threads.shutdown()
        for reader in self._readers:
            reader.close()
        self._writer_thread.submit(self._writer.close).result()
        self._writer_thread.shutdown()

    def _write(self, work: Callable[[Database], T], *, keep: bool) -> T:
        with transaction(self._writer, keep=keep):
            return work(self._writer)

    def _read(self, work: Callable[[Database], T]) -> T:
        reader: Database | None = getattr(self._reader_of_thread, "reader", None)
        if reader is None:
            reader = self._reader_of_thread.reader = open_reader(self.path)
            self._readers.append(reader)
        reader.execute("BEGIN")
        try:
            return work(reader)
        finally:
            reader.execute("ROLLBACK")


async def _in_thread(threads: ThreadPoolExecutor, run: Callable[[], T]) -> T:
    try:
        running = asyncio.get_running_loop().run_in_executor(threads, run)
    except RuntimeError as error:
        # Removed while this request was on its way, or the server stops.
        raise StorageFailedError("This was just closed; nothing was changed.") from error
    return await running


@contextmanager
def transaction(db: Database, *, keep: bool = True) -> Iterator[None]:
    """All or nothing. ``BEGIN IMMEDIATE``, so that it can't fail half-way for want of the lock."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT" if keep else "ROLLBACK")
    except BaseException:
        if db.conn.in_transaction:  # a full disk has rolled back by itself
            db.execute("ROLLBACK")
        raise


@contextmanager
def savepoint(db: Database) -> Iterator[None]:
    """Inside a transaction: what happens within is taken back alone when it raises."""
    db.execute("SAVEPOINT part")
    try:
        yield
    except BaseException:
        if db.conn.in_transaction:
            db.execute("ROLLBACK TO part")
            db.execute("RELEASE part")
        raise
    db.execute("RELEASE part")


def open_writer(path: Path, migrations: Sequence[Migrations]) -> Database:
    """Open for writing, with the schema up to date; make the file when there is none.

    Raises `SetupError` naming the file. One that is damaged is set aside first; one of a newer
    program is left untouched.
    """
    try:
        try:
            return _look_and_open(path, migrations)
        except DamageError:
            # SQLite says the same of a disk that could not read for a moment.
            read_to_the_end(path)
            return _look_and_open(path, migrations)
    except DamageError as damage:
        raise set_aside(path, damage.faults) from damage
    except OSError as error:
        raise SetupError(f"{path} can't be opened ({error.strerror}).") from error
    except sqlite3.DatabaseError as error:
        raise SetupError(
            f"{path} can't be used ({error}). Make room if the disk is full, and see that the "
            "file, its folder and what lies beside it are yours; nothing was changed."
        ) from error


def open_reader(path: Path) -> Database:
    """Open for reading only."""
    db = connect(path, "mode=ro")
    db.execute("PRAGMA query_only = ON")
    return db


def _look_and_open(path: Path, migrations: Sequence[Migrations]) -> Database:
    try:
        if path.exists():
            _look_at(path, migrations)
        else:
            refuse_loss(path)
            _create(path, migrations)
        return _open(path, migrations)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if is_damage(error):
            raise DamageError(["SQLite can't read it."]) from error
        raise


def _look_at(path: Path, migrations: Sequence[Migrations]) -> None:
    """Before anything is changed: whether it may be. A whole check only after an unclean stop."""
    if not path.is_file():
        raise SetupError(f"{path} can't be opened: it is not a file.")
    if path.stat().st_size == 0:
        raise DamageError(["The file is empty."])
    with peek(path) as db:
        refuse_newer(db, migrations)
    # SQLite opens it all the same, and fails only when something is changed.
    if not os.access(path, os.W_OK):
        raise SetupError(f"{path} can't be used: it can only be read. See that it is yours.")
    is_cut = side(path, "-shm").exists() and not side(path, "-wal").exists()
    if is_cut:
        _log.warning("%s-wal is gone: what was changed last may be missing.", path)
    if is_cut or was_left_open(path):
        faults = check_file(path, migrations)
        if faults:
            raise DamageError(faults)


def _create(path: Path, migrations: Sequence[Migrations]) -> None:
    """Make a file that is there whole or not at all, so that an empty one is always a loss."""
    draft = path.with_name(f".{path.name}.new")
    for leftover in (draft, *(side(draft, suffix) for suffix in SIDES)):
        leftover.unlink(missing_ok=True)
    create_private(draft)
    _open(draft, migrations).close()
    replace_durably(draft, path)


def _open(path: Path, migrations: Sequence[Migrations]) -> Database:
    db = connect(path, "mode=rw")
    try:
        db.execute("PRAGMA journal_mode = WAL")
        # NORMAL loses acknowledged commits in a power cut.
        db.execute("PRAGMA synchronous = FULL")
        # Without it, deleted words stay readable in the file until something needs the room.
        db.execute("PRAGMA secure_delete = ON")
        db.execute(f"PRAGMA journal_size_limit = {WAL_LIMIT_BYTES}")
        with transaction(db):
            migrate(db, migrations)
    except BaseException:
        db.close()
        raise
    return db
