"""A workspace with a keeper whose clock the test sets, and whose pushes go to a list."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlite_utils import Database

from control_api.app.registry import KINDS
from control_api.app.schemas import WORKSPACE
from control_api.database.open import DatabaseFile
from control_api.edges.pushing.pusher import PushError
from control_api.edges.pushing.targets import Target
from control_api.edges.reminders.keeper import Keeper
from control_api.edges.reminders.queries import View, list_receipts
from control_api.edges.reminders.routes import ALL
from control_api.edges.reminders.schedule import Rules
from control_api.engine.execute import Order, run_order
from control_api.engine.plan import CommandPlan
from control_api.kinds.simple.store import all_bells
from control_api.log.stream import LiveFeed
from control_api.log.workspaces import Workspace
from control_api.requests.spoken import WORDING
from shared.actions import Action, CreateTask
from shared.bells import Bell
from shared.reminders import Receipt
from shared.tasks import Reminder

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
PHONE = Target(key="phone", service="ntfy", url="ntfy://phone")


class Bench:
    """Alice's workspace, on a clock of its own."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.path = path
        self.now = NOON
        self.rules = Rules(zone=BERLIN)
        self.pushed: list[tuple[datetime, str, str]] = []
        self.push_fails = False
        self.push_ends = asyncio.Event()
        self.push_ends.set()
        self.cut_off = 0
        """Pushes that were under way when the program was killed."""
        monkeypatch.setattr("control_api.engine.execute.utc_stamp", self.stamp)
        self.open()

    def open(self) -> None:
        self.workspace = Workspace(DatabaseFile(self.path, WORKSPACE), LiveFeed(KINDS), KINDS)
        self.keeper = Keeper(self.workspace, self._rules, push=self._push, clock=lambda: self.now)

    def restart(self) -> None:
        """As after a kill: nothing is said good-bye to."""
        self.workspace.file.close()
        self.open()

    def stamp(self) -> str:
        return self.now.strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    async def do(self, *actions: Action) -> list[str]:
        """Run actions; the ids of the tasks they changed."""
        order = Order(
            wording=WORDING,
            plan=CommandPlan(outcome="planned", actions=list(actions), confidence=1.0),
            now=self.now,
            zone=self.rules.zone,
            actor="owner",
            source="api",
            conversation="",
            text=None,
            request_hash="",
        )
        outcome = await self.workspace.file.write(lambda db: run_order(db, KINDS, order))
        return [task.id for task in outcome.tasks]

    async def remind(self, at: datetime, title: str = "Call Sarah") -> str:
        """Make a task with one reminder; its id."""
        local = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
        reminder = Reminder(at=local, time_zone="UTC")
        (task_id,) = await self.do(CreateTask(title=title, reminders=[reminder]))
        return task_id

    async def look(self, **later: float) -> datetime | None:
        """Let time pass, then let the keeper look, and its pushes end."""
        self.now += timedelta(**later)
        next_at = await self.keeper.look()
        await self.keeper.pushed()
        return next_at

    async def receipts(self) -> list[Receipt]:
        view = View(now=self.now, zone=self.rules.zone)

        def work(db: Database) -> list[Receipt]:
            return list_receipts(db, view, ALL, cursor=None, limit=200).items

        return await self.workspace.file.read(work)

    async def bells(self) -> list[Bell]:
        return await self.workspace.file.read(all_bells)

    async def states(self) -> list[str]:
        return [receipt.state for receipt in await self.receipts()]

    async def _rules(self) -> Rules:
        return self.rules

    async def _push(self, target: Target, text: str) -> None:
        self.pushed.append((self.now, target.url, text))
        await self.push_ends.wait()
        if self.push_fails:
            raise PushError("The service is away.")


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    bench = Bench(tmp_path / "workspace.db", monkeypatch)
    yield bench
    bench.workspace.file.close()
