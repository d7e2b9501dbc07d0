"""Many workspaces: few files are open at a time, and nobody notices which."""

import asyncio
import threading
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from litestar import Litestar

from control_api.app.registry import KINDS
from control_api.app.schemas import WORKSPACE, data_folder
from control_api.database.backup import make_backup
from control_api.database.folder import WORKSPACES
from control_api.edges.reminders.notices import Notices
from control_api.edges.reminders.scheduler import Scheduler
from control_api.log.entries import last_position
from control_api.log.stream import stream_events
from control_api.log.workspaces import Workspace, Workspaces
from control_api.requests.run import Caller, run_command
from control_api.who.callers.principal import Principal
from shared.actions import CreateTask
from shared.outcomes import CommandRequest
from shared.problems import StorageFailedError
from shared.tasks import Reminder
from tests.patience import PATIENCE_S

MOST = 2
PEOPLE = [f"{number:08d}-0000-4000-8000-000000000000" for number in range(6)]
CALLER = Caller(actor="owner", zone=ZoneInfo("UTC"))


@pytest.fixture
async def workspaces(tmp_path: Path) -> AsyncIterator[Workspaces]:
    workspaces = Workspaces(tmp_path / WORKSPACES, WORKSPACE, KINDS, most_open=MOST)
    yield workspaces
    workspaces.close_streams()
    await asyncio.to_thread(workspaces.close)


def open_files(folder: Path) -> set[str]:
    """Which databases this process has open."""
    found = (path.resolve() for path in Path("/proc/self/fd").iterdir() if path.exists())
    return {path.stem for path in found if path.suffix == ".db" and path.is_relative_to(folder)}


async def add(workspace: Workspace, title: str, *reminders: Reminder) -> str:
    request = CommandRequest(actions=[CreateTask(title=title, reminders=list(reminders))])
    outcome = await run_command(workspace, CALLER, request, raises=True)
    return outcome.tasks[0].id


async def position(workspace: Workspace) -> int:
    return await workspace.file.read(last_position)


async def test_no_more_files_are_open_than_may_be(workspaces: Workspaces, tmp_path: Path) -> None:
    before = threading.active_count()
    for person in PEOPLE:
        await add(await workspaces.open(person), "Milk")
    assert len(open_files(tmp_path)) == MOST
    # Also when they are all wanted again.
    for person in PEOPLE:
        assert await position(await workspaces.open(person)) == 1
    assert len(open_files(tmp_path)) == MOST
    # Three of each, and those that all of the program share.
    shared = 32
    assert threading.active_count() <= before + 3 * MOST + shared


async def test_a_file_that_rests_leaves_nothing_beside_it(
    workspaces: Workspaces, tmp_path: Path
) -> None:
    for person in PEOPLE:
        await add(await workspaces.open(person), "Milk")
    beside = {path.stem.partition(".")[0] for path in (tmp_path / WORKSPACES).glob("*.db-wal")}
    assert beside == open_files(tmp_path) == set(PEOPLE[-MOST:])


async def test_all_that_is_asked_of_all_at_once_is_done(workspaces: Workspaces) -> None:
    async def work(person: str) -> None:
        for number in range(5):
            await add(await workspaces.open(person), f"Milk {number}")

    await asyncio.gather(*(work(person) for person in PEOPLE for _ in range(2)))
    assert [await position(await workspaces.open(person)) for person in PEOPLE] == [10] * 6


async def test_a_stream_gets_every_event_though_its_file_rests(
    workspaces: Workspaces, tmp_path: Path
) -> None:
    workspace = await workspaces.open(PEOPLE[0])
    stream = stream_events(workspace.file, workspace.feed, 0, until=None)
    await anext(stream)
    for number in range(5):
        following = asyncio.ensure_future(anext(stream))
        for other in PEOPLE[1:]:
            await position(await workspaces.open(other))
        assert PEOPLE[0] not in open_files(tmp_path)
        await add(workspace, f"Milk {number}")
        assert (await following).id == number + 1


async def test_a_file_in_use_does_not_rest(workspaces: Workspaces, tmp_path: Path) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work(_: object) -> str:
        begun.set()
        assert go_on.wait(PATIENCE_S)
        return "whole"

    first = await workspaces.open(PEOPLE[0])
    slow = asyncio.create_task(first.file.write(work))
    await asyncio.to_thread(begun.wait, 10)
    for person in PEOPLE[1:]:
        await position(await workspaces.open(person))
    assert PEOPLE[0] in open_files(tmp_path)
    go_on.set()
    assert await slow == "whole"


async def test_who_gives_up_waiting_for_a_file_leaves_it_usable(
    workspaces: Workspaces, tmp_path: Path
) -> None:
    first = await workspaces.open(PEOPLE[0])
    for _ in range(20):
        for person in PEOPLE[1:]:
            await position(await workspaces.open(person))
        impatient = asyncio.create_task(position(first))
        await asyncio.sleep(0)
        impatient.cancel()
        await asyncio.gather(impatient, return_exceptions=True)
    assert await position(first) == 0
    assert len(open_files(tmp_path)) <= MOST


async def test_what_was_removed_while_it_rested_is_not_opened_again(
    workspaces: Workspaces, tmp_path: Path
) -> None:
    gone = await workspaces.open(PEOPLE[0])
    for person in PEOPLE[1:]:
        await position(await workspaces.open(person))
    await workspaces.remove(PEOPLE[0])
    with pytest.raises(StorageFailedError):
        await position(gone)
    assert not list((tmp_path / WORKSPACES).glob(f"{PEOPLE[0]}*"))


async def test_a_backup_has_what_rests(workspaces: Workspaces, tmp_path: Path) -> None:
    for person in PEOPLE:
        await add(await workspaces.open(person), "Milk")
    made = await asyncio.to_thread(make_backup, data_folder(tmp_path), "hand", keep=3)
    assert {file.name for file in made.files} == {f"{WORKSPACES}/{each}.db" for each in PEOPLE}
    assert not made.damaged


async def test_a_reminder_goes_out_of_a_file_that_rests(app: Litestar, tmp_path: Path) -> None:
    few = Workspaces(tmp_path / WORKSPACES, WORKSPACE, KINDS, most_open=MOST)
    now = datetime.now(UTC)
    state = app.state
    scheduler = Scheduler(state.settings, state.control, few, state.pusher, clock=lambda: now)
    running = asyncio.create_task(scheduler.run())
    try:
        at = (now + timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M:%S")
        first = await few.open(PEOPLE[0])
        await add(first, "Milk", Reminder(at=at, time_zone="UTC"))
        for person in PEOPLE[1:]:
            await position(await few.open(person))
        now += timedelta(hours=2)
        few.wake(PEOPLE[0])
        notices = Notices(first, Principal(account_id=PEOPLE[0], scope="owner"), is_page=True)
        stream = stream_events(first.file, first.feed, 1, until=None, aside=notices)
        async with asyncio.timeout(PATIENCE_S):
            while (await anext(stream)).event != "reminder":
                pass
    finally:
        few.close_streams()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await scheduler.aclose()
        await asyncio.to_thread(few.close)
        await asyncio.to_thread(state.workspaces.close)
        await asyncio.to_thread(state.control.close)
