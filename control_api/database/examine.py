"""Whether a file is sound, wherever it lies: in a data folder, in a backup, or as a copy."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec

from control_api.database.backup import check_copies
from control_api.database.copies import check_copy, needs_upgrade
from control_api.database.damage import remedy, sound_backup
from control_api.database.files.peek import BESIDE, beside, peek
from control_api.database.folder import (
    CONTROL_NAME,
    WORKSPACES,
    DataFolder,
    Schemas,
    StoredFile,
    data_folder_of,
)
from control_api.database.kept_backups import LIST_NAME, find_altered, read_list
from control_api.database.report import FileReport, check_folder, report_on
from control_api.setup.secrets import SECRETS_NAME
from control_api.setup.setup_error import SetupError

_SQLITE = b"SQLite format 3\0"
_ANOTHER = "Give another file, such as one of the newest backup's."
_NOT_OURS = "Saydo has not written it: it has neither a log nor accounts."


def examine(
    path: Path, schemas: Schemas, on_progress: Callable[[int, int], None]
) -> list[FileReport]:
    """Check a file, or all that a folder holds; `on_progress` hears how many of how many are done.

    Nothing is changed.
    """
    path = path.absolute()
    if path.is_dir():
        if (path / LIST_NAME).is_file():
            return [_examine_backup(DataFolder(path, schemas))]
        if (path / CONTROL_NAME).exists() or (path / WORKSPACES).is_dir():
            return check_folder(DataFolder(path, schemas), on_progress)
        return [FileReport(str(path), ["There is nothing of Saydo in this folder."])]
    report = _examine_file(path, schemas)
    return [_with_advice(path, report) if report.faults and not report.remedy else report]


def _examine_file(path: Path, schemas: Schemas) -> FileReport:
    if (fault := _no_database(path)) is not None:
        return FileReport(str(path), [fault])
    try:
        with peek(path) as db:
            schema = schemas.told_by(set(db.table_names()))
    except (OSError, sqlite3.DatabaseError):
        schema = schemas.workspace
    if schema is None:
        return FileReport(str(path), [_NOT_OURS], _ANOTHER)
    file = StoredFile(str(path), path, schema)
    report = report_on(file)
    try:
        if not report.faults and needs_upgrade(path, schema):
            return msgspec.structs.replace(report, faults=_tried_on_a_copy(file))
    except (OSError, sqlite3.DatabaseError, SetupError) as error:
        return msgspec.structs.replace(report, faults=[f"It can't be brought up to date: {error}"])
    return report


def _tried_on_a_copy(file: StoredFile) -> list[str]:
    """What is wrong with the file of an older Saydo once it is brought up to date."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / file.path.name
        for suffix in ("", *BESIDE):
            if beside(file.path, suffix).exists():
                shutil.copyfile(beside(file.path, suffix), beside(copy, suffix))
        return check_copy(copy, file.schema)


def _examine_backup(copies: DataFolder) -> FileReport:
    folder = copies.path
    backup = read_list(folder)
    if backup is None:
        return FileReport(str(folder), [f"Its {LIST_NAME} can't be read."])
    faults = find_altered(folder, backup)
    faults += [f"{name}: {said[0]}" for name, said in sorted(check_copies(copies).items())]
    return FileReport(str(folder), faults, "Use another one." if faults else "")


def _with_advice(path: Path, report: FileReport) -> FileReport:
    if not (data_folder_of(path) / SECRETS_NAME).exists():
        return msgspec.structs.replace(report, remedy=_ANOTHER)
    backup = sound_backup(path)
    return msgspec.structs.replace(
        report, remedy=remedy(path), backup="" if backup is None else backup.id
    )


def _no_database(path: Path) -> str | None:
    """Why a file can't be one of Saydo's at all."""
    try:
        with path.open("rb") as file:
            head = file.read(len(_SQLITE))
    except FileNotFoundError:
        return "There is no such file."
    except OSError as error:
        return f"It can't be read ({error.strerror})."
    if not head:
        return "The file is empty."
    return None if head == _SQLITE else "It is no database: it does not begin as SQLite's do."
