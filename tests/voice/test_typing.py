"""Typed as fast as fingers or a program can: nothing is lost, and all of it is in its order."""

import time

import pytest

from tests.voice.caller import in_room
from tests.voice.stack import Stack

pytestmark = [pytest.mark.voice, pytest.mark.models]

COUNT = 50
DEADLINE_S = 120.0


async def test_of_fifty_messages_sent_at_once_each_is_carried_out_and_answered_once(
    own_stack: Stack,
) -> None:
    async with in_room(own_stack.address, own_stack.token) as caller:
        began = time.monotonic()
        for number in range(COUNT):
            await caller.type(f"Add chore {number}")
        last = f"chore {COUNT - 1}."
        await caller.wait_for(
            lambda: any(line.endswith(last) for line in caller.agent_lines(began)),
            DEADLINE_S,
            "the last one was not answered",
        )
        answers = [line for line in caller.agent_lines(began) if line]
        heard_from = caller.first_audible(began)
        await caller.wait_for(
            lambda: caller.first_audible(began) is not None, DEADLINE_S, "nothing was said aloud"
        )
        assert heard_from is None or heard_from > began
    with own_stack.api() as client:
        items = client.get("/tasks", params={"limit": 200, "sort": "created_at"}).json()["items"]
    assert [item["title"] for item in items] == [f"Chore {number}" for number in range(COUNT)]
    # In writing each has its whole answer, but for the first, which the second one cuts short.
    assert answers[1:] == [f"Added chore {number}." for number in range(1, COUNT)]


async def test_a_message_stops_the_voice_but_not_what_it_was_about(own_stack: Stack) -> None:
    async with in_room(own_stack.address, own_stack.token) as caller:
        for text in ("Add milk", "Add eggs", "Add flour", "What's on my list?", "Add butter"):
            await caller.type(text)
            await caller.wait_for(
                lambda: caller.state() in {"thinking", "speaking"}, 20, "nobody reacts"
            )
        await caller.wait_for(lambda: len(own_stack.titles()) == 4, 30, "something was lost")
    assert own_stack.titles()[::-1] == ["Milk", "Eggs", "Flour", "Butter"]
