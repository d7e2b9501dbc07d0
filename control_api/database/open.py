"""One SQLite file: one writer in one thread, readers apart, nothing on the event loop."""

import asyncio
import functools
import logging
import os
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from control_api.database.check import check_file, check_quickly
from control_api.database.damage import DamageError, refuse_loss, set_aside
from control_api.database.files.connect import connect
from control_api.database.files.connections import Connections
from control_api.database.files.durable import create_private, read_to_the_end, replace_durably
from control_api.database.files.open_files import OpenFiles
from control_api.database.files.peek import BESIDE, beside, peek, was_left_open
from control_api.database.files.read_errors import is_damage
from control_api.database.left_open import is_doubtful, note_sound
from control_api.database.migrations import migrate, refuse_newer
from control_api.database.schema import Schema
from control_api.setup.setup_error import SetupError
from shared.problems import StorageFailedError

T = TypeVar("T")

WAL_LIMIT_BYTES = 64 * 1024 * 1024

_CLOSED = "This was just closed; nothing was changed."

_log = logging.getLogger("saydo.database")


class DatabaseFile:
    """A database file. Use `write` and `read`; nobody else may open the file.

    One that `others` want the room of is closed meanwhile, and opened again when it is wanted.
    """

    def __init__(self, path: Path, schema: Schema, *, others: OpenFiles | None = None) -> None:
        """Open the file, make it when it is missing, bring it up to date.

        Blocks. Raises `SetupError` when the file is damaged or newer than this program.
        """
        self.path = path
        self._others = others
        self._in_use = 0
        self._is_closed = False
        self.changes = 0
        """Goes up with everything that is written."""
        self._changing = asyncio.Lock()
        first = functools.partial(open_writer, path, schema)
        self._open: Connections | None = Connections(first, self._reader)

    async def write(self, work: Callable[[Database], T], *, keep: bool = True) -> T:
        """Run `work` in one immediate transaction in the writer's thread.

        With ``keep=False`` everything is rolled back at the end. All of it is rolled back too when
        `work` raises.
        """
        async with self._awake() as file:
            run = functools.partial(self._write, file.writer, work, keep=keep)
            return await _in_thread(file.writer_thread, run)

    def write_now(self, work: Callable[[Database], T]) -> T:
        """Do the same as `write`, before there is an event loop. Blocks."""
        if self._open is None:
            raise StorageFailedError(_CLOSED)
        run = functools.partial(self._write, self._open.writer, work, keep=True)
        return self._open.writer_thread.submit(run).result()

    async def read(self, work: Callable[[Database], T]) -> T:
        """Run `work` in a reader's thread; all it reads is from one moment."""
        async with self._awake() as file:
            return await _in_thread(file.reader_threads, functools.partial(file.read, work))

    async def forget(self) -> None:
        """Overwrite what the write-ahead log still has of what was deleted."""
        async with self._awake() as file:
            await _in_thread(file.writer_thread, file.checkpoint)

    async def rest(self) -> bool:
        """Close it until somebody wants it again; whether it is closed now."""
        if self._is_used():
            return False
        async with self._changing:
            if self._is_used():
                return False
            file, self._open = self._open, None
            if file is not None:
                await asyncio.to_thread(file.close)
            return True

    async def end(self) -> None:
        """Do the same as `close`, also while it is being opened again."""
        async with self._changing:
            await asyncio.to_thread(self.close)

    def close(self) -> None:
        """Let running work end, then close it for good. Blocks."""
        self._is_closed = True
        if self._others is not None:
            self._others.forget(self)
        file, self._open = self._open, None
        if file is not None:
            file.close()

    def _write(self, db: Database, work: Callable[[Database], T], *, keep: bool) -> T:
        try:
            with transaction(db, keep=keep):
                return work(db)
        finally:
            # Here, in the writer's thread: who asked may not wait for the end any more.
            self.changes += 1

    @asynccontextmanager
    async def _awake(self) -> AsyncIterator[Connections]:
        self._in_use += 1
        try:
            if self._others is not None:
                self._others.use(self)
            file = self._open
            if file is None:
                # To the end even if nobody waits any more: what is half open could not be closed.
                opening = asyncio.create_task(self._open_again())
                opening.add_done_callback(_note_end)
                file = await asyncio.shield(opening)
            yield file
        finally:
            self._in_use -= 1

    async def _open_again(self) -> Connections:
        self._in_use += 1
        try:
            async with self._changing:
                if self._is_closed:
                    raise StorageFailedError(_CLOSED)
                if self._others is not None:
                    await self._others.make_room()
                if self._open is None:
                    again = functools.partial(_connected, self.path)
                    self._open = await asyncio.to_thread(Connections, again, self._reader)
                return self._open
        finally:
            self._in_use -= 1

    def _is_used(self) -> bool:
        return self._in_use > 0

    def _reader(self) -> Database:
        return open_reader(self.path)


def _note_end(opening: asyncio.Task[Connections]) -> None:
    """Take note of an error that nobody waits for any more."""
    if not opening.cancelled():
        opening.exception()


async def _in_thread(threads: ThreadPoolExecutor, run: Callable[[], T]) -> T:
    try:
        running = asyncio.get_running_loop().run_in_executor(threads, run)
    except RuntimeError as error:
        # Removed while this request was on its way, or the server stops.
        raise StorageFailedError(_CLOSED) from error
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


def open_writer(path: Path, schema: Schema) -> Database:
    """Open for writing, with the schema up to date; make the file when there is none.

    Raises `SetupError` naming the file. One that is damaged is set aside first; one of a newer
    program is left untouched.
    """
    try:
        try:
            return _look_and_open(path, schema)
        except DamageError:
            # SQLite says the same of a disk that could not read for a moment.
            read_to_the_end(path)
            return _look_and_open(path, schema)
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


def _look_and_open(path: Path, schema: Schema) -> Database:
    try:
        if path.exists():
            _look_at(path, schema)
        else:
            refuse_loss(path)
            _create(path, schema)
        return _open(path, schema)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if is_damage(error):
            raise DamageError(["SQLite can't read it."]) from error
        raise


def _look_at(path: Path, schema: Schema) -> None:
    """Before anything is changed: whether it may be. A check only after an unclean stop."""
    if not path.is_file():
        raise SetupError(f"{path} can't be opened: it is not a file.")
    if path.stat().st_size == 0:
        raise DamageError(["The file is empty."])
    with peek(path) as db:
        refuse_newer(db, schema)
    # SQLite opens it all the same, and fails only when something is changed.
    if not os.access(path, os.W_OK):
        raise SetupError(f"{path} can't be used: it can only be read. See that it is yours.")
    is_cut = beside(path, "-shm").exists() and not beside(path, "-wal").exists()
    if is_cut:
        _log.warning("%s-wal is gone: what was changed last may be missing.", path)
    if is_cut or was_left_open(path):
        check = check_file if is_cut or is_doubtful(path) else check_quickly
        faults = check(path, schema)
        if faults:
            raise DamageError(faults)
        note_sound(path)


def _create(path: Path, schema: Schema) -> None:
    """Make a file that is there whole or not at all, so that an empty one is always a loss."""
    draft = path.with_name(f".{path.name}.new")
    for leftover in (draft, *(beside(draft, suffix) for suffix in BESIDE)):
        leftover.unlink(missing_ok=True)
    create_private(draft)
    _open(draft, schema).close()
    replace_durably(draft, path)


def _open(path: Path, schema: Schema) -> Database:
    db = _connected(path)
    try:
        with transaction(db):
            migrate(db, schema)
    except BaseException:
        db.close()
        raise
    return db


def _connected(path: Path) -> Database:
    """Open for writing what was looked at when it was opened first."""
    db = connect(path, "mode=rw")
    try:
        db.execute("PRAGMA journal_mode = WAL")
        # NORMAL loses acknowledged commits in a power cut.
        db.execute("PRAGMA synchronous = FULL")
        # Without it, deleted words stay readable in the file until something needs the room.
        db.execute("PRAGMA secure_delete = ON")
        db.execute(f"PRAGMA journal_size_limit = {WAL_LIMIT_BYTES}")
    except BaseException:
        db.close()
        raise
    return db
