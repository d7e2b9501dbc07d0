"""One backup at a time, made beside the server's other work."""

import asyncio
import subprocess
import sys
import threading
from pathlib import Path

import msgspec

from control_api.database.backup import Faults, make_backup
from control_api.database.folder import BACKUPS
from control_api.database.kept import list_backups
from shared.backups import Backup, BackupReason
from shared.problems import ConflictError, StorageFailedError

ROOT = Path(__file__).parents[2]


class Backups:
    """The backups of the data folder that this server has."""

    def __init__(self, data: Path, *, keep: int) -> None:
        self._data = data
        self._keep = keep
        self._making = asyncio.Lock()
        self._child_lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._stopped = False

    async def make(self, reason: BackupReason) -> Backup:
        """Make a backup.

        Raises `ConflictError` while another is being made, `StorageFullError` and
        `StorageFailedError` as `make_backup` does.
        """
        if self._making.locked():
            raise ConflictError("A backup is being made already; wait for it.")
        async with self._making:
            return await asyncio.to_thread(
                make_backup, self._data, reason, keep=self._keep, check=self._check
            )

    async def list(self) -> list[Backup]:
        """Every backup, newest first."""
        return await asyncio.to_thread(list_backups, self._data / BACKUPS)

    def stop(self) -> None:
        """Give up the backup that is being made, if any: the server is going to stop."""
        with self._child_lock:
            self._stopped = True
            if self._child is not None:
                self._child.kill()

    def _check(self, folder: Path) -> Faults:
        """Check in a process of its own: here it would hold up everybody's requests."""
        command = [sys.executable, "-m", "control_api.backups", str(folder)]
        with self._child_lock:
            if self._stopped:
                raise StorageFailedError("No backup was made: Saydo is stopping.")
            self._child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)  # noqa: S603 - our own program
        with self._child as child:
            found, _ = child.communicate()
        with self._child_lock:
            self._child = None
        if child.returncode:
            raise StorageFailedError("No backup was made: checking it was interrupted.")
        return msgspec.json.decode(found, type=dict[str, list[str]])
