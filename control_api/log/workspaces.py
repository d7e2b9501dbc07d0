"""Each person's own file, opened when it is first wanted."""

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

from control_api.database.files.open_files import OpenFiles
from control_api.database.open import DatabaseFile
from control_api.database.schema import Schema
from control_api.log.kinds import Kinds
from control_api.log.past import read_past
from control_api.log.stream import LiveFeed
from shared.problems import NotFoundError, StorageFailedError

T = TypeVar("T")

MOST_OPEN = 128
"""Files at a time: each has three threads and three connections."""


class Workspace(msgspec.Struct, frozen=True):
    """A person's tasks, commands and events, and who watches them."""

    file: DatabaseFile
    feed: LiveFeed
    kinds: Kinds


class Workspaces:
    """The workspaces of one data folder, by account."""

    def __init__(
        self, folder: Path, schema: Schema, kinds: Kinds, *, most_open: int = MOST_OPEN
    ) -> None:
        """Make the folder when it is missing.

        `schema` is that of each file in it, `kinds` is what the workspaces may hold.
        """
        folder.mkdir(mode=0o700, exist_ok=True)
        self._folder = folder
        self._schema = schema
        self._kinds = kinds
        self._files = OpenFiles(most_open)
        self._open: dict[str, Workspace] = {}
        self._opening = asyncio.Lock()
        self._changing = threading.Lock()
        self._is_closed = False
        self._told: list[Callable[[str, Workspace], None]] = []
        self._removed: set[str] = set()

    async def open(self, account_id: str) -> Workspace:
        """Open the workspace of an account that exists.

        Raises `SetupError` for a bad file, `NotFoundError` for one that was removed.
        """
        async with self._opening:
            if account_id in self._removed:
                raise NotFoundError("This workspace does not exist any more.")
            if account_id not in self._open:
                await asyncio.to_thread(self.open_now, account_id)
                self._files.use(self._open[account_id].file)
                await self._files.make_room()
                for tell in self._told:
                    tell(account_id, self._open[account_id])
            return self._open[account_id]

    def open_now(self, account_id: str) -> None:
        """Do the same as `open`, before there is an event loop. Blocks."""
        # Who asked may be gone meanwhile, and all closed: a file that is left open would be one
        # that another is put in the place of.
        with self._changing:
            if self._is_closed:
                raise StorageFailedError("Saydo is stopping; nothing was changed.")
            path = self._folder / f"{account_id}.db"
            file = DatabaseFile(path, self._schema, others=self._files)
            past = read_past(self._folder.parent, f"{self._folder.name}/{account_id}.db")
            self._open[account_id] = Workspace(file, LiveFeed(self._kinds, past), self._kinds)

    @property
    def opened(self) -> int:
        """How many are open."""
        return len(self._open)

    @property
    def watchers(self) -> int:
        """How many streams are watched, of all that are open."""
        return sum(workspace.feed.watchers for workspace in self._open.values())

    def on_open(self, tell: Callable[[str, Workspace], None]) -> None:
        """Call back for each workspace that is open, and each that will be."""
        self._told.append(tell)
        for account_id, workspace in self._open.items():
            tell(account_id, workspace)

    def asleep(self) -> dict[str, Path]:
        """The files of the workspaces that nobody has opened."""
        files = {path.stem: path for path in self._folder.glob("*.db")}
        return {account_id: files[account_id] for account_id in files.keys() - self._open.keys()}

    def state(self, account_id: str) -> object:
        """What is another object after each change of a workspace; None until it is opened."""
        return self._open[account_id].feed.state if account_id in self._open else None

    async def peek(self, account_id: str, look: Callable[[Path], T]) -> T | None:
        """Look into the file of a workspace that is not open; None when it is.

        Nobody opens it meanwhile: what SQLite makes and removes beside a file that is looked at
        would be taken for what a crash has left.
        """
        async with self._opening:
            if account_id in self._open or account_id in self._removed:
                return None
            return await asyncio.to_thread(look, self._folder / f"{account_id}.db")

    def wake(self, account_id: str) -> None:
        """Tell who watches a workspace that something it depends on was changed."""
        if account_id in self._open:
            self._open[account_id].feed.wake()

    async def remove(self, workspace_id: str) -> None:
        """Close a workspace and delete its files; nobody can open it from now on."""
        async with self._opening:
            self._removed.add(workspace_id)
            workspace = self._open.pop(workspace_id, None)
            if workspace is not None:
                workspace.feed.close()
                await workspace.file.end()
            await asyncio.to_thread(self.remove_now, workspace_id)

    async def empty(self, workspace_id: str) -> None:
        """Begin a workspace anew, in a new file: no byte of what it held is left."""
        async with self._opening:
            workspace = self._open.pop(workspace_id, None)
            if workspace is not None:
                workspace.feed.close()
                await workspace.file.end()
            await asyncio.to_thread(self.remove_now, workspace_id)
        await self.open(workspace_id)

    def remove_now(self, workspace_id: str) -> None:
        """Delete the files of a workspace that is not open. Blocks."""
        # The database last: without it the others say nothing, with it and not them it is older.
        for ending in ("-shm", "-wal", ""):
            (self._folder / f"{workspace_id}.db{ending}").unlink(missing_ok=True)

    def end_streams(self, account_id: str) -> None:
        """End one person's live streams; who may still watch comes back."""
        if account_id in self._open:
            self._open[account_id].feed.end_streams()

    def close_streams(self) -> None:
        """End every stream for good: the server is going to stop."""
        for workspace in self._open.values():
            workspace.feed.close()

    async def end(self) -> None:
        """Do the same as `close`, also while files are being opened."""
        await asyncio.to_thread(self._open_no_more)
        for workspace in list(self._open.values()):
            await workspace.file.end()

    def close(self) -> None:
        """Close every file for good. Blocks until running work has ended."""
        self._open_no_more()
        for workspace in list(self._open.values()):
            workspace.file.close()

    def _open_no_more(self) -> None:
        with self._changing:
            self._is_closed = True
