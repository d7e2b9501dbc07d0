"""Which events that somebody has seen are still in the log, after backups were put back."""

import contextlib
import sqlite3
from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path

import msgspec

from control_api.database.files.durable import create_private, replace_durably
from control_api.database.files.peek import peek
from control_api.log.entries import hash_at, last_position

FILE = "pasts.json"
"""In the data folder: for each log how much of it each restore left as it was, oldest first."""


class Past(msgspec.Struct, frozen=True):
    """What has become of one log; positions that a restore gave up are given out once more."""

    ends: tuple[int, ...] = ()
    """The last position that each restore left as it was, the oldest first."""

    def name(self, position: int) -> int | str:
        """What streams call a position: never what another event there was called."""
        restores = len(self.ends)
        while restores and self.ends[restores - 1] >= position:
            restores -= 1
        return f"{position}-{restores}" if restores else position

    def has(self, position: int, restores: int) -> bool:
        """Whether what was at the position after so many restores is what was there ever since."""
        return restores <= len(self.ends) and all(position <= end for end in self.ends[restores:])


def read_past(data: Path, name: str) -> Past:
    """The past of the database file of that name."""
    return Past(tuple(_read(data).get(name, ())))


def note_restore(data: Path, backup: Path, names: Sequence[str]) -> None:
    """Note, before files of a backup are put back, up to where their logs tell what is told now.

    Raises `OSError`.
    """
    note_ends(data, {name: _common_end(data / name, backup / name) for name in names})


def note_ends(data: Path, ends: dict[str, int]) -> None:
    """Note, of database files by name, up to where a restore leaves the log. Raises `OSError`."""
    known = _read(data)
    noted = {name: [*known.get(name, ()), end] for name, end in ends.items()}
    draft = data / f".{FILE}"
    draft.unlink(missing_ok=True)
    create_private(draft)
    draft.write_bytes(msgspec.json.encode(known | noted))
    replace_durably(draft, data / FILE)


def _common_end(path: Path, copy: Path) -> int:
    """The last position up to which two logs tell the same; 0 when one can't be read."""
    if not path.exists():
        return 0
    try:
        with peek(path) as now, peek(copy) as then:
            positions = range(1, min(last_position(now), last_position(then)) + 1)
            return bisect_left(
                positions, True, key=lambda each: hash_at(now, each) != hash_at(then, each)
            )
    except sqlite3.DatabaseError:
        return 0


def _read(data: Path) -> dict[str, list[int]]:
    with contextlib.suppress(OSError, msgspec.MsgspecError):
        return msgspec.json.decode((data / FILE).read_bytes(), type=dict[str, list[int]])
    return {}
