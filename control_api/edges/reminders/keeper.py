"""Keeps the reminders of one workspace: plans them, lets them out on time, pushes them."""

import asyncio
import contextlib
import functools
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from sqlite_utils import Database

from control_api.edges.pushing.pusher import PushError, SendPush
from control_api.edges.reminders import pushes, store
from control_api.edges.reminders.plan import stamp
from control_api.edges.reminders.queries import View, find_receipt
from control_api.edges.reminders.schedule import (
    BATCH,
    LATE,
    Plan,
    Rules,
    carry_out,
    find_plan,
    is_anything_due,
    let_out,
    next_look,
)
from control_api.edges.reminders.tidying import find_old, put_away
from control_api.log.stream import Subscription
from control_api.log.workspaces import Workspace
from shared.problems import StorageFailedError

Clock = Callable[[], datetime]

STRETCH_S = 5.0
"""The wall clock may be set, and timers stand still while a machine sleeps: so it is looked at."""
LOOK_ANYWAY = timedelta(minutes=10)
"""The settings of people who share a workspace tell nobody when they are changed."""
SETTLE_S = 0.2
"""Changes that follow each other closely are planned together."""
AFTER_TROUBLE_S = 5.0
SET_BACK = timedelta(seconds=2)
FIRST_PAUSE_S = 15.0
LONGEST_PAUSE_S = 3600.0

log = logging.getLogger("saydo.reminders")


def real_clock() -> datetime:
    """Now, aware."""
    return datetime.now(UTC)


def pause(attempts: int) -> timedelta:
    """How long to wait after so many pushes in vain."""
    return timedelta(seconds=min(FIRST_PAUSE_S * 2.0 ** min(attempts, 20), LONGEST_PAUSE_S))


class Keeper:
    """The reminders of one workspace. What it has to know after a restart is in the file."""

    def __init__(
        self,
        workspace: Workspace,
        rules: Callable[[], Awaitable[Rules]],
        *,
        push: SendPush,
        clock: Clock = real_clock,
    ) -> None:
        self._file = workspace.file
        self._feed = workspace.feed
        self._kinds = workspace.kinds
        self._rules = rules
        self._push = push
        self._clock = clock
        self._done: store.Progress | None = None
        self._saved = 0
        """Position up to which planning is on disk."""
        self._looked_at: datetime | None = None
        self._pushing: dict[tuple[str, str], asyncio.Task[None]] = {}
        """By the reminder and the target."""

    async def run(self) -> None:
        """Keep on until cancelled, or the workspace is closed."""
        over = False
        while not over:
            # Streams are ended when somebody signs out; this one goes on.
            with self._feed.subscribe() as subscription:
                over = subscription.over
                while not subscription.over:
                    await self._turn(subscription)

    async def aclose(self) -> None:
        """Stop pushing; what is under way is tried again after the next start."""
        pushing = list(self._pushing.values())
        for task in pushing:
            task.cancel()
        await asyncio.gather(*pushing, return_exceptions=True)
        done = self._done
        if done is not None and done.position > self._saved:
            with contextlib.suppress(StorageFailedError):  # the workspace was deleted
                await self._file.write(lambda db: store.save_progress(db, done))

    async def look(self) -> datetime | None:
        """Plan what was changed, let out what is due; when to look again, None for not at all."""
        now = self._clock()
        rules = await self._rules()
        # What was past by a clock that was ahead may be yet to come.
        set_back = self._looked_at is not None and now < self._looked_at - SET_BACK
        await self._plan(rules, now, anew=set_back)
        self._looked_at = now
        if await self._file.read(lambda db: is_anything_due(db, now)) and await self._file.write(
            lambda db: let_out(db, rules, now)
        ):
            self._feed.wake()
        if await self._file.read(lambda db: find_old(db, rules.zone, now)):
            await self._file.write(lambda db: put_away(db, self._kinds, rules.zone, now))
            self._feed.wake()
        await self._begin_pushes(rules, now)
        return await self._file.read(next_look)

    async def pushed(self) -> None:
        """Wait until every push that was begun has ended."""
        await asyncio.gather(*self._pushing.values())

    async def _turn(self, subscription: Subscription) -> None:
        try:
            next_at = await self.look()
        except Exception:
            if subscription.over:
                return  # the workspace was closed meanwhile
            log.exception("the reminders could not be looked at; trying on")
            await subscription.wait(AFTER_TROUBLE_S)
        else:
            await self._rest(subscription, next_at)

    async def _rest(self, subscription: Subscription, next_at: datetime | None) -> None:
        latest = self._clock() + LOOK_ANYWAY
        while not subscription.over:
            before = self._clock()
            if before >= latest:
                return
            left = STRETCH_S if next_at is None else (next_at - before).total_seconds()
            if left <= 0:
                return
            if await subscription.wait(min(left, STRETCH_S)):
                await asyncio.sleep(0 if subscription.over else SETTLE_S)
                return
            if self._clock() < before - SET_BACK:
                return

    async def _plan(self, rules: Rules, now: datetime, *, anew: bool) -> None:
        if self._done is None:
            self._done = await self._file.read(store.read_progress)
            self._saved = self._done.position
        start = 0 if anew else None
        while True:
            find = functools.partial(find_plan, done=self._done, rules=rules, now=now, start=start)
            plan = await self._file.read(find)
            if self._is_worth_writing(plan):
                plan = await self._file.write(functools.partial(_carry_out, find=find, now=now))
                self._saved = plan.progress.position
                if plan.settle:
                    self._feed.wake()
            self._done, start = plan.progress, plan.more
            if plan.is_last:
                return

    def _is_worth_writing(self, plan: Plan) -> bool:
        """A change without reminders is not: what was seen of it is only remembered."""
        if not plan.is_none or self._done is None or plan.progress.rules != self._done.rules:
            return True
        return plan.progress.position - self._saved >= BATCH

    async def _begin_pushes(self, rules: Rules, now: datetime) -> None:
        latest = now + timedelta(seconds=LONGEST_PAUSE_S)
        find = functools.partial(pushes.find_pushes, now=stamp(now), latest=stamp(latest))
        if not await self._file.read(find):
            return

        busy = set(self._pushing)

        def begin(db: Database) -> list[pushes.Push]:
            begun = []
            for push in find(db):
                next_try_at = stamp(now + pause(push.attempts))
                if (push.reminder_id, push.key) in busy:
                    pushes.put_off(db, push, next_try_at)
                else:
                    pushes.begin_push(db, push, stamp(now), next_try_at)
                    begun.append(push)
            return begun

        for push in await self._file.write(begin):
            self._begin(push, rules)

    def _begin(self, push: pushes.Push, rules: Rules) -> None:
        which = (push.reminder_id, push.key)
        task = asyncio.create_task(self._push_one(push, rules))
        self._pushing[which] = task
        task.add_done_callback(lambda _: self._pushing.pop(which))

    async def _push_one(self, push: pushes.Push, rules: Rules) -> None:
        target = next((each for each in rules.targets if each.key == push.key), None)
        view = View(now=self._clock(), zone=rules.zone, language=rules.language)
        receipt = await self._file.read(lambda db: find_receipt(db, push.reminder_id, view))
        if target is None or receipt is None or receipt.state == "heard":
            await self._end(push, "cancelled", "")
            return
        try:
            await self._push(target, receipt.text)
        except PushError as error:
            next_try = self._clock() + pause(push.attempts)
            if next_try > datetime.fromisoformat(push.fired_at) + LATE:
                await self._end(push, "failed", str(error))
            else:
                reason = str(error)
                await self._file.write(lambda db: pushes.note_failure(db, push, reason))
        else:
            await self._end(push, "delivered", "")

    async def _end(self, push: pushes.Push, state: str, error: str) -> None:
        now = stamp(self._clock())

        def end(db: Database) -> None:
            pushes.end_push(db, push, state, now, error)
            if state == "delivered":
                store.mark_delivered(db, push.reminder_id)

        await self._file.write(end)
        self._feed.wake()


def _carry_out(db: Database, find: Callable[[Database], Plan], now: datetime) -> Plan:
    plan = find(db)
    carry_out(db, plan, now)
    return plan
