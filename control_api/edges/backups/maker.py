"""One backup at a time, made or put back, beside the server's other work."""

import asyncio
import subprocess
import sys
import threading
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec

from control_api.database.backup import Faults, make_backup
from control_api.database.folder import BACKUPS, DataFolder
from control_api.database.kept_backups import list_backups
from control_api.database.restore import find_backup, refuse_unsound
from shared.backups import Backup, BackupPage, BackupReason, Restore
from shared.problems import ConflictError, StorageFailedError

ROOT = Path(__file__).parents[3]


class Backups:
    """The backups of the data folder that this server has."""

    def __init__(
        self, data: DataFolder, *, keep: int, checker: str, last_restore: Restore | None = None
    ) -> None:
        """Know the data folder; `checker` is the program that says what is wrong with copies."""
        self.wanted: Restore | None = None
        """What is to be put back as soon as the server has ended its serving."""
        self._last_restore = last_restore
        self._data = data
        self._keep = keep
        self._checker = checker
        self._making = asyncio.Lock()
        self._is_asked = False
        """Whether somebody has asked for what is made, put back, or waited with."""
        self._child_lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._stopped = False

    async def make(self, reason: BackupReason) -> Backup:
        """Make a backup; one by hand is made after the schedule's, if that is under way.

        Raises `ConflictError` while another is being made by hand or put back, `StorageFullError`
        and `StorageFailedError` as `make_backup` does.
        """
        async with self._alone(is_asked=reason == "hand"):
            return await asyncio.to_thread(
                make_backup, self._data, reason, keep=self._keep, check=self._check
            )

    async def begin_restore(self, which: str) -> Restore:
        """Have the backup of that id, its beginning, or `latest` put back, once it was checked.

        Raises `NotFoundError`, `UnsoundBackupError`, `StorageFailedError`, and `ConflictError`
        while another is being made by hand or put back.
        """
        async with self._alone(is_asked=True):
            backup = await asyncio.to_thread(self._find_sound, which)
            self.wanted = Restore(id=str(uuid.uuid4()), backup=backup)
        return self.wanted

    async def list(self) -> list[Backup]:
        """Every backup, newest first."""
        return await asyncio.to_thread(list_backups, self._data.path / BACKUPS)

    async def page(self) -> BackupPage:
        """Every backup, and the restore that is to come or was last."""
        return BackupPage(items=await self.list(), last_restore=self.wanted or self._last_restore)

    def stop(self) -> None:
        """Give up the backup that is being made, if any: the server is going to stop."""
        with self._child_lock:
            self._stopped = True
            if self._child is not None:
                self._child.kill()

    @asynccontextmanager
    async def _alone(self, *, is_asked: bool) -> AsyncIterator[None]:
        """One at a time. What nobody asked for holds up nobody who asks, and comes again."""
        is_late = self._is_asked or (self._making.locked() and not is_asked)
        if is_late or self.wanted is not None:
            raise ConflictError("A backup is being made or put back already; wait for it.")
        self._is_asked = is_asked
        try:
            async with self._making:
                yield
        finally:
            self._is_asked = self._is_asked and not is_asked

    def _find_sound(self, which: str) -> Backup:
        backup = find_backup(self._data.path, which)
        refuse_unsound(self._data.path / BACKUPS / backup.id, backup, self._check)
        return backup

    def _check(self, folder: Path) -> Faults:
        """Check in a process of its own: here it would hold up everybody's requests."""
        command = [sys.executable, "-m", self._checker, str(folder)]
        with self._child_lock:
            if self._stopped:
                raise StorageFailedError("Nothing was done: Saydo is stopping.")
            self._child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)  # noqa: S603 - our own program
        with self._child as child:
            found, _ = child.communicate()
        with self._child_lock:
            self._child = None
        if child.returncode:
            raise StorageFailedError("Nothing was done: checking the backup was interrupted.")
        return msgspec.json.decode(found, type=dict[str, list[str]])
