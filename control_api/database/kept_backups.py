"""The backups of a data folder: a folder each, named by when it was made, with a list in it."""

import hashlib
import shutil
from pathlib import Path

import msgspec
from msgspec.structs import replace

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
    """The newest backup whose copy of the file of that name is still as it was when checked."""
    return next((each for each in list_backups(folder) if _has_sound(folder, each, name)), None)


def _has_sound(folder: Path, backup: Backup, name: str) -> bool:
    named = [file for file in backup.files if file.name == name]
    return bool(named) and not find_altered(folder / backup.id, replace(backup, files=named))


def find_altered(folder: Path, backup: Backup) -> list[str]:
    """Say which copies are not what they were when they were checked, in a few words each."""
    found = []
    for file in backup.files:
        try:
            with (folder / file.name).open("rb") as copy:
                same = hashlib.file_digest(copy, "sha256").hexdigest() == file.sha256
        except OSError as error:
            found.append(f"{file.name} can't be read ({error.strerror})")
        else:
            found += [] if same else [f"{file.name} is not as it was copied"]
    return found


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
