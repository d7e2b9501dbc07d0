"""Putting a backup back: all of its files or none, and what was there before is kept."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import msgspec

from control_api.database.backup import Faults, check_copies, make_backup
from control_api.database.check import check_file
from control_api.database.damage import set_aside
from control_api.database.files.durable import copy_durably, create_private, sync
from control_api.database.files.peek import BESIDE, beside
from control_api.database.folder import BACKUPS, WORKSPACES, DataFolder
from control_api.database.kept_backups import find_altered, list_backups
from control_api.setup.setup_error import SetupError
from shared.backups import Backup, Restored
from shared.problems import NotFoundError, ProblemError, UnsoundBackupError

INTENT = "restore.json"
"""Lists the files that lie ready; while it is there, a restore is to be finished."""


class UnfinishedRestoreError(SetupError):
    """The disk failed when all was ready; the next start goes on with it."""


def restore(
    data: DataFolder, which: str, *, keep: int, check: Callable[[Path], Faults] | None = None
) -> Restored:
    """Put back the backup of that id, its beginning, or `latest`.

    Blocks; only while nobody else has the data folder. Raises `SetupError`, and nothing is changed
    then, unless it is an `UnfinishedRestoreError`.
    """
    finish_restore(data.path)
    try:
        backup = find_backup(data.path, which)
        copies = data.at(data.path / BACKUPS / backup.id)
        refuse_unsound(copies.path, backup, check or (lambda _: check_copies(copies)))
    except ProblemError as error:
        raise SetupError(error.detail) from error
    kept_aside = _set_damaged_aside(data, backup)
    try:
        before = make_backup(data, "restore", keep=keep) if data.files() else None
        _lay_ready(data, copies, backup)
    except (OSError, ProblemError) as error:
        raise SetupError(f"Nothing was restored: {error}") from error
    try:
        finish_restore(data.path)
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


def _set_damaged_aside(data: DataFolder, backup: Backup) -> list[str]:
    """A file that is not sound can't be backed up; it is kept beside the one that replaces it."""
    told = []
    for file in data.files():
        if any(file.name == each.name for each in backup.files):
            try:
                faults = check_file(file.path, file.schema)
            except (SetupError, sqlite3.DatabaseError) as error:
                faults = [str(error)]
            if faults:
                told.append(str(set_aside(file.path, faults)))
    return told


def _lay_ready(data: DataFolder, copies: DataFolder, backup: Backup) -> None:
    workspaces = data.path / WORKSPACES
    workspaces.mkdir(mode=0o700, exist_ok=True)
    names = [file.name for file in backup.files]
    for name in names:
        ready = _ready(data.path / name)
        ready.unlink(missing_ok=True)
        copy_durably(copies.path / name, ready)
    sync(workspaces)
    _note(data, copies)
    draft = data.path / f".{INTENT}"
    draft.unlink(missing_ok=True)
    create_private(draft)
    draft.write_bytes(msgspec.json.encode(names))
    sync(draft)
    draft.rename(data.path / INTENT)
    sync(data.path)


def _note(data: DataFolder, copies: DataFolder) -> None:
    for schema in (data.schemas.control, data.schemas.workspace):
        if schema.note_restore is not None:
            names = [file.name for file in copies.files() if file.schema is schema]
            schema.note_restore(data.path, copies.path, names)


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
