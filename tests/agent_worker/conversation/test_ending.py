"""A conversation ends after a goodbye, a long silence, or its longest time; never amid words."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from agent_worker.conversation import ending
from agent_worker.conversation.ending import Ending
from agent_worker.conversation.sentences import GOES_TO_SLEEP, HAS_LASTED
from shared.voice_settings import VoiceSettings
from tests.patience import PATIENCE_S

NEVER = VoiceSettings(sleep_after_min=0, longest_min=0)


class Speech:
    def __init__(self, room: "Room") -> None:
        self.interrupted = False
        self.room = room

    async def wait_for_playout(self) -> None:
        await self.room.played.wait()
        self.interrupted = self.room.interrupts

    def exception(self) -> BaseException | None:
        return None


class Room:
    """A conversation as its end sees it. Minutes are as short as the test makes them."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.quiet = True
        self.interrupts = False
        self.played = asyncio.Event()
        self.played.set()
        self.is_over = asyncio.Event()
        self.ending = Ending(say=self.say, is_quiet=lambda: self.quiet, leave=self.leave)

    def say(self, text: str) -> Speech | None:
        self.said.append(text)
        return Speech(self)

    async def leave(self) -> None:
        self.is_over.set()

    async def until_over(self) -> None:
        async with asyncio.timeout(PATIENCE_S):
            await self.is_over.wait()

    async def until_said(self, count: int) -> None:
        give_up = time.monotonic() + PATIENCE_S
        while len(self.said) < count:
            assert time.monotonic() < give_up, "nothing was said"
            await asyncio.sleep(0.005)


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ending, "_A_MINUTE_S", 0.05)
    monkeypatch.setattr(ending, "_SETTLED_S", 0.05)
    monkeypatch.setattr(ending, "_LOOK_EVERY_S", 0.01)


@asynccontextmanager
async def conversation(settings: VoiceSettings) -> AsyncIterator[Room]:
    room = Room()
    room.ending.apply(settings)
    running = asyncio.create_task(room.ending.run())
    try:
        yield room
    finally:
        running.cancel()
        await asyncio.wait([running])


async def test_after_a_long_silence_it_says_how_to_come_back_and_ends() -> None:
    async with conversation(VoiceSettings(sleep_after_min=2, longest_min=0)) as room:
        await room.until_over()
        assert room.said == [GOES_TO_SLEEP]
        assert "talk button" in GOES_TO_SLEEP


async def test_whoever_speaks_while_it_goes_to_sleep_keeps_it_awake() -> None:
    async with conversation(VoiceSettings(sleep_after_min=1, longest_min=0)) as room:
        room.interrupts = True
        await room.until_said(2)
        assert not room.is_over.is_set()
        room.interrupts = False
        await room.until_over()


async def test_as_long_as_words_are_said_it_does_not_sleep() -> None:
    async with conversation(VoiceSettings(sleep_after_min=20, longest_min=0)) as room:
        for _ in range(60):
            room.ending.on_words(of_person=False)
            await asyncio.sleep(0.02)
        assert room.said == []
        await room.until_over()


async def test_nobody_is_spoken_over_by_it() -> None:
    async with conversation(VoiceSettings(sleep_after_min=1, longest_min=1)) as room:
        room.quiet = False
        await asyncio.sleep(0.2)
        assert room.said == []
        room.quiet = True
        await room.until_over()


async def test_after_its_longest_time_it_says_so_and_ends_even_when_cut_short() -> None:
    async with conversation(VoiceSettings(sleep_after_min=0, longest_min=2)) as room:
        room.interrupts = True
        await room.until_over()
        assert room.said == [HAS_LASTED]


async def test_a_setting_that_is_changed_holds_at_once() -> None:
    async with conversation(NEVER) as room:
        await asyncio.sleep(0.2)
        assert room.said == []
        room.ending.apply(VoiceSettings(sleep_after_min=1, longest_min=0))
        await room.until_over()


async def test_after_a_goodbye_it_ends_once_the_farewell_was_said() -> None:
    async with conversation(NEVER) as room:
        room.quiet = False
        room.ending.goodbye()
        await asyncio.sleep(0.1)
        assert not room.is_over.is_set()
        room.quiet = True
        await room.until_over()
        assert room.said == []


async def test_who_goes_on_after_a_goodbye_did_not_mean_it() -> None:
    async with conversation(NEVER) as room:
        room.quiet = False
        room.ending.goodbye()
        await asyncio.sleep(0.03)
        room.ending.on_words(of_person=True)
        room.quiet = True
        await asyncio.sleep(0.2)
        assert not room.is_over.is_set()
        room.ending.goodbye()
        await room.until_over()


async def test_the_farewell_itself_keeps_nobody() -> None:
    async with conversation(NEVER) as room:
        room.ending.goodbye()
        room.ending.on_words(of_person=False)
        await room.until_over()


async def test_a_noise_that_never_ends_does_not_hold_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ending, "_FAREWELL_WITHIN_S", 0.1)
    async with conversation(NEVER) as room:
        room.quiet = False
        room.ending.goodbye()
        await room.until_over()
