"""What a data folder holds, and of what kind each of its files is."""

from pathlib import Path
from typing import Self

import msgspec
from msgspec.structs import replace

from control_api.database.schema import Schema

CONTROL_NAME = "control.db"
WORKSPACES = "workspaces"
BACKUPS = "backups"


class StoredFile(msgspec.Struct, frozen=True):
    """One database file of a data folder."""

    name: str
    """Its path within the folder."""
    path: Path
    schema: Schema


class Schemas(msgspec.Struct, frozen=True):
    """What is known of each kind of file."""

    control: Schema
    """Of what everybody shares."""
    workspace: Schema
    """Of each person's own file."""

    def of(self, name: str) -> Schema:
        """Of the file that has this path within a data folder."""
        return self.control if name == CONTROL_NAME else self.workspace

    def told_by(self, tables: set[str]) -> Schema | None:
        """Of a file with these tables, wherever it lies; None when it is none of ours."""
        return next((each for each in (self.control, self.workspace) if each.table in tables), None)


class DataFolder(msgspec.Struct, frozen=True):
    """A data folder, or a backup, which is laid out the same."""

    path: Path
    schemas: Schemas

    def at(self, path: Path) -> Self:
        """Another one, with files of the same kinds."""
        return replace(self, path=path)

    def files(self) -> list[StoredFile]:
        """Every database file that is there, control.db first."""
        return [self.file(path.relative_to(self.path).as_posix()) for path in paths_in(self.path)]

    def file(self, name: str) -> StoredFile:
        """The file of that name, be it there or not."""
        return StoredFile(name, self.path / name, self.schemas.of(name))


def paths_in(data: Path) -> list[Path]:
    """Every database file of a folder that is there, control.db first."""
    workspaces = sorted((data / WORKSPACES).glob("*.db"))
    return [path for path in (data / CONTROL_NAME, *workspaces) if path.exists()]


def data_folder_of(path: Path) -> Path:
    """The data folder that a database file lies in."""
    return path.parent.parent if path.parent.name == WORKSPACES else path.parent
