"""Looks for times of repeating tasks that have passed undone, whether or not anybody is there."""

import asyncio
import contextlib
import functools
import logging
import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
from litestar import Litestar
from sqlite_utils import Database

from control_api.database.clock import utc_stamp
from control_api.database.open import DatabaseFile, open_reader
from control_api.engine.execute import Order, run_order
from control_api.engine.moment import Moment
from control_api.kinds.tasks.actions.occurrence_store import repeating_tasks
from control_api.kinds.tasks.actions.repeating import has_missed, will_miss_at
from control_api.kinds.tasks.records.store import find_task
from control_api.log.kinds import Kinds
from control_api.log.workspaces import Workspace, Workspaces
from control_api.requests.spoken import WORDING
from control_api.who.sharing.store import list_homes
from shared.actions import CatchUpTask
from shared.problems import NotFoundError
from shared.tasks import Task

LOOK_EVERY_S = 30.0
LOOK_AHEAD = timedelta(hours=6)
"""A workspace in which nothing happens is looked at again after so long."""
AT_ONCE = 10
"""Tasks in one transaction, so that nobody waits long for the writer: some 20 ms."""
FARTHEST_EAST = timedelta(hours=15)
"""No clock is farther ahead of UTC."""

log = logging.getLogger("saydo.repeats")


@contextlib.asynccontextmanager
async def watch_repeats(
    _: Litestar, *, control: DatabaseFile, workspaces: Workspaces, usual_zone: str
) -> AsyncIterator[None]:
    """Watch while the application runs; `usual_zone` is as for the `Watcher`."""
    watching = asyncio.create_task(_watch(control, workspaces, usual_zone))
    try:
        yield
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)


async def _watch(control: DatabaseFile, workspaces: Workspaces, usual_zone: str) -> None:
    watcher = Watcher(control, workspaces, usual_zone)
    while True:
        await watcher.look(datetime.now(UTC))
        await asyncio.sleep(LOOK_EVERY_S)


class Looked(msgspec.Struct, frozen=True):
    """What is known of a workspace from the last look at it."""

    state: object
    """Of the workspace; nothing has changed in it while it is the same."""
    zone: ZoneInfo
    at: datetime
    until: datetime
    """Until then there is nothing to do in it."""


class Watcher:
    """Looks at a workspace when it was changed, or when a time of one of its tasks passes."""

    def __init__(self, control: DatabaseFile, workspaces: Workspaces, usual_zone: str) -> None:
        """`usual_zone` is the IANA name of the time zone of who has said none."""
        self._control = control
        self._workspaces = workspaces
        self._usual_zone = usual_zone
        self._looked: dict[str, Looked] = {}

    async def look(self, now: datetime) -> None:
        """Move on what has been missed, wherever it is. `now` is aware."""
        asleep = await asyncio.to_thread(self._workspaces.asleep)
        homes = await self._control.read(list_homes)
        for workspace_id, time_zone in homes:
            zone = ZoneInfo(time_zone or self._usual_zone)
            if not self._is_known(workspace_id, zone, now):
                try:
                    await self._look(workspace_id, now, zone, is_asleep=workspace_id in asleep)
                except NotFoundError:
                    continue  # removed meanwhile, with what was missed in it
                except Exception:
                    log.exception("the missed times of repeating tasks were not put on record")
        self._looked = {each: self._looked[each] for each, _ in homes if each in self._looked}

    def _is_known(self, workspace_id: str, zone: ZoneInfo, now: datetime) -> bool:
        looked = self._looked.get(workspace_id)
        return (
            looked is not None
            and looked.state is self._workspaces.state(workspace_id)
            and looked.zone == zone
            and looked.at <= now < looked.until
        )

    async def _look(
        self, workspace_id: str, now: datetime, zone: ZoneInfo, *, is_asleep: bool
    ) -> None:
        """Open the workspace only when there is something to do in it."""
        workspaces = self._workspaces
        state = workspaces.state(workspace_id)
        until = None
        if is_asleep:
            until = await workspaces.peek(workspace_id, lambda path: _peek(path, now, zone))
        if until is None:
            workspace = await workspaces.open(workspace_id)
            until = await workspace.file.read(lambda db: quiet_until(db, now, zone))
        if until > now:
            self._looked[workspace_id] = Looked(state, zone, now, until)
        else:
            await catch_up(await workspaces.open(workspace_id), now, zone)


def _peek(path: Path, now: datetime, zone: ZoneInfo) -> datetime:
    try:
        db = open_reader(path)
    except sqlite3.Error:
        return now + LOOK_AHEAD
    try:
        return quiet_until(db, now, zone)
    except sqlite3.Error:
        return now  # of an earlier version, or damaged: opening it brings it up to date or says so
    finally:
        db.close()


def quiet_until(db: Database, now: datetime, zone: ZoneInfo) -> datetime:
    """When a time of some task will have passed undone, or has; in a while if none will so soon."""
    later = now + LOOK_AHEAD
    times = (will_miss_at(task, zone) for task in repeating_tasks(db, _latest(later)))
    return min([later, *(at for at in times if at is not None)])


async def catch_up(workspace: Workspace, now: datetime, zone: ZoneInfo) -> int:
    """Move on every task of which a time has passed; how many. `now` is aware."""
    missed = await workspace.file.read(lambda db: overtaken(db, now, zone))
    count = 0
    for start in range(0, len(missed), AT_ONCE):
        some = [task.id for task in missed[start : start + AT_ONCE]]
        move = functools.partial(move_on, kinds=workspace.kinds, task_ids=some, now=now, zone=zone)
        count += await workspace.file.write(move)
    if count:
        workspace.feed.wake()
    return count


def move_on(db: Database, kinds: Kinds, task_ids: list[str], now: datetime, zone: ZoneInfo) -> int:
    """Move on those of the tasks that still have to, inside the writer's transaction; how many.

    One command a task, which nobody asked for.
    """
    moment = Moment(now=now, zone=zone, stamp=utc_stamp())
    count = 0
    for task_id in task_ids:
        task = find_task(db, task_id)
        if task is None or not has_missed(task, moment):
            continue
        order = Order.of_itself(CatchUpTask(task_id), WORDING, now=now, zone=zone)
        run_order(db, kinds, order)
        count += 1
    return count


def overtaken(db: Database, now: datetime, zone: ZoneInfo) -> list[Task]:
    """The tasks of which a time has passed undone."""
    moment = Moment(now=now, zone=zone, stamp=utc_stamp())
    return [task for task in repeating_tasks(db, _latest(now)) if has_missed(task, moment)]


def _latest(at: datetime) -> str:
    """What no clock anywhere shows before then, as due dates are written."""
    return (at.astimezone(UTC) + FARTHEST_EAST).strftime("%Y-%m-%dT%H:%M:%S")
