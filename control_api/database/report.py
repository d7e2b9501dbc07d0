"""How a whole data folder is, in sentences: what is wrong, and what to do about it."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import msgspec

from control_api.database.backup import check_copies
from control_api.database.check import check_file
from control_api.database.damage import refuse_loss, remedy, sound_backup
from control_api.database.files.peek import peek
from control_api.database.folder import BACKUPS, CONTROL_NAME, DataFolder, StoredFile
from control_api.database.kept_backups import list_backups
from control_api.setup.setup_error import SetupError

MOST_FAULTS = 10
"""As many as are named of one file."""


class FileReport(msgspec.Struct, frozen=True):
    """How one file is."""

    name: str
    """Its path within the data folder."""
    faults: list[str]
    """A sentence each; empty when all is well."""
    remedy: str = ""
    """What to do."""
    events: int | None = None
    """How many changes its log has, all of which were played; None when there is no such log."""
    backup: str = ""
    """The newest backup with a sound copy of it, when it is damaged."""


def check_folder(
    data: DataFolder, on_progress: Callable[[int, int], None] = lambda _done, _of: None
) -> list[FileReport]:
    """Check every file, and the newest backup. Nothing is changed, and Saydo may be running.

    `on_progress` hears how many of how many are done.
    """
    files = data.files()
    if not any(file.name == CONTROL_NAME for file in files):
        files.insert(0, data.file(CONTROL_NAME))
    reports = []
    for done, file in enumerate(files):
        on_progress(done, len(files) + 1)
        reports.append(_advised(file.path, report_on(file)))
    on_progress(len(files), len(files) + 1)
    return reports + _lost(data.path) + _newest_backup(data)


def report_on(file: StoredFile) -> FileReport:
    """Check one file."""
    try:
        faults = check_file(file.path, file.schema)
        events = None if faults else _count_events(file)
    except SetupError as error:
        return FileReport(file.name, [str(error)], "Update Saydo.")
    except (OSError, sqlite3.DatabaseError) as error:
        return FileReport(
            file.name,
            [f"It can't be read ({error})."],
            "See that the file and its folder are yours.",
        )
    if len(faults) > MOST_FAULTS:
        faults = [*faults[:MOST_FAULTS], f"{len(faults) - MOST_FAULTS} more like these."]
    return FileReport(file.name, faults, events=events)


def _advised(path: Path, report: FileReport) -> FileReport:
    if not report.faults or report.remedy:
        return report
    backup = sound_backup(path)
    name = "" if backup is None else backup.id
    return msgspec.structs.replace(report, remedy=remedy(path), backup=name)


def _count_events(file: StoredFile) -> int | None:
    if file.schema.count_events is None:
        return None
    with peek(file.path) as db:
        return file.schema.count_events(db) if file.schema.table in db.table_names() else None


def _lost(data: Path) -> list[FileReport]:
    """Files that were set aside as damaged, and nothing was put in their place."""
    found = []
    for kept in sorted(data.glob("**/*.db.corrupt-*Z")):
        path = kept.with_name(kept.name.partition(".corrupt-")[0])
        try:
            refuse_loss(path)
        except SetupError as error:
            name = path.relative_to(data).as_posix()
            found.append(FileReport(name, [str(error)]))
    return found


def _newest_backup(data: DataFolder) -> list[FileReport]:
    folder = data.path / BACKUPS
    newest = next(iter(list_backups(folder)), None)
    if newest is None:
        return []
    try:
        damaged = check_copies(data.at(folder / newest.id))
    except (OSError, sqlite3.DatabaseError) as error:
        damaged = {"It": [f"can't be read ({error})."]}
    faults = [f"{name}: {said[0]}" for name, said in sorted(damaged.items())]
    advice = "Make a new one: python -m control_api backup" if faults else ""
    return [FileReport(f"{BACKUPS}/{newest.id}", faults, advice)]
