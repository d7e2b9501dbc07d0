"""Which events that somebody has seen are still in the log, after backups were put back."""

import contextlib
from pathlib import Path

import msgspec

from control_api.database.files.durable import create_private, replace_durably

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


def note_ends(data: Path, ends: dict[str, int]) -> None:
    """Note, of database files by name, up to where a restore leaves the log. Raises `OSError`."""
    known = _read(data)
    noted = {name: [*known.get(name, ()), end] for name, end in ends.items()}
    draft = data / f".{FILE}"
    draft.unlink(missing_ok=True)
    create_private(draft)
    draft.write_bytes(msgspec.json.encode(known | noted))
    replace_durably(draft, data / FILE)


def _read(data: Path) -> dict[str, list[int]]:
    with contextlib.suppress(OSError, msgspec.MsgspecError):
        return msgspec.json.decode((data / FILE).read_bytes(), type=dict[str, list[int]])
    return {}
