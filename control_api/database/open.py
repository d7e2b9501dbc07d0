"""One SQLite file: one writer in one thread, readers apart, nothing on the event loop."""

import asyncio
import functools
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database, Migrations

from control_api.database.migrations import migrate
from control_api.setup_error import SetupError

T = TypeVar("T")

READER_THREADS = 2
BUSY_TIMEOUT_MS = 5_000
WAL_LIMIT_BYTES = 64 * 1024 * 1024


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
        return await asyncio.get_running_loop().run_in_executor(self._writer_thread, run)

    def write_now(self, work: Callable[[Database], T]) -> T:
        """Do the same as `write`, before there is an event loop. Blocks."""
        return self._writer_thread.submit(self._write, work, keep=True).result()

    async def read(self, work: Callable[[Database], T]) -> T:
        """Run `work` in a reader's thread; all it reads is from one moment."""
        return await asyncio.get_running_loop().run_in_executor(
            self._reader_threads, self._read, work
        )

    async def forget(self) -> None:
        """Overwrite what the write-ahead log still has of what was deleted."""

        def checkpoint() -> None:
            # While a reader is in the way it does less, and the next one does the rest.
            self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

        await asyncio.get_running_loop().run_in_executor(self._writer_thread, checkpoint)

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
    """Open for writing, with the schema up to date. Raises `SetupError` naming the file."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        db = _connect(path.as_uri())
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
    except OSError as error:
        raise SetupError(f"{path} can't be opened ({error.strerror}).") from error
    except sqlite3.DatabaseError as error:
        raise SetupError(
            f"{path} can't be used ({error}). It is left as it is: make room if the disk is full, "
            "else put it back from a backup."
        ) from error
    return db


def open_reader(path: Path) -> Database:
    """Open for reading only."""
    db = _connect(f"{path.as_uri()}?mode=ro")
    db.execute("PRAGMA query_only = ON")
    return db


def _connect(uri: str) -> Database:
    # isolation_level None: Python must not begin transactions by itself.
    # check_same_thread: a reader is closed by another thread than the one that used it.
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    db = Database(connection, execute_plugins=False)
    db.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    db.execute("PRAGMA foreign_keys = ON")
    return db
