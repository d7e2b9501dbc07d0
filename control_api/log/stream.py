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
from control_api.log.entries import read_since
from control_api.log.kinds import Kinds
from control_api.log.past import Past
from control_api.log.public import to_event
from shared.events import ResetEvent

KEEP_ALIVE_S = 15.0
BATCH = 200
"""Events in memory for one slow client, at most: the rest waits in the log."""
MOST_STREAMS = 256
"""Of one workspace, at a time."""


class Aside(Protocol):
    """What a stream tells beside the log."""

    def mark(self, db: Database) -> int:
        """A number that is another when there is something new; the same for all of its type."""

    def is_behind(self, mark: int) -> bool:
        """Whether there is something to read when that is the mark."""

    def read(self, db: Database) -> list[ServerSentEventMessage]:
        """What is new since the last time."""

    async def given(self) -> None:
        """Note that all that was read has gone out."""


class News(msgspec.Struct, frozen=True):
    """What came after a position, ready to go out to every stream that has come so far."""

    messages: list[ServerSentEventMessage]
    position: int
    is_all: bool
    mark: int


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

    def __init__(self, kinds: Kinds, past: Past | None = None) -> None:
        self._kinds = kinds
        self.past = past or Past()
        self.state = object()
        """Another object each time the log has grown."""
        self._subscriptions: set[Subscription] = set()
        self._closed = False
        self._readings: dict[tuple[int, object], asyncio.Task[News]] = {}
        self._read_in = self.state

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
        self.state = object()
        for subscription in self._subscriptions:
            subscription.wake()

    async def news(self, file: DatabaseFile, position: int, aside: Aside | None) -> News:
        """What came after a position; read once for all streams that ask in the same state."""
        if self._read_in is not self.state:
            self._read_in, self._readings = self.state, {}
        key = (position, type(aside))
        reading = self._readings.get(key)
        if reading is None:
            reading = asyncio.create_task(
                file.read(functools.partial(_news, self._kinds, self.past, position, aside))
            )
            self._readings[key] = reading
            # Who asks later must not get this error, nor keep what was read in memory.
            reading.add_done_callback(lambda _: self._readings.pop(key, None))
        return await asyncio.shield(reading)

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
    anew: bool = False,
) -> AsyncIterator[ServerSentEventMessage]:
    """Give every event after `position`, as it happens, until the time `until` (Unix seconds).

    `anew`: the client wanted to go on after another event, and is told that it can't.
    """
    with feed.subscribe() as subscription:
        # The position goes out first: a client that is cut off before any event knows where it was.
        name = feed.past.name(position)
        yield ServerSentEventMessage(data=None, id=name, comment="live", retry=1000)
        if anew:
            reset = ResetEvent()
            yield ServerSentEventMessage(data=msgspec.json.encode(reset), id=name, event=reset.type)
        while not subscription.over:
            news = await feed.news(file, position, aside)
            for message in news.messages:
                yield message
            position = news.position
            if aside is not None and aside.is_behind(news.mark):
                for message in await file.read(aside.read):
                    yield message
                await aside.given()
            if not news.is_all:
                continue
            left = KEEP_ALIVE_S if until is None else min(KEEP_ALIVE_S, until - time.time())
            if left <= 0:
                return
            if not await subscription.wait(left):
                yield ServerSentEventMessage(data=None, comment="keep-alive")


def _news(kinds: Kinds, past: Past, position: int, aside: Aside | None, db: Database) -> News:
    entries = read_since(db, kinds, position, BATCH)
    return News(
        messages=[
            ServerSentEventMessage(
                data=msgspec.json.encode(to_event(kinds, entry)),
                id=past.name(entry.id),
                event=entry.type,
            )
            for entry in entries
        ],
        position=entries[-1].id if entries else position,
        is_all=len(entries) < BATCH,
        mark=0 if aside is None else aside.mark(db),
    )
