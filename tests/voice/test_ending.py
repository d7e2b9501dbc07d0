"""A conversation that is over: the farewell is said, the room gone, nobody called back."""

import time

import numpy as np
import pytest
from livekit import rtc

from bench.conversation.caller import Caller, in_room
from bench.conversation.stack import Stack

pytestmark = [pytest.mark.voice, pytest.mark.models]


def ends_of(caller: Caller) -> list[rtc.DisconnectReason.ValueType]:
    """Gets why the caller was put out of the room."""
    ends: list[rtc.DisconnectReason.ValueType] = []
    caller.room.on("disconnected", ends.append)
    return ends


async def test_a_typed_goodbye_ends_it_too_and_the_next_conversation_is_answered(
    stack: Stack,
) -> None:
    async with in_room(stack.address, stack.token) as caller:
        ends = ends_of(caller)
        await caller.type("Thanks, bye")
        await caller.wait_for(lambda: bool(ends), "the conversation goes on")
        assert ends == [rtc.DisconnectReason.ROOM_DELETED]
        assert "Goodbye." in caller.agent_lines()
    async with in_room(stack.address, stack.token) as caller:
        await caller.type("Thank you")
        await caller.wait_for(lambda: "You're welcome." in caller.agent_lines(), "no answer")


async def test_who_goes_on_after_a_goodbye_is_not_left(stack: Stack) -> None:
    async with in_room(stack.address, stack.token) as caller:
        ends = ends_of(caller)
        await caller.type("Goodbye")
        await caller.type("Add kettle")
        await caller.wait_for(lambda: "Kettle" in stack.titles(), "it was not added")
        await caller.type("Thank you")
        await caller.wait_for(lambda: "You're welcome." in caller.agent_lines(), "no answer")
        assert ends == []


async def test_how_fast_it_speaks_follows_what_is_set_while_it_goes_on(stack: Stack) -> None:
    took: dict[float, float] = {}
    async with in_room(stack.address, stack.token) as caller:
        for speed in (0.7, 1.5):
            with stack.api() as client:
                client.patch("/me/settings", json={"speed": speed}).raise_for_status()
            took[speed] = await length_of_an_answer(caller)
    with stack.api() as client:
        client.patch("/me/settings", json={"speed": 1.0}).raise_for_status()
    assert took[0.7] > 1.5 * took[1.5], took


async def length_of_an_answer(caller: Caller) -> float:
    """Seconds of sound of one long answer."""
    await caller.wait_for(lambda: caller.state() == "listening", "it does not listen")
    began = time.monotonic()
    await caller.type("What can you do?")
    await caller.wait_for(lambda: caller.first_audible(began) is not None, "nothing was said")
    await caller.wait_for(lambda: caller.state() == "listening", "it never ends")
    heard = caller.audio_between(began, float("inf"))
    frames = heard[: len(heard) // 240 * 240].reshape(-1, 240).astype(np.float32)
    return float((np.abs(frames).max(axis=1) > 200).sum()) / 100
