"""Putting a backup back: all of its files or none, and what was there before is kept."""

import sqlite3
from pathlib import Path

import msgspec

from control_api.database.backup import check_copies, make_backup
from control_api.database.check import check_file
from control_api.database.damage import set_aside
from control_api.database.durable import copy_durably, create_private, sync
from control_api.database.folder import BACKUPS, WORKSPACES, stored_files
from control_api.database.kept import find_altered, list_backups
from control_api.database.peek import SIDES, side
from control_api.setup_error import SetupError
from shared.backups import Backup
from shared.problems import ProblemError

INTENT = "restore.json"
"""Lists the files that lie ready; while it is there, a restore is to be finished."""


class Restored(msgspec.Struct, frozen=True):
    """What a restore did."""

    backup: Backup
    before: Backup | None
    """The backup of how things were, with which to take the restore back."""
    set_aside: list[str]
    """What was damaged and is kept under another name, a sentence each."""


def restore(data: Path, which: str, *, keep: int) -> Restored:
    """Put back the backup of that id, its beginning, or `latest`.

    Blocks; only while nobody else has the data folder. Raises `SetupError`, and nothing is changed
    then.
    """
    finish_restore(data)
    backup = _find(data, which)
    folder = data / BACKUPS / backup.id
    _verify(folder, backup)
    kept_aside = [] if not stored_files(data) else _set_damaged_aside(data, backup)
    try:
        before = make_backup(data, "restore", keep=keep) if stored_files(data) else None
        _lay_ready(data, folder, backup)
    except (OSError, ProblemError) as error:
        raise SetupError(f"Nothing was restored: {error}") from error
    finish_restore(data)
    return Restored(backup=backup, before=before, set_aside=kept_aside)


def finish_restore(data: Path) -> None:
    """Finish a restore that was interrupted after its files were ready; before any is opened."""
    intent = data / INTENT
    if intent.exists():
        for name in msgspec.json.decode(intent.read_bytes(), type=list[str]):
            _replace(data / name)
        intent.unlink()
        sync(data)


def _find(data: Path, which: str) -> Backup:
    backups = list_backups(data / BACKUPS)
    if which == "latest":
        found = [backup for backup in backups if backup.reason in {"schedule", "hand"}][:1]
    else:
        exact = [backup for backup in backups if backup.id == which]
        found = exact or [backup for backup in backups if which and backup.id.startswith(which)]
    if len(found) == 1:
        return found[0]
    there = ", ".join(backup.id for backup in backups[:10]) or "none yet"
    many = "Several backups begin" if found else "No backup begins"
    raise SetupError(f"{many} with {which!r}. The newest are: {there}.")


def _verify(folder: Path, backup: Backup) -> None:
    faults = find_altered(folder, backup)
    faults += [f"{name}: {said[0]}" for name, said in check_copies(folder).items()]
    if faults:
        raise SetupError(
            f"The backup {backup.id} is damaged ({'; '.join(faults)}). Nothing was changed; "
            "choose another one."
        )


def _set_damaged_aside(data: Path, backup: Backup) -> list[str]:
    """A file that is not sound can't be backed up; it is kept beside the one that replaces it."""
    told = []
    for file in stored_files(data):
        if any(file.name == each.name for each in backup.files):
            try:
                faults = check_file(file.path, file.migrations)
            except (SetupError, sqlite3.DatabaseError) as error:
                faults = [str(error)]
            if faults:
                told.append(str(set_aside(file.path, faults)))
    return told


def _lay_ready(data: Path, folder: Path, backup: Backup) -> None:
    (data / WORKSPACES).mkdir(mode=0o700, exist_ok=True)
    names = [file.name for file in backup.files]
    for name in names:
        ready = _ready(data / name)
        ready.unlink(missing_ok=True)
        copy_durably(folder / name, ready)
    sync(data / WORKSPACES)
    draft = data / f".{INTENT}"
    draft.unlink(missing_ok=True)
    create_private(draft)
    draft.write_bytes(msgspec.json.encode(names))
    sync(draft)
    draft.rename(data / INTENT)
    sync(data)


def _replace(path: Path) -> None:
    if _ready(path).exists():
        # What waits beside the old file would be taken for changes of the new one.
        for suffix in SIDES:
            side(path, suffix).unlink(missing_ok=True)
        sync(path.parent)
        _ready(path).rename(path)
        sync(path.parent)


def _ready(path: Path) -> Path:
    return path.with_name(f".{path.name}.restored")
