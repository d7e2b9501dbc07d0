"""The watch over repeating tasks looks only where there may be something to see."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from litestar import Litestar
from litestar.datastructures import State
from sqlite_utils import Database

from control_api.edges.repeats import watch
from control_api.edges.repeats.watch import LOOK_AHEAD, Watcher, quiet_until
from control_api.kinds.tasks.actions.occurrence_store import repeating_tasks
from control_api.log.workspaces import Workspace, Workspaces
from control_api.requests.run import Caller, run_command
from shared.actions import CreateTask
from shared.outcomes import CommandRequest
from shared.tasks import Repeat, Task

NOON = datetime(2031, 5, 6, 12, tzinfo=UTC)
CALLER = Caller(actor="owner", zone=ZoneInfo("UTC"))


class Looking:
    """A watcher, and how often it has read all the repeating tasks."""

    def __init__(self, state: State, monkeypatch: pytest.MonkeyPatch) -> None:
        self.workspaces: Workspaces = state.workspaces
        self.watcher = Watcher(state.control, state.workspaces, state.settings.time_zone)
        self._owner_id: str = state.settings.secrets.owner_id
        self.looks = 0

        def counted(db: Database, due_before: str) -> list[Task]:
            self.looks += 1
            return repeating_tasks(db, due_before)

        monkeypatch.setattr(watch, "repeating_tasks", counted)

    async def look(self, at: datetime) -> int:
        """Let it look; how often it has read."""
        self.looks = 0
        await self.watcher.look(at)
        return self.looks

    async def owner(self) -> Workspace:
        return await self.workspaces.open(self._owner_id)

    async def add(self, due: str) -> str:
        owner = await self.owner()
        action = CreateTask(title="Water", due=due, repeat=Repeat(rule="FREQ=DAILY"))
        outcome = await run_command(owner, CALLER, CommandRequest(actions=[action]), raises=True)
        return outcome.tasks[0].id

    async def dues(self) -> list[str | None]:
        owner = await self.owner()
        tasks = await owner.file.read(lambda db: repeating_tasks(db, "9999"))
        return [task.due for task in tasks]


@pytest.fixture
async def looking(app: Litestar, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Looking]:
    yield Looking(app.state, monkeypatch)
    await asyncio.to_thread(app.state.workspaces.close)
    await asyncio.to_thread(app.state.control.close)


async def test_a_workspace_in_which_nothing_happens_is_left_alone(looking: Looking) -> None:
    await looking.add("2031-05-07")
    assert await looking.look(NOON) == 1
    assert await looking.look(NOON + timedelta(minutes=1)) == 0
    assert await looking.look(NOON + LOOK_AHEAD) == 1


async def test_one_that_was_changed_is_looked_at(looking: Looking) -> None:
    await looking.add("2031-05-07")
    await looking.look(NOON)
    await looking.add("2031-05-08")
    assert await looking.look(NOON + timedelta(minutes=1)) == 1


async def test_a_time_that_passes_is_seen_though_nothing_was_changed(looking: Looking) -> None:
    await looking.add("2031-05-06T11:00:00")
    await looking.look(NOON)
    passes = NOON + timedelta(hours=21)  # the next one has begun, in Berlin
    await looking.look(passes - timedelta(hours=1))
    assert await looking.dues() == ["2031-05-06T11:00:00"]
    assert await looking.look(passes) > 0
    assert await looking.dues() == ["2031-05-07T11:00:00"]


async def test_a_clock_that_is_set_back_is_not_believed_blindly(looking: Looking) -> None:
    await looking.add("2031-05-07")
    await looking.look(NOON)
    assert await looking.look(NOON - timedelta(minutes=1)) == 1


async def test_more_than_one_transaction_holds_are_all_moved_on(
    looking: Looking, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "AT_ONCE", 2)
    for _ in range(5):
        await looking.add("2031-05-01")
    await looking.look(NOON)
    assert await looking.dues() == ["2031-05-06"] * 5


async def test_a_workspace_that_is_removed_meanwhile_is_no_fault(
    looking: Looking, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    workspaces = looking.workspaces
    await looking.add("2031-05-06T11:00:00")
    original = workspaces.open

    async def open_removed(workspace_id: str) -> Workspace:
        await workspaces.remove(workspace_id)
        return await original(workspace_id)

    monkeypatch.setattr(workspaces, "open", open_removed)
    await looking.look(NOON)
    assert "not put on record" not in caplog.text


async def test_a_look_ends_when_the_first_time_passes(looking: Looking) -> None:
    await looking.add("2031-05-06T11:00:00")
    owner = await looking.owner()
    zone = ZoneInfo("Europe/Berlin")
    soon = NOON + timedelta(hours=20)
    until = await owner.file.read(lambda db: quiet_until(db, soon, zone))
    assert until == datetime(2031, 5, 7, 9, tzinfo=UTC)
