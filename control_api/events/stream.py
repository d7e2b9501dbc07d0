"""Live events: woken by a commit, read from the log, so none is missed and none comes twice."""

import asyncio
import functools
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Protocol

import msgspec
from litestar.response import ServerSentEventMessage
from sqlite_utils import Database

from control_api.database.open import DatabaseFile
from control_api.events.log import Entry, read_since
from control_api.events.public import to_event

KEEP_ALIVE_S = 15.0
BATCH = 200
"""Events in memory for one slow client, at most: the rest waits in the log."""
MOST_STREAMS = 256
"""Of one workspace, at a time."""


class Aside(Protocol):
    """What a stream tells beside the log."""

    def read(self, db: Database) -> list[ServerSentEventMessage]:
        """What is new since the last time."""

    async def given(self) -> None:
        """Note that all that was read has gone out."""


class Subscription:
    """One stream that waits for the log to grow."""

    def __init__(self) -> None:
        self.over = False
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Let the stream look into the log."""
        self._woken.set()

    def end(self) -> None:
        """Let the stream end, at once."""
        self.over = True
        self._woken.set()

    async def wait(self, seconds: float) -> bool:
        """Wait to be woken, so long at most; whether it was woken."""
        try:
            async with asyncio.timeout(seconds):
                await self._woken.wait()
        except TimeoutError:
            return False
        self._woken.clear()
        return True


class LiveFeed:
    """The streams of one workspace."""

    def __init__(self) -> None:
        self._subscriptions: set[Subscription] = set()
        self._closed = False

    @contextmanager
    def subscribe(self) -> Iterator[Subscription]:
        """Be woken from now on."""
        subscription = Subscription()
        subscription.over = self._closed
        self._subscriptions.add(subscription)
        try:
            yield subscription
        finally:
            self._subscriptions.discard(subscription)

    @property
    def is_full(self) -> bool:
        """Whether as many watch as may."""
        return len(self._subscriptions) >= MOST_STREAMS

    def wake(self) -> None:
        """Tell every stream that the log has grown. Only from the event loop's thread."""
        for subscription in self._subscriptions:
            subscription.wake()

    def end_streams(self) -> None:
        """End the streams there are; clients come back by themselves if they still may."""
        for subscription in self._subscriptions:
            subscription.end()

    def close(self) -> None:
        """End the streams there are, and those that are yet to come."""
        self._closed = True
        self.end_streams()


async def stream_events(
    file: DatabaseFile,
    feed: LiveFeed,
    position: int,
    *,
    until: float | None,
    aside: Aside | None = None,
) -> AsyncIterator[ServerSentEventMessage]:
    """Give every event after `position`, as it happens, until the time `until` (Unix seconds)."""
    with feed.subscribe() as subscription:
        # The position goes out first: a client that is cut off before any event knows where it was.
        yield ServerSentEventMessage(data=None, id=position, comment="live", retry=1000)
        while not subscription.over:
            entries, told = await file.read(functools.partial(_news, position, aside))
            for entry in entries:
                position = entry.id
                text = msgspec.json.encode(to_event(entry))
                yield ServerSentEventMessage(data=text, id=entry.id, event=entry.type)
            for message in told:
                yield message
            if aside is not None and told:
                await aside.given()
            if len(entries) == BATCH:
                continue
            left = KEEP_ALIVE_S if until is None else min(KEEP_ALIVE_S, until - time.time())
            if left <= 0:
                return
            if not await subscription.wait(left):
                yield ServerSentEventMessage(data=None, comment="keep-alive")


def _news(
    position: int, aside: Aside | None, db: Database
) -> tuple[list[Entry], list[ServerSentEventMessage]]:
    told = [] if aside is None else aside.read(db)
    return read_since(db, position, BATCH), told
