"""What took long to make, kept in one file, so that the next run takes seconds."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from sqlite_utils import Database


class Remembered:
    """What was made, by all that it was made of."""

    def __init__(self, path: Path) -> None:
        """Open the file at `path`, or begin it."""
        self._db = Database(path)
        self._db.execute("CREATE TABLE IF NOT EXISTS made (of BLOB PRIMARY KEY, is_ BLOB)")

    def find(self, made_of: Iterable[bytes]) -> bytes | None:
        """Give what was made of it; None when nothing was."""
        row = self._db.execute("SELECT is_ FROM made WHERE of = ?", [_key(made_of)]).fetchone()
        return None if row is None else row[0]

    def keep(self, made_of: Iterable[bytes], made: bytes) -> None:
        """Note what was made of it."""
        with self._db.conn:
            self._db.execute("INSERT OR REPLACE INTO made VALUES (?, ?)", [_key(made_of), made])

    def close(self) -> None:
        """Close the file."""
        self._db.close()


def _key(made_of: Iterable[bytes]) -> bytes:
    parts = [hashlib.blake2b(part, digest_size=32).digest() for part in made_of]
    return hashlib.blake2b(b"".join(parts), digest_size=32).digest()
