"""The scheduler of a data folder: a keeper for each workspace that is open or has to be."""

import asyncio
import contextlib
import functools
import logging
import sqlite3
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

from litestar import Litestar
from sqlite_utils import Database

from control_api.database.open import DatabaseFile, open_reader
from control_api.edges.pushing.pusher import Pusher
from control_api.edges.reminders.keeper import STRETCH_S, Clock, Keeper, real_clock
from control_api.edges.reminders.people import rules_of
from control_api.edges.reminders.schedule import Rules, next_look
from control_api.edges.reminders.store import read_progress
from control_api.log.entries import last_position
from control_api.log.workspaces import Workspace, Workspaces
from control_api.setup.settings import Settings
from control_api.setup.setup_error import SetupError

_log = logging.getLogger("saydo.reminders")


@contextlib.asynccontextmanager
async def keep_reminders(
    _: Litestar,
    *,
    settings: Settings,
    control: DatabaseFile,
    workspaces: Workspaces,
    pusher: Pusher,
) -> AsyncIterator[None]:
    """Keep everybody's reminders while the application runs."""
    scheduler = Scheduler(settings, control, workspaces, pusher)
    running = asyncio.create_task(scheduler.run())
    try:
        yield
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await scheduler.aclose()


class Scheduler:
    """A workspace that nobody has opened is opened when its next reminder is due."""

    def __init__(
        self,
        settings: Settings,
        control: DatabaseFile,
        workspaces: Workspaces,
        pusher: Pusher,
        *,
        clock: Clock = real_clock,
    ) -> None:
        self._settings = settings
        self._control = control
        self._workspaces = workspaces
        self._pusher = pusher
        self._clock = clock
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Watch what is opened, and open what has a reminder due, until cancelled."""
        workspaces = self._workspaces
        workspaces.on_open(self._keep)
        times = {each: await workspaces.peek(each, peek) for each in workspaces.asleep()}
        due = {each: at for each, at in times.items() if at is not None}
        while due:
            asleep = await asyncio.to_thread(workspaces.asleep)
            due = {each: at for each, at in due.items() if each in asleep}
            for workspace_id, at in due.items():
                if at <= self._clock():
                    await self._open(workspace_id)
            await asyncio.sleep(STRETCH_S)

    async def aclose(self) -> None:
        """Stop every keeper."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _open(self, workspace_id: str) -> None:
        try:
            await self._workspaces.open(workspace_id)
        except SetupError as error:
            _log.error("Nobody can be reminded: %s", error)

    def _keep(self, workspace_id: str, workspace: Workspace) -> None:
        keeper = Keeper(
            workspace,
            functools.partial(self._rules, workspace_id),
            push=self._pusher.for_one(),
            clock=self._clock,
        )
        task = asyncio.create_task(_run(keeper))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _rules(self, workspace_id: str) -> Rules:
        return await self._control.read(lambda db: rules_of(db, workspace_id, self._settings))


async def _run(keeper: Keeper) -> None:
    try:
        await keeper.run()
    finally:
        await keeper.aclose()


def peek(path: Path) -> datetime | None:
    """When a workspace that is not open has to be opened for its reminders; None for never.

    Blocks.
    """
    now = real_clock()
    try:
        db = open_reader(path)
    except sqlite3.Error:
        return None
    try:
        return _peek(db, now)
    except sqlite3.Error:
        return now  # of an earlier version, or damaged: opening it brings it up to date or says so
    finally:
        db.close()


def _peek(db: Database, now: datetime) -> datetime | None:
    if read_progress(db).position < last_position(db):
        return now
    return next_look(db)
