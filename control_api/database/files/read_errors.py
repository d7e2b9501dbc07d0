"""Whether it is what a file says that is wrong, or the disk, or the right to read it."""

import re
import sqlite3
from collections.abc import Iterable, Iterator

import msgspec

_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_NOT_THE_CONTENT = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)
_CODE = re.compile(r"error code=(\d+)")


def is_damage(error: sqlite3.DatabaseError | UnicodeDecodeError) -> bool:
    """Whether the file's content is surely wrong."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None:  # not from SQLite: the module itself says so of text that is no text
        return type(error) in {sqlite3.OperationalError, UnicodeDecodeError}
    return code & 0xFF in _DAMAGE


def is_elsewhere(error: Exception) -> bool:
    """Whether the file could not be read for another reason than its content."""
    return (getattr(error, "sqlite_errorcode", 0) & 0xFF) in _NOT_THE_CONTENT


def refuse_failed_read(text: str) -> None:
    """Raise `sqlite3.OperationalError` when SQLite's check says that it could not read a page."""
    found = _CODE.search(text)
    if found:
        error = sqlite3.OperationalError("a page can't be read")
        error.sqlite_errorcode = int(found[1])
        if is_elsewhere(error):
            raise error


def to_the_end(name: str, found: Iterable[str]) -> Iterator[str]:
    """What a check has found in `name`, also when the rest can't be read.

    The error itself may quote a person's words. Raises `sqlite3.DatabaseError` when it is the disk.
    """
    try:
        yield from found
    except (
        sqlite3.DatabaseError,
        msgspec.MsgspecError,
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
    ) as error:
        if is_elsewhere(error):
            raise
        yield f"The {name} can't be read to the end."
