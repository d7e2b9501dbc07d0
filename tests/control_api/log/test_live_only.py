"""What streams are told beside the log: in order, from any thread, and nothing of it is kept."""

import asyncio
import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from litestar.response import ServerSentEventMessage
from sqlite_utils import Database

from control_api.app.registry import KINDS
from control_api.app.schemas import WORKSPACE
from control_api.database.open import DatabaseFile
from control_api.log import stream
from control_api.log.entries import Entry, read_since
from control_api.log.kinds import Kinds
from control_api.log.progress import Progress
from control_api.log.stream import LiveFeed, stream_events
from tests.patience import until


@pytest.fixture
def file(tmp_path: Path) -> Iterator[DatabaseFile]:
    opened = DatabaseFile(tmp_path / "workspace.db", WORKSPACE)
    yield opened
    opened.close()


def message(number: int) -> ServerSentEventMessage:
    return ServerSentEventMessage(data=str(number), event="progress")


async def take(
    messages: AsyncIterator[ServerSentEventMessage], count: int
) -> list[ServerSentEventMessage]:
    return [await anext(messages) for _ in range(count)]


async def test_what_is_told_has_no_id_and_needs_no_look_into_the_log(
    file: DatabaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[int] = []

    def counted(db: Database, kinds: Kinds, position: int, limit: int) -> list[Entry]:
        reads.append(position)
        return read_since(db, kinds, position, limit)

    monkeypatch.setattr(stream, "read_since", counted)
    feed = LiveFeed(KINDS)
    messages = stream_events(file, feed, 0, until=None)
    await anext(messages)
    waiting = asyncio.ensure_future(anext(messages))
    await until(lambda: len(reads) == 1)
    for number in range(3):
        feed.tell(message(number))
    told = [await waiting, *await take(messages, 2)]
    assert [(each.data, each.id) for each in told] == [("0", None), ("1", None), ("2", None)]
    assert reads == [0]


async def test_a_slow_client_loses_the_oldest_and_is_not_waited_for(
    file: DatabaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "MOST_TOLD", 2)
    feed = LiveFeed(KINDS)
    messages = stream_events(file, feed, 0, until=None)
    await anext(messages)
    for number in range(5):
        feed.tell(message(number))
    assert [each.data for each in await take(messages, 2)] == ["3", "4"]


async def test_what_a_thread_tells_comes_in_its_order_and_together(
    file: DatabaseFile,
) -> None:
    feed = LiveFeed(KINDS)
    messages = stream_events(file, feed, 0, until=None)
    await anext(messages)
    progress = Progress(feed.teller())

    def work() -> None:
        progress.begin("c", "api", "owner")
        progress.planned([], 50, None)
        for _ in range(50):
            progress.checked("allowed")

    await asyncio.to_thread(work)
    progress.ended("Done.", is_done=True)
    (told,) = await take(messages, 1)
    lines = told.encode().decode().split()
    assert lines.count("event:") == lines.count("progress") == 52
    stages = re.findall(r'"stage":"(\w+)"', told.encode().decode())
    assert stages == ["planned", *["checked"] * 50, "done"]


async def test_nobody_is_told_who_waits_for_the_log_only() -> None:
    feed = LiveFeed(KINDS)
    with feed.subscribe() as subscription:
        assert feed.teller() is None
        feed.tell(message(1))
        assert list(subscription.told()) == []
    with feed.subscribe(is_told=True):
        assert feed.teller() is not None
    assert feed.teller() is None


def test_a_loop_that_is_closed_breaks_no_command() -> None:
    feed = LiveFeed(KINDS)

    async def watch() -> Progress:
        with feed.subscribe(is_told=True):
            return Progress(feed.teller())

    progress = asyncio.run(watch())
    progress.begin("c", "api", "owner")
    progress.planned([], 1, None)
    assert progress.is_watched
