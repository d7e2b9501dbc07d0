"""Putting a backup back: all of its files or none, and what was there before is kept."""

import sqlite3
from bisect import bisect_left
from collections.abc import Callable
from pathlib import Path

import msgspec

from control_api.database.backup import Faults, check_copies, make_backup
from control_api.database.check import check_file
from control_api.database.damage import set_aside
from control_api.database.files.durable import copy_durably, create_private, sync
from control_api.database.files.peek import BESIDE, beside, peek
from control_api.database.folder import BACKUPS, CONTROL_NAME, WORKSPACES, stored_files
from control_api.database.kept_backups import find_altered, list_backups
from control_api.log.entries import hash_at, last_position
from control_api.log.past import note_ends
from control_api.setup.setup_error import SetupError
from shared.backups import Backup, Restored
from shared.problems import NotFoundError, ProblemError, UnsoundBackupError

INTENT = "restore.json"
"""Lists the files that lie ready; while it is there, a restore is to be finished."""


class UnfinishedRestoreError(SetupError):
    """The disk failed when all was ready; the next start goes on with it."""


def restore(
    data: Path, which: str, *, keep: int, check: Callable[[Path], Faults] | None = None
) -> Restored:
    """Put back the backup of that id, its beginning, or `latest`.

    Blocks; only while nobody else has the data folder. Raises `SetupError`, and nothing is changed
    then, unless it is an `UnfinishedRestoreError`.
    """
    finish_restore(data)
    try:
        backup = find_backup(data, which)
        folder = data / BACKUPS / backup.id
        refuse_unsound(folder, backup, check or check_copies)
    except ProblemError as error:
        raise SetupError(error.detail) from error
    kept_aside = [] if not stored_files(data) else _set_damaged_aside(data, backup)
    try:
        before = make_backup(data, "restore", keep=keep) if stored_files(data) else None
        _lay_ready(data, folder, backup)
    except (OSError, ProblemError) as error:
        raise SetupError(f"Nothing was restored: {error}") from error
    try:
        finish_restore(data)
    except OSError as error:
        raise UnfinishedRestoreError(
            f"The restore was interrupted ({error.strerror}). See that the disk works and has "
            "room, then start Saydo: it goes on with it."
        ) from error
    return Restored(backup=backup, before=before, set_aside=kept_aside)


def finish_restore(data: Path) -> None:
    """Finish a restore that was interrupted after its files were ready; before any is opened."""
    intent = data / INTENT
    if intent.exists():
        for name in msgspec.json.decode(intent.read_bytes(), type=list[str]):
            _replace(data / name)
        intent.unlink()
        sync(data)


def find_backup(data: Path, which: str) -> Backup:
    """The backup of that id, its beginning, or `latest`. Raises `NotFoundError`."""
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
    raise NotFoundError(f"{many} with {which!r}. The newest are: {there}.")


def refuse_unsound(folder: Path, backup: Backup, check: Callable[[Path], Faults]) -> None:
    """Raise `UnsoundBackupError` when a copy is not as it was made, or `check` finds faults."""
    faults = find_altered(folder, backup)
    faults += [f"{name}: {said[0]}" for name, said in check(folder).items()]
    if faults:
        raise UnsoundBackupError(
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
    logs = [file for file in stored_files(folder) if file.name != CONTROL_NAME]
    note_ends(data, {file.name: _common_end(data / file.name, file.path) for file in logs})
    draft = data / f".{INTENT}"
    draft.unlink(missing_ok=True)
    create_private(draft)
    draft.write_bytes(msgspec.json.encode(names))
    sync(draft)
    draft.rename(data / INTENT)
    sync(data)


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


def _replace(path: Path) -> None:
    if _ready(path).exists():
        # What waits beside the old file would be taken for changes of the new one.
        for suffix in BESIDE:
            beside(path, suffix).unlink(missing_ok=True)
        sync(path.parent)
        _ready(path).rename(path)
        sync(path.parent)


def _ready(path: Path) -> Path:
    return path.with_name(f".{path.name}.restored")
