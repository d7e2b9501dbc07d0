"""A worker that is told to end leaves its conversations, and the next one goes on with them."""

import signal
import time

import pytest

from bench.conversation.caller import in_room
from bench.conversation.stack import Stack

pytestmark = [pytest.mark.voice, pytest.mark.models, pytest.mark.fault]


async def test_another_worker_goes_on_in_the_same_room(own_stack: Stack) -> None:
    async with in_room(own_stack.address, own_stack.token) as caller:
        left: list[float] = []
        caller.room.on("participant_disconnected", lambda _: left.append(time.monotonic()))
        (worker,) = own_stack.processes("agent_worker", "start")
        worker.send_signal(signal.SIGTERM)
        await caller.wait_for(lambda: bool(left), "the agent does not leave")
        await caller.wait_for(
            lambda: any(at > left[0] and state == "listening" for at, state in caller.states),
            "nobody goes on",
        )
        await caller.type("Add teapot")
        await caller.wait_for(lambda: "Teapot" in own_stack.titles(), "it was not added")
