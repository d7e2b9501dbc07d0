"""Making a backup: every file copied, checked, and only then counted as one."""

import errno
import hashlib
import logging
import shutil
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from control_api.database.clock import utc_stamp
from control_api.database.copies import check_copy, snapshot
from control_api.database.files.durable import create_private, sync
from control_api.database.folder import (
    BACKUPS,
    WORKSPACES,
    DataFolder,
    StoredFile,
)
from control_api.database.kept_backups import LIST_NAME, UNFINISHED, remove_old, remove_unfinished
from control_api.setup.secrets import SECRETS_NAME
from control_api.setup.setup_error import SetupError
from shared.backups import Backup, BackupFile, BackupReason
from shared.problems import StorageFailedError, StorageFullError
from shared.version import VERSION

SPARE_BYTES = 16 * 1024 * 1024
"""What a backup leaves free for the changes that are made meanwhile."""

Faults = dict[str, list[str]]
"""What is wrong with files, a sentence each, by the name of the file."""

_log = logging.getLogger("saydo.backups")


def make_backup(
    data: DataFolder,
    reason: BackupReason,
    *,
    keep: int,
    only: list[StoredFile] | None = None,
    check: Callable[[Path], Faults] | None = None,
) -> Backup:
    """Copy every database file, or `only` those, and the keys; check the copies; keep `keep`.

    Blocks; one at a time. Files that are damaged are named in the answer and not in the backup.
    Raises `StorageFullError` or `StorageFailedError`; there is no new backup then, and every older
    one is as it was.
    """
    folder = data.path / BACKUPS
    files = data.files() if only is None else only
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        remove_unfinished(folder)
        _check_room(folder, files)
        made = _make(data, reason, files, check or (lambda draft: check_copies(data.at(draft))))
    except (OSError, sqlite3.OperationalError) as error:
        raise _as_problem(error) from error
    if made.files:
        try:
            remove_old(folder, keep, {file.name for file in data.files()})
        except OSError as error:  # the new one is good all the same
            _log.warning("Old backups can't be removed (%s).", error.strerror)
    return made


def check_copies(backup: DataFolder) -> Faults:
    """Find what is wrong with the copies in a backup."""
    found = {}
    for file in backup.files():
        try:
            faults = check_copy(file.path, file.schema)
        except (SetupError, sqlite3.DatabaseError) as error:
            faults = [str(error)]
        if faults:
            found[file.name] = faults
    return found


def _make(
    data: DataFolder, reason: BackupReason, files: list[StoredFile], check: Callable[[Path], Faults]
) -> Backup:
    folder = data.path / BACKUPS
    backup_id = _free_id(folder)
    draft = folder / f"{UNFINISHED}{backup_id}"
    (draft / WORKSPACES).mkdir(mode=0o700, parents=True)
    made_at = utc_stamp()
    damaged: Faults = {}
    try:
        for file in files:
            try:
                snapshot(file.path, draft / file.name)
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError as error:
                damaged[file.name] = [f"SQLite can't copy it: {error}."]
                (draft / file.name).unlink()
        if (data.path / SECRETS_NAME).exists():
            create_private(draft / SECRETS_NAME)
            shutil.copyfile(data.path / SECRETS_NAME, draft / SECRETS_NAME)
        damaged |= check(draft)
        for name in damaged:
            (draft / name).unlink(missing_ok=True)
        kept = [file.name for file in data.at(draft).files()]
        if (draft / SECRETS_NAME).exists() and kept:
            kept.append(SECRETS_NAME)
        made = Backup(
            id=backup_id,
            made_at=made_at,
            reason=reason,
            saydo=VERSION,
            files=[_describe(draft, name) for name in kept],
            damaged=damaged,
        )
        if made.files:
            _finish(draft, made)
    finally:
        if draft.exists():
            shutil.rmtree(draft)
    return made


def _finish(draft: Path, made: Backup) -> None:
    create_private(draft / LIST_NAME)
    text = msgspec.json.format(msgspec.json.encode(made), indent=2)
    (draft / LIST_NAME).write_bytes(text + b"\n")
    for written in (draft / LIST_NAME, draft / WORKSPACES, draft):
        sync(written)
    draft.rename(draft.parent / made.id)
    sync(draft.parent)


def _free_id(folder: Path) -> str:
    stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%SZ")
    taken = 1
    backup_id = stamp
    while (folder / backup_id).exists():
        taken += 1
        backup_id = f"{stamp}-{taken}"
    return backup_id


def _describe(draft: Path, name: str) -> BackupFile:
    path = draft / name
    sync(path)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return BackupFile(name=name, bytes=path.stat().st_size, sha256=digest)


def _check_room(folder: Path, files: list[StoredFile]) -> None:
    sizes = [file.path.stat().st_size for file in files]
    # A copy of an older schema is upgraded for its check, in a file of its own.
    needed = sum(sizes) + 3 * max(sizes, default=0) + SPARE_BYTES
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise StorageFullError(
            f"A backup needs {needed >> 20} MB of free space and there are {free >> 20} MB. "
            "The backups that there are were left as they are."
        )


def _as_problem(error: OSError | sqlite3.OperationalError) -> StorageFullError | StorageFailedError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL or getattr(error, "errno", None) in {errno.ENOSPC, errno.EDQUOT}:
        return StorageFullError(
            "Make room on the disk, then make the backup again. "
            "The backups that there are were left as they are."
        )
    return StorageFailedError(
        f"No backup was made ({error}). The backups that there are were left as they are."
    )
