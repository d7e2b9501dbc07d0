"""Reminders on a live stream: what is out and not heard at its start, then what becomes of each."""

from datetime import UTC, datetime

import msgspec
from litestar.response import ServerSentEventMessage
from sqlite_utils import Database

from control_api.edges.reminders.plan import stamp
from control_api.edges.reminders.queries import View, changed_receipts, unheard_receipts
from control_api.edges.reminders.schedule import LATE
from control_api.edges.reminders.store import deliver, last_change
from control_api.log.workspaces import Workspace
from control_api.who.callers.principal import Principal
from shared.reminders import Receipt, ReminderEvent

MOST_AT_START = 20


class Notices:
    """What one stream was told of reminders."""

    def __init__(self, workspace: Workspace, principal: Principal, *, is_page: bool) -> None:
        """`is_page`: what goes out here has reached the person's screen."""
        self._workspace = workspace
        self._principal = principal
        self._is_page = is_page
        self._change: int | None = None
        self._told: list[Receipt] = []

    def mark(self, db: Database) -> int:
        """The number of the last change of a reminder."""
        return last_change(db)

    def is_behind(self, mark: int) -> bool:
        """Whether reminders have changed since the last time that they were read."""
        return mark != self._change

    def read(self, db: Database) -> list[ServerSentEventMessage]:
        """The reminders that clients don't know of yet."""
        now = datetime.now(UTC)
        view = View(now=now, zone=self._principal.zone, language=self._principal.language)
        if self._change is None:
            self._told = unheard_receipts(db, stamp(now - LATE), MOST_AT_START, view)
        else:
            self._told = changed_receipts(db, self._change, view)
        self._change = last_change(db)
        return [
            ServerSentEventMessage(
                data=msgspec.json.encode(ReminderEvent(reminder=receipt)), event="reminder"
            )
            for receipt in self._told
        ]

    async def given(self) -> None:
        """Note on their receipts that they have reached a page."""
        reached = [
            receipt.id
            for receipt in self._told
            if receipt.state in {"due", "delivered"}
            and not any(each.way == "page" for each in receipt.deliveries)
        ]
        if self._is_page and reached:
            now = stamp(datetime.now(UTC))

            def note(db: Database) -> bool:
                new = [deliver(db, reminder_id, "page", now) for reminder_id in reached]
                return any(new)

            if await self._workspace.file.write(note):
                self._workspace.feed.wake()
