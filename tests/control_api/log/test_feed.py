"""The stream itself, without a server: keep-alives, ends, positions."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from litestar.response import ServerSentEventMessage
from sqlite_utils import Database

from control_api.app.registry import KINDS
from control_api.app.schemas import WORKSPACE
from control_api.database.files.connections import READER_THREADS
from control_api.database.open import DatabaseFile
from control_api.log import stream
from control_api.log.entries import Entry, read_since
from control_api.log.kinds import Kinds
from control_api.log.stream import LiveFeed, stream_events
from control_api.log.workspaces import Workspace
from control_api.requests.run import Caller, run_command
from shared.actions import CreateTask
from shared.outcomes import CommandRequest
from tests.patience import until


@pytest.fixture
def file(tmp_path: Path) -> Iterator[DatabaseFile]:
    opened = DatabaseFile(tmp_path / "workspace.db", WORKSPACE)
    yield opened
    opened.close()


async def comments(messages: AsyncIterator[ServerSentEventMessage], count: int) -> list[str | None]:
    return [(await anext(messages)).comment for _ in range(count)]


async def test_a_stream_says_first_where_it_begins(file: DatabaseFile) -> None:
    first = await anext(stream_events(file, LiveFeed(KINDS), 7, until=None))
    assert (first.id, first.data) == (7, None)


async def test_a_quiet_stream_is_kept_alive(
    file: DatabaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "KEEP_ALIVE_S", 0.01)
    messages = stream_events(file, LiveFeed(KINDS), 0, until=None)
    assert await comments(messages, 3) == ["live", "keep-alive", "keep-alive"]


async def test_a_stream_ends_with_the_credential(file: DatabaseFile) -> None:
    messages = stream_events(file, LiveFeed(KINDS), 0, until=time.time() + 0.05)
    assert "live" in [message.comment async for message in messages]


async def test_closing_ends_streams_and_those_to_come(file: DatabaseFile) -> None:
    feed = LiveFeed(KINDS)
    messages = stream_events(file, feed, 0, until=None)
    await anext(messages)
    waiting = asyncio.ensure_future(anext(messages, None))
    await asyncio.sleep(0)
    feed.close()
    assert await waiting is None
    late = stream_events(file, feed, 0, until=None)
    assert [message.comment async for message in late] == ["live"]


async def test_a_hundred_streams_read_what_has_happened_once(
    file: DatabaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = []

    def counted(db: Database, kinds: Kinds, position: int, limit: int) -> list[Entry]:
        reads.append(position)
        return read_since(db, kinds, position, limit)

    monkeypatch.setattr(stream, "read_since", counted)
    workspace = Workspace(file, LiveFeed(KINDS), KINDS)
    streams = [stream_events(file, workspace.feed, 0, until=None) for _ in range(100)]
    for each in streams:
        await anext(each)
    waiting = [asyncio.ensure_future(anext(each)) for each in streams]
    caller = Caller(actor="owner", zone=ZoneInfo("UTC"))
    request = CommandRequest(actions=[CreateTask(title="Milk")])
    streams_of = workspace.feed._subscriptions
    await until(lambda: reads and not any(each.is_behind for each in streams_of))
    await until(lambda: not workspace.feed._readings)
    reads.clear()
    await run_command(workspace, caller, request)
    assert [message.id for message in await asyncio.gather(*waiting)] == [1] * 100
    assert len(reads) <= READER_THREADS


async def test_a_reading_that_fails_is_not_given_to_who_comes_later(
    file: DatabaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> list[Entry]:
        raise sqlite3.OperationalError("disk I/O error")

    feed = LiveFeed(KINDS)
    with monkeypatch.context() as patched:
        patched.setattr(stream, "read_since", broken)
        with pytest.raises(sqlite3.OperationalError):
            await feed.news(file, 0, None)
    assert (await feed.news(file, 0, None)).position == 0
