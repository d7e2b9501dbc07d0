"""Looks for times of repeating tasks that have passed undone, whether or not anybody is there."""

import asyncio
import contextlib
import logging
import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from litestar import Litestar
from sqlite_utils import Database

from control_api.clock import utc_stamp
from control_api.commands.execute import Order, run_order
from control_api.commands.moment import Moment
from control_api.commands.readings import Reading
from control_api.database.open import open_reader
from control_api.repeats.moving import has_missed
from control_api.repeats.store import repeating_tasks
from control_api.services import Services
from control_api.sharing.store import list_homes
from control_api.workspaces import Workspace
from shared.actions import CatchUpTask
from shared.tasks import Task

LOOK_EVERY_S = 30.0
FARTHEST_EAST = timedelta(hours=15)
"""No clock is farther ahead of UTC."""

log = logging.getLogger("saydo.repeats")


@contextlib.asynccontextmanager
async def watch_repeats(app: Litestar) -> AsyncIterator[None]:
    """Watch while the application runs; needs `app.state.services`."""
    watching = asyncio.create_task(_watch(app.state.services))
    try:
        yield
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)


async def _watch(services: Services) -> None:
    while True:
        for workspace_id, time_zone in await services.control.read(list_homes):
            zone = ZoneInfo(time_zone or services.settings.time_zone)
            try:
                await _look(services, workspace_id, zone, datetime.now(UTC))
            except Exception:
                log.exception("the missed times of repeating tasks were not put on record")
        await asyncio.sleep(LOOK_EVERY_S)


async def _look(services: Services, workspace_id: str, zone: ZoneInfo, now: datetime) -> None:
    """Open the workspace only when there is something to do in it."""
    path = services.workspaces.asleep().get(workspace_id)
    if path is None or await asyncio.to_thread(_peek, path, now, zone):
        await catch_up(await services.workspaces.open(workspace_id), now, zone)


def _peek(path: Path, now: datetime, zone: ZoneInfo) -> bool:
    try:
        db = open_reader(path)
    except sqlite3.Error:
        return False
    try:
        return bool(overtaken(db, now, zone))
    except sqlite3.Error:
        return True  # of an earlier version, or damaged: opening it brings it up to date or says so
    finally:
        db.close()


async def catch_up(workspace: Workspace, now: datetime, zone: ZoneInfo) -> int:
    """Move on every task of which a time has passed; how many. `now` is aware."""
    if not await workspace.file.read(lambda db: overtaken(db, now, zone)):
        return 0
    count = await workspace.file.write(lambda db: catch_up_now(db, now, zone))
    workspace.feed.wake()
    return count


def catch_up_now(db: Database, now: datetime, zone: ZoneInfo) -> int:
    """Do the same inside the writer's transaction: one command a task, which nobody asked for."""
    tasks = overtaken(db, now, zone)
    for task in tasks:
        order = Order(
            reading=Reading(outcome="planned", actions=[CatchUpTask(task.id)], confidence=1.0),
            now=now,
            zone=zone,
            actor="saydo",
            source="api",
            conversation="",
            text=None,
            request_hash="",
            by_itself=True,
        )
        run_order(db, order)
    return len(tasks)


def overtaken(db: Database, now: datetime, zone: ZoneInfo) -> list[Task]:
    """The tasks of which a time has passed undone."""
    moment = Moment(now=now, zone=zone, stamp=utc_stamp())
    latest = (now.astimezone(UTC) + FARTHEST_EAST).strftime("%Y-%m-%dT%H:%M:%S")
    return [task for task in repeating_tasks(db, latest) if has_missed(task, moment)]
