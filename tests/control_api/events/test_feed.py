"""The stream itself, without a server: keep-alives, ends, positions."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from litestar.response import ServerSentEventMessage

from control_api.database.migrations import WORKSPACE
from control_api.database.open import DatabaseFile
from control_api.events import stream
from control_api.events.stream import LiveFeed, stream_events


@pytest.fixture
def file(tmp_path: Path) -> Iterator[DatabaseFile]:
    opened = DatabaseFile(tmp_path / "workspace.db", WORKSPACE)
    yield opened
    opened.close()


async def comments(messages: AsyncIterator[ServerSentEventMessage], count: int) -> list[str | None]:
    return [(await anext(messages)).comment for _ in range(count)]


async def test_a_stream_says_first_where_it_begins(file: DatabaseFile) -> None:
    first = await anext(stream_events(file, LiveFeed(), 7, until=None))
    assert (first.id, first.data) == (7, None)


async def test_a_quiet_stream_is_kept_alive(
    file: DatabaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "KEEP_ALIVE_S", 0.01)
    messages = stream_events(file, LiveFeed(), 0, until=None)
    assert await comments(messages, 3) == ["live", "keep-alive", "keep-alive"]


async def test_a_stream_ends_with_the_credential(file: DatabaseFile) -> None:
    messages = stream_events(file, LiveFeed(), 0, until=time.time() + 0.05)
    assert "live" in [message.comment async for message in messages]


async def test_closing_ends_streams_and_those_to_come(file: DatabaseFile) -> None:
    feed = LiveFeed()
    messages = stream_events(file, feed, 0, until=None)
    await anext(messages)
    waiting = asyncio.ensure_future(anext(messages, None))
    await asyncio.sleep(0)
    feed.close()
    assert await waiting is None
    late = stream_events(file, feed, 0, until=None)
    assert [message.comment async for message in late] == ["live"]
