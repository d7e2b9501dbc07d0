"""Reminders are said once nobody speaks, and noted as heard when they were."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import msgspec
import pytest

from agent_worker.conversation import news, reminders
from agent_worker.conversation.news import follow_news
from agent_worker.conversation.reminders import Reminders, spoken_text
from shared.client import SaydoClient
from shared.reminders import Receipt, ReminderEvent
from shared.voice_settings import VoiceSettings
from tests.patience import PATIENCE_S


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reminders, "QUIET_S", 0.02)
    monkeypatch.setattr(reminders, "_LOOK_EVERY_S", 0.01)
    monkeypatch.setattr(news, "_COME_BACK_AFTER_S", 0.01)


def receipt(number: int = 1, **fields: Any) -> Receipt:
    told: dict[str, Any] = {
        "title": f"Task {number}",
        "state": "due",
        "text": f"Reminder: task {number}.",
    }
    told |= {"task_id": f"t{number}", "at": "2026-11-21T12:00:00Z"}
    return Receipt(id=f"r{number}", blocked=False, **told | fields)


class Speech:
    def __init__(self, text: str, room: "Room") -> None:
        self.text = text
        self.interrupted = room.interrupts
        self.room = room

    async def wait_for_playout(self) -> None:
        await self.room.played.wait()

    def exception(self) -> BaseException | None:
        return self.room.failure


class Room:
    """A conversation, and the control API behind it."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.heard: list[str] = []
        self.quiet = True
        self.interrupts = False
        self.failure: Exception | None = None
        self.played = asyncio.Event()
        self.played.set()
        self.out: list[Receipt] = []
        self.asked = 0
        self.client = client = SaydoClient(
            "http://api.test", "token", transport=httpx.MockTransport(self.answer)
        )
        self.reminders = Reminders(client, say=self.say, is_quiet=lambda: self.quiet)

    def say(self, text: str) -> Speech:
        self.said.append(text)
        return Speech(text, self)

    async def answer(self, request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            self.heard.append(request.url.path.split("/")[-2])
            told = receipt(1, state="heard", heard_at="2026-11-21T12:00:01Z")
            return httpx.Response(200, content=msgspec.json.encode(told))
        if request.url.path.endswith("/settings"):
            return httpx.Response(200, content=msgspec.json.encode(VoiceSettings()))
        self.asked += 1
        events = [msgspec.json.encode(ReminderEvent(reminder=each)) for each in self.out]
        return httpx.Response(200, content=b"".join(b"data: " + e + b"\n\n" for e in events))


@asynccontextmanager
async def conversation(room: Room) -> AsyncIterator[None]:
    take = room.reminders.take
    running = [
        asyncio.create_task(room.reminders.run()),
        asyncio.create_task(follow_news(room.client, take=take, apply=lambda _: None)),
    ]
    try:
        yield
    finally:
        for each in running:
            each.cancel()
        await asyncio.wait(running)


async def until(room: Room, said: int = 0, heard: int = 0, asked: int = 0) -> None:
    give_up = time.monotonic() + PATIENCE_S
    while len(room.said) < said or len(room.heard) < heard or room.asked < asked:
        assert time.monotonic() < give_up, "it did not happen"
        await asyncio.sleep(0.005)


async def test_a_reminder_is_said_once_and_noted_as_heard() -> None:
    room = Room()
    room.out = [receipt()]
    async with conversation(room):
        await until(room, said=1, heard=1)
        await until(room, asked=room.asked + 5)  # the stream brings it again each time
    assert room.said == ["Reminder: task 1."]
    assert room.heard == ["r1"]


async def test_nobody_is_spoken_over() -> None:
    room = Room()
    room.quiet = False
    room.out = [receipt()]
    async with conversation(room):
        await until(room, asked=5)
        assert room.said == []
        room.quiet = True
        await until(room, said=1)


async def test_it_counts_as_heard_only_when_it_was_played() -> None:
    room = Room()
    room.played.clear()
    room.out = [receipt()]
    async with conversation(room):
        await until(room, said=1)
        await until(room, asked=room.asked + 5)
        assert room.heard == []
        room.played.set()
        await until(room, heard=1)


@pytest.mark.parametrize("what", ["interrupts", "failure"])
async def test_what_was_cut_short_stays_unheard_until_the_next_time(what: str) -> None:
    room = Room()
    setattr(room, what, RuntimeError("no voice") if what == "failure" else True)
    room.out = [receipt()]
    async with conversation(room):
        await until(room, said=1)
        await until(room, asked=room.asked + 5)
    assert (room.said, room.heard) == (["Reminder: task 1."], [])


async def test_what_was_dealt_with_while_somebody_spoke_is_not_said() -> None:
    room = Room()
    room.quiet = False
    room.out = [receipt(1), receipt(2)]
    async with conversation(room):
        await until(room, asked=2)
        room.out = [receipt(1, state="heard"), receipt(2)]
        await until(room, asked=room.asked + 2)
        room.quiet = True
        await until(room, said=1, heard=1)
    assert room.said == ["Reminder: task 2."]


def test_several_at_once_are_one_sentence() -> None:
    three = [receipt(number) for number in range(3)]
    assert spoken_text(three) == "You have 3 reminders: Task 0; Task 1; Task 2."
    seven = [receipt(number) for number in range(7)]
    said = spoken_text(seven)
    assert said.startswith("You have 7 reminders: Task 2;")
    assert said.endswith("Task 6; and 2 more on your list.")


BELL = {"task_id": None, "bell_id": "b1", "bell_kind": "timer", "text": "The egg timer is done."}


async def test_a_bell_that_rings_is_said_once_and_goes_on_until_it_is_stopped() -> None:
    room = Room()
    room.out = [receipt(1, **BELL, rings=True)]
    async with conversation(room):
        await until(room, said=1)
        await until(room, asked=room.asked + 5)
    assert room.said == ["The egg timer is done."]
    assert room.heard == []


async def test_a_bell_that_was_missed_is_told_like_a_reminder() -> None:
    room = Room()
    room.out = [receipt(1, **BELL | {"text": "You missed the egg timer."})]
    async with conversation(room):
        await until(room, said=1, heard=1)
    assert room.said == ["You missed the egg timer."]


def test_words_mean_something_else_once_a_bell_rings() -> None:
    forgotten: list[bool] = []
    client = SaydoClient("http://api.test", "token")
    reminders_here = Reminders(
        client, say=lambda _: None, is_quiet=lambda: True, forget=lambda: forgotten.append(True)
    )
    reminders_here.take(receipt(1))
    assert not forgotten
    reminders_here.take(receipt(2, **BELL, rings=True))
    assert forgotten


def test_bells_and_reminders_at_once_are_all_said() -> None:
    bell = receipt(3, **BELL, rings=True)
    assert spoken_text([receipt(1), bell]) == "The egg timer is done. Reminder: task 1."
    assert spoken_text([bell, receipt(1), receipt(2)]) == (
        "The egg timer is done. You have 2 reminders: Task 1; Task 2."
    )
