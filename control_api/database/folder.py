"""What a data folder holds, and by what steps each of its files came to be."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
from sqlite_utils import Migrations

from control_api.database.migrations import CONTROL, WORKSPACE

CONTROL_NAME = "control.db"
WORKSPACES = "workspaces"
BACKUPS = "backups"


class StoredFile(msgspec.Struct, frozen=True):
    """One database file of a data folder."""

    name: str
    """Its path within the folder."""
    path: Path
    migrations: Sequence[Migrations]


def stored_files(data: Path) -> list[StoredFile]:
    """Every database file that is there, control.db first."""
    control = data / CONTROL_NAME
    workspaces = sorted((data / WORKSPACES).glob("*.db"))
    return [
        stored_file(data, path.relative_to(data).as_posix())
        for path in (control, *workspaces)
        if path.exists()
    ]


def stored_file(data: Path, name: str) -> StoredFile:
    """The file of that name, be it there or not."""
    return StoredFile(name, data / name, CONTROL if name == CONTROL_NAME else WORKSPACE)


def data_folder_of(path: Path) -> Path:
    """The data folder that a database file lies in."""
    return path.parent.parent if path.parent.name == WORKSPACES else path.parent
