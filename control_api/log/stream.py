"""Live events: woken by a commit, read from the log, so none is missed and none comes twice."""

import asyncio
import functools
import time
from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress
from typing import Protocol

import msgspec
from litestar.response import ServerSentEventMessage
from sqlite_utils import Database

from control_api.database.open import DatabaseFile
from control_api.log.entries import read_since
from control_api.log.kinds import Kinds
from control_api.log.past import Past
from control_api.log.progress import Tell
from control_api.log.public import to_event
from shared.events import ResetEvent
from shared.progress import ProgressEvent

KEEP_ALIVE_S = 15.0
BATCH = 200
"""Events in memory for one slow client, at most: the rest waits in the log."""
MOST_TOLD = 256
"""Live only messages in memory for one slow client, at most: the oldest are let go."""
TOLD_AFTER_S = 0.01
"""So long, what is live only waits for more of it: nobody sees it, and a short command is over by
then, and was not kept waiting by those who watch."""
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
    """One stream that waits for the log to grow, or to be told what is not in the log."""

    def __init__(self, *, is_told: bool = False) -> None:
        self.over = False
        self.is_told = is_told
        self.is_behind = True
        """Whether the log may have grown since it was looked into."""
        self._woken = asyncio.Event()
        self._told: deque[ServerSentEventMessage] = deque(maxlen=MOST_TOLD)

    def wake(self) -> None:
        """Let the stream look into the log."""
        self.is_behind = True
        self._woken.set()

    def tell(self, message: ServerSentEventMessage) -> None:
        """Let the stream give this, without a look into the log."""
        self._told.append(message)
        self._woken.set()

    def told(self) -> Iterator[ServerSentEventMessage]:
        """What it was told and has not given yet, in order."""
        while self._told:
            yield self._told.popleft()

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
    def subscribe(self, *, is_told: bool = False) -> Iterator[Subscription]:
        """Be woken from now on, and told what is live only as well."""
        subscription = Subscription(is_told=is_told)
        subscription.over = self._closed
        self._subscriptions.add(subscription)
        try:
            yield subscription
        finally:
            self._subscriptions.discard(subscription)

    @property
    def watchers(self) -> int:
        """How many follow what happens from outside; the server's own jobs wait here as well."""
        return sum(subscription.is_told for subscription in self._subscriptions)

    @property
    def is_full(self) -> bool:
        """Whether as many watch as may."""
        return len(self._subscriptions) >= MOST_STREAMS

    def wake(self) -> None:
        """Tell every stream that the log has grown. Only from the event loop's thread."""
        self.state = object()
        for subscription in self._subscriptions:
            subscription.wake()

    def teller(self) -> Tell | None:
        """What tells all streams, from any thread, of something that is not in the log.

        None when nobody would hear it. Only from the event loop's thread.
        """
        if not any(subscription.is_told for subscription in self._subscriptions):
            return None
        return _Relay(self, asyncio.get_running_loop()).tell

    def tell(self, message: ServerSentEventMessage) -> None:
        """Tell every stream that wants it. Only from the event loop's thread."""
        for subscription in self._subscriptions:
            if subscription.is_told:
                subscription.tell(message)

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
    with feed.subscribe(is_told=True) as subscription:
        # The position goes out first: a client that is cut off before any event knows where it was.
        name = feed.past.name(position)
        yield ServerSentEventMessage(data=None, id=name, comment="live", retry=1000)
        if anew:
            reset = ResetEvent()
            yield ServerSentEventMessage(data=msgspec.json.encode(reset), id=name, event=reset.type)
        while not subscription.over:
            for message in subscription.told():
                yield message
            if subscription.is_behind:
                subscription.is_behind = False
                news = await feed.news(file, position, aside)
                for message in news.messages:
                    yield message
                position = news.position
                if aside is not None and aside.is_behind(news.mark):
                    for message in await file.read(aside.read):
                        yield message
                    await aside.given()
                subscription.is_behind |= not news.is_all
                continue
            left = KEEP_ALIVE_S if until is None else min(KEEP_ALIVE_S, until - time.time())
            if left <= 0:
                return
            if not await subscription.wait(left):
                subscription.is_behind = True
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


class AtOnce(ServerSentEventMessage):
    """Several messages that go out together, written once for all streams."""

    def __init__(self, messages: list[ServerSentEventMessage]) -> None:
        super().__init__()
        self._written = b"".join(message.encode() for message in messages)

    def encode(self) -> bytes:
        """All of them as they go out."""
        return self._written


class _Relay:
    """Brings what one command tells from the writer's thread to the streams, in order."""

    def __init__(self, feed: LiveFeed, loop: asyncio.AbstractEventLoop) -> None:
        self._feed = feed
        self._loop = loop
        self._waiting: deque[ProgressEvent] = deque()

    def tell(self, event: ProgressEvent) -> None:
        self._waiting.append(event)
        # Only the first wakes the loop: who comes before it has passed them on is taken along.
        if len(self._waiting) == 1:
            with suppress(RuntimeError):  # the server stops: nobody hears it any more
                self._loop.call_soon_threadsafe(self._pass_on_soon)

    def _pass_on_soon(self) -> None:
        self._loop.call_later(TOLD_AFTER_S, self._pass_on)

    def _pass_on(self) -> None:
        messages = []
        while self._waiting:
            event = self._waiting.popleft()
            data = msgspec.json.encode(event)
            messages.append(ServerSentEventMessage(data=data, event=event.type))
        self._feed.tell(AtOnce(messages))
