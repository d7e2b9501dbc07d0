"""Typed as fast as fingers or a program can: nothing is lost, and all of it is in its order."""

import time

import pytest

from bench.conversation.caller import Caller, in_room
from bench.conversation.stack import Stack

pytestmark = [pytest.mark.voice, pytest.mark.models]

COUNT = 50


async def test_of_fifty_messages_sent_at_once_each_is_carried_out_and_answered_once(
    own_stack: Stack,
) -> None:
    # The first is begun aloud, and may be cut short by the second.
    expected = {f"Added Chore {number}." for number in range(1, COUNT)}
    async with in_room(own_stack.address, own_stack.token) as caller:
        began = time.monotonic()
        for number in range(COUNT):
            await caller.type(f"Add chore {number}")
        await caller.wait_for(
            lambda: expected <= set(whole_answers(caller, began)),
            "not all of it was answered",
        )
        await caller.wait_for(
            lambda: caller.first_audible(began) is not None, "nothing was said aloud"
        )
        answers = whole_answers(caller, began)
    with own_stack.api() as client:
        items = client.get("/tasks", params={"limit": 200, "sort": "created_at"}).json()["items"]
    assert [item["title"] for item in items] == [f"Chore {number}" for number in range(COUNT)]
    assert len(answers) == len(set(answers))


def whole_answers(caller: Caller, since: float) -> list[str]:
    return [line for line in caller.agent_lines(since) if line.endswith(".")]


async def test_a_message_stops_the_voice_but_not_what_it_was_about(own_stack: Stack) -> None:
    async with in_room(own_stack.address, own_stack.token) as caller:
        for text in ("Add milk", "Add eggs", "Add flour", "What's on my list?", "Add butter"):
            await caller.type(text)
            await caller.wait_for(
                lambda: caller.state() in {"thinking", "speaking"}, "nobody reacts"
            )
        await caller.wait_for(lambda: len(own_stack.titles()) == 4, "something was lost")
    assert own_stack.titles()[::-1] == ["Milk", "Eggs", "Flour", "Butter"]
