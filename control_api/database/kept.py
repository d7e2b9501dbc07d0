"""The backups of a data folder: a folder each, named by when it was made, with a list in it."""

import shutil
from pathlib import Path

import msgspec

from shared.backups import Backup

LIST_NAME = "backup.json"
UNFINISHED = ".unfinished-"
"""How the name of a backup begins that is being made, or removed."""


def list_backups(folder: Path) -> list[Backup]:
    """Every whole backup, newest first."""
    paths = folder.iterdir() if folder.is_dir() else iter(())
    found = [read_list(path) for path in paths if not path.name.startswith(".")]
    return sorted((backup for backup in found if backup), key=lambda each: each.id, reverse=True)


def read_list(path: Path) -> Backup | None:
    """What a backup says of itself; None when that can't be read."""
    try:
        return msgspec.json.decode((path / LIST_NAME).read_bytes(), type=Backup)
    except (OSError, msgspec.MsgspecError):
        return None


def find_newest(folder: Path, name: str) -> Backup | None:
    """The newest backup that has a sound copy of the file of that name."""
    return next((each for each in list_backups(folder) if name in names_in(each)), None)


def names_in(backup: Backup) -> set[str]:
    """The files that it has a sound copy of."""
    return {file.name for file in backup.files}


def remove_old(folder: Path, keep: int, present: set[str]) -> list[str]:
    """Remove all but the newest `keep` backups of each reason; the ids of the removed.

    One stays however old it is when it has the last copy of a file that is `present`.
    """
    newer: dict[str, int] = {}
    copied: set[str] = set()
    removed = []
    for backup in list_backups(folder):
        newer[backup.reason] = newer.get(backup.reason, 0) + 1
        needed = (names_in(backup) & present) - copied
        if newer[backup.reason] > keep and not needed:
            remove(folder, backup.id)
            removed.append(backup.id)
        else:
            copied |= names_in(backup)
    return removed


def remove(folder: Path, backup_id: str) -> None:
    """Remove a backup; should that be interrupted, what is left is none."""
    going = folder / f"{UNFINISHED}{backup_id}"
    (folder / backup_id).rename(going)
    shutil.rmtree(going)


def remove_unfinished(folder: Path) -> None:
    """Remove what an interrupted backup has left. Only while none is being made."""
    for path in folder.glob(f"{UNFINISHED}*"):
        shutil.rmtree(path)
