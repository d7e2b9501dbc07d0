"""From an older schema to this program's: tried on copies, kept as it was, then done."""

import logging
import shutil
import sqlite3
from pathlib import Path

from control_api.database.backup import SPARE_BYTES, make_backup
from control_api.database.copies import needs_upgrade, try_upgrade
from control_api.database.files.peek import peek
from control_api.database.files.read_errors import is_damage
from control_api.database.folder import DataFolder, StoredFile
from control_api.database.migrations import refuse_newer
from control_api.database.open import open_writer
from control_api.setup.setup_error import SetupError
from shared.problems import ProblemError

_log = logging.getLogger("saydo.upgrade")


def upgrade_folder(data: DataFolder, *, keep: int) -> None:
    """Bring every file up to date, or none; `keep` backups of how things were are kept.

    Blocks; before any file is opened. Raises `SetupError`, and nothing is changed then.
    """
    outdated = [file for file in data.files() if _is_outdated(file)]
    if not outdated:
        return
    _check_room(data.path, outdated)
    _log.info(
        "Upgrading %d files, %d MB. It is tried on copies first; a big file takes minutes.",
        len(outdated),
        sum(file.path.stat().st_size for file in outdated) >> 20,
    )
    for file in outdated:
        _try(file)
    _log.info("It works on copies. Now a backup is made of how it is.")
    try:
        before = make_backup(data, "upgrade", keep=keep, only=outdated)
    except ProblemError as error:
        raise SetupError(f"{data.path} was not upgraded: {error}") from error
    _log.info("The backup is there; now the files themselves are upgraded.")
    for file in outdated:
        open_writer(file.path, file.schema).close()
    _log.info("Upgraded %d files; how they were is kept as backup %s.", len(outdated), before.id)


def _is_outdated(file: StoredFile) -> bool:
    """What is damaged is found, and told of, when it is opened."""
    try:
        with peek(file.path) as db:
            refuse_newer(db, file.schema)
        return needs_upgrade(file.path, file.schema)
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            return False
        raise SetupError(f"{file.path} can't be read ({error}); nothing was changed.") from error


def _check_room(data: Path, outdated: list[StoredFile]) -> None:
    """For the backup, the copy that is tried, and what waits beside the file during a step."""
    sizes = [file.path.stat().st_size for file in outdated]
    needed = sum(sizes) + 6 * max(sizes) + SPARE_BYTES
    free = shutil.disk_usage(data).free
    if free < needed:
        raise SetupError(
            f"{data} has to be upgraded, which needs {needed >> 20} MB of free space, and there "
            f"are {free >> 20} MB. Make room and start again; nothing was changed."
        )


def _try(file: StoredFile) -> None:
    try:
        faults = try_upgrade(file.path, file.schema)
    except (OSError, sqlite3.DatabaseError) as error:
        raise SetupError(
            f"{file.path} can't be upgraded: that failed on a copy of it ({error}). "
            "Nothing was changed; the Saydo that wrote it can still use it."
        ) from error
    if faults:
        raise SetupError(
            f"{file.path} can't be upgraded: on a copy of it that did not end well "
            f"({faults[0]}). Nothing was changed; the Saydo that wrote it can still use it."
        )
