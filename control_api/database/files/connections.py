"""The connections to one file, in threads of their own: one writer, and readers apart."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from sqlite_utils import Database

T = TypeVar("T")

READER_THREADS = 2


class Connections:
    """What an open file holds; a reader is there from when it is first wanted."""

    def __init__(
        self, open_writer: Callable[[], Database], open_reader: Callable[[], Database]
    ) -> None:
        """Blocks. Raises what `open_writer` raises."""
        self.writer_thread = ThreadPoolExecutor(1, thread_name_prefix="database-writer")
        self.reader_threads = ThreadPoolExecutor(
            READER_THREADS, thread_name_prefix="database-reader"
        )
        self._open_reader = open_reader
        self._reader_of_thread = threading.local()
        self._readers: list[Database] = []
        try:
            self.writer = self.writer_thread.submit(open_writer).result()
        except BaseException:
            self.writer_thread.shutdown()
            self.reader_threads.shutdown()
            raise

    def read(self, work: Callable[[Database], T]) -> T:
        """Run `work`; all it reads is from one moment. Only in a reader's thread."""
        reader: Database | None = getattr(self._reader_of_thread, "reader", None)
        if reader is None:
            reader = self._reader_of_thread.reader = self._open_reader()
            self._readers.append(reader)
        reader.execute("BEGIN")
        try:
            return work(reader)
        finally:
            reader.execute("ROLLBACK")

    def checkpoint(self) -> None:
        """Empty the write-ahead log into the file. Only in the writer's thread.

        While a reader is in the way it does less, and the next one does the rest.
        """
        self.writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Let running work end, then close every connection. Blocks."""
        self.reader_threads.shutdown()
        for reader in self._readers:
            reader.close()
        self.writer_thread.submit(self.writer.close).result()
        self.writer_thread.shutdown()
