"""Backups of a data folder, as the command line and the API tell of them."""

from typing import Literal

import msgspec

BackupReason = Literal["schedule", "hand", "upgrade", "restore"]
"""What it was made for: the last two are of how things were before an upgrade or a restore."""


class BackupFile(msgspec.Struct, frozen=True):
    """One file of a backup."""

    name: str
    """Its path within the data folder."""
    bytes: int
    sha256: str


class Backup(msgspec.Struct, frozen=True):
    """Copies of files, all of them opened and checked after they were made."""

    id: str
    """What `restore` calls it by; sorts by when it was made."""
    made_at: str
    """UTC, ISO 8601."""
    reason: BackupReason
    saydo: str
    """The version that made it."""
    files: list[BackupFile]
    damaged: dict[str, list[str]] = {}
    """Files that were not sound and are therefore not in it, and what was wrong with each."""


class Restored(msgspec.Struct, frozen=True):
    """What a restore did."""

    backup: Backup
    before: Backup | None
    """The backup of how things were, with which to take the restore back."""
    set_aside: list[str]
    """What was damaged and is kept under another name, a sentence each."""


class Restore(msgspec.Struct, frozen=True, kw_only=True):
    """A backup that the running server was told to put back, and what became of that."""

    id: str
    backup: Backup
    state: Literal["begun", "done", "failed"] = "begun"
    detail: str = ""
    """Why it failed; all is as it was before, then."""
    before: Backup | None = None
    """The backup of how things were, with which to take the restore back."""
    set_aside: list[str] = []
    """What was damaged and is kept under another name, a sentence each."""


class BackupPage(msgspec.Struct, frozen=True):
    """Every backup, newest first."""

    items: list[Backup]
    next_cursor: str | None = None
    last_restore: Restore | None = None
    """The one that this server was told to do last, since it was started."""
