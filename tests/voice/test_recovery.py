"""What breaks is mended: nothing is lost, nothing happens twice, and the person is told."""

import os
import signal
import time

import psutil
import pytest

from agent_worker.conversation.sentences import WAS_AWAY
from bench.conversation.caller import Caller, in_room
from bench.conversation.speech import VOICE_RATE, spoken
from bench.conversation.stack import Stack
from tests.patience import PATIENCE_S

pytestmark = [pytest.mark.voice, pytest.mark.models, pytest.mark.fault]


def kill(processes: list[psutil.Process]) -> None:
    """End them at once, and make sure that there was something to end."""
    assert processes, "the fault could not be made: nothing to kill"
    for process in processes:
        os.kill(process.pid, signal.SIGKILL)


async def typed(caller: Caller, text: str, expected: str) -> None:
    """Type `text` until the reply holds `expected`."""
    began = time.monotonic()
    await caller.type(text)
    await caller.wait_for(
        lambda: expected in " ".join(caller.agent_lines(began)), f"no {expected!r}"
    )


async def test_a_killed_model_host_comes_back_in_the_same_conversation(own_stack: Stack) -> None:
    async with in_room(own_stack.address, own_stack.token) as caller:
        kill(own_stack.processes("model_host"))
        end = await caller.begin_saying(spoken("Remind me to feed the cat tonight."), VOICE_RATE)
        await caller.wait_for(lambda: "Feed the cat" in own_stack.titles(), "the words were lost")
        await caller.wait_for(lambda: caller.first_audible(end) is not None, "never spoken")
    assert own_stack.titles().count("Feed the cat") == 1


async def test_a_killed_worker_is_replaced_in_the_room(own_stack: Stack) -> None:
    async with in_room(own_stack.address, own_stack.token) as caller:
        await typed(caller, "Remind me to call Sarah tomorrow at three", "Call Sarah")
        killed = time.monotonic()
        kill(own_stack.processes("agent_worker", "start"))
        await caller.wait_for(
            lambda: any(at > killed and state == "listening" for at, state in caller.states),
            "no new agent",
        )
        await caller.wait_for(
            lambda: WAS_AWAY in " ".join(caller.agent_lines(killed)), "it came back without a word"
        )
        await typed(caller, "Actually make it Friday", "Friday")
    assert own_stack.titles() == ["Call Sarah"]


async def test_a_restarted_control_api_goes_on_in_mid_conversation(own_stack: Stack) -> None:
    async with in_room(own_stack.address, own_stack.token) as caller:
        await typed(caller, "Remind me to call Sarah tomorrow at three", "Call Sarah")
        kill(own_stack.processes("control_api", "serve"))
        began = time.monotonic()
        await caller.type("Remind me to buy stamps")
        await caller.wait_for(lambda: bool(caller.agent_lines(began)), "silence")
        await caller.wait_for(lambda: answers(own_stack), "the API stayed away")
        if "Buy stamps" not in own_stack.titles():
            await typed(caller, "Remind me to buy stamps", "uy stamps")
    assert sorted(own_stack.titles()) == ["Buy stamps", "Call Sarah"]


async def test_a_restarted_livekit_server_is_found_again(own_stack: Stack) -> None:
    kill(own_stack.processes("livekit"))
    give_up = time.monotonic() + PATIENCE_S
    while True:
        caller = Caller()
        try:
            await caller.join(own_stack.address, own_stack.token)
            await caller.wait_for_agent()
            break
        except Exception:
            if time.monotonic() > give_up:
                raise
        finally:
            await caller.leave()


def answers(stack: Stack) -> bool:
    """Whether the control API can be reached."""
    try:
        stack.titles()
    except Exception:  # noqa: BLE001
        return False
    return True
