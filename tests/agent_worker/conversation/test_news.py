"""A conversation learns of reminders and of what its person sets, also after a break."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import msgspec
import pytest

from agent_worker.conversation import news
from agent_worker.conversation.news import follow_news
from shared.client import SaydoClient
from shared.events import SettingsEvent
from shared.reminders import Receipt
from shared.voice_settings import VoiceSettings
from tests.patience import PATIENCE_S


class Control:
    """The control API of one person."""

    def __init__(self) -> None:
        self.settings = VoiceSettings(speed=0.8)
        self.changes: list[VoiceSettings | None] = []
        self.away = 0
        self.applied: list[VoiceSettings] = []

    async def answer(self, request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/settings"):
            return httpx.Response(200, content=msgspec.json.encode(self.settings))
        if self.away:
            self.away -= 1
            raise httpx.ConnectError("refused", request=request)
        events = [event(after) for after in self.changes]
        self.changes = []
        return httpx.Response(200, content=b"".join(b"data: " + e + b"\n\n" for e in events))


def event(after: VoiceSettings | None) -> bytes:
    told = SettingsEvent(
        id=1,
        type="settings.updated" if after else "settings.deleted",
        thing_id="s",
        task_id=None,
        command_id="c",
        at="2026-11-21T12:00:00Z",
        source="voice",
        actor="owner",
        before=None,
        after=after,
    )
    return msgspec.json.encode(told)


@asynccontextmanager
async def following(control: Control) -> AsyncIterator[None]:
    def take(receipt: Receipt) -> None:
        raise AssertionError(receipt)

    transport = httpx.MockTransport(control.answer)
    async with SaydoClient("http://api.test", "token", transport=transport) as client:
        running = asyncio.create_task(follow_news(client, take=take, apply=control.applied.append))
        try:
            yield
        finally:
            running.cancel()
            await asyncio.wait([running])


async def until(control: Control, *speeds: float) -> None:
    """Wait until these were applied last."""
    give_up = time.monotonic() + PATIENCE_S
    while tuple(each.speed for each in control.applied[-len(speeds) :]) != speeds:
        assert time.monotonic() < give_up, control.applied
        await asyncio.sleep(0.005)


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(news, "_COME_BACK_AFTER_S", 0.01)


async def test_it_begins_with_what_is_set_and_learns_of_each_change() -> None:
    control = Control()
    control.changes = [VoiceSettings(speed=0.9), VoiceSettings(speed=1.1)]
    async with following(control):
        await until(control, 0.8, 0.9, 1.1, 0.8)


async def test_what_was_taken_back_to_nothing_is_as_usual() -> None:
    control = Control()
    control.changes = [None]
    async with following(control):
        await until(control, 0.8, 1.0, 0.8)


async def test_after_a_break_it_asks_again_what_is_set() -> None:
    control = Control()
    async with following(control):
        await until(control, 0.8)
        control.away = 3
        control.settings = VoiceSettings(speed=1.4)
        await until(control, 1.4)
