"""A program that stands still, with all its sockets open, is no better than a dead one."""

import asyncio
import signal
import time

import psutil
import pytest

from agent_worker.conversation.sentences import WAS_AWAY
from agent_worker.hearing.backlog import OLD_S
from bench.conversation.caller import Caller, in_room
from bench.conversation.speech import VOICE_RATE, spoken
from bench.conversation.stack import Stack

pytestmark = [pytest.mark.voice, pytest.mark.models, pytest.mark.fault]

COMMAND = "Remind me to feed the cat tonight."


def program(stack: Stack, *words: str) -> psutil.Process:
    """The one that the launcher started with these words."""
    (found,) = (each for each in stack.processes(*words) if each.ppid() == stack.process.pid)
    return found


async def said_and_done(stack: Stack, caller: Caller) -> None:
    await caller.begin_saying(spoken(COMMAND), VOICE_RATE)
    await caller.wait_for(lambda: "Feed the cat" in stack.titles(), "it was not done")


async def test_a_worker_that_hangs_is_replaced_in_the_room(own_stack: Stack) -> None:
    async with in_room(own_stack.address, own_stack.token) as caller:
        stopped = time.monotonic()
        program(own_stack, "agent_worker", "start").send_signal(signal.SIGSTOP)
        await asyncio.to_thread(own_stack.wait_for, "worker did not answer", 0)
        await caller.wait_for(
            lambda: WAS_AWAY in " ".join(caller.agent_lines(stopped)), "it came back without a word"
        )
        await caller.wait_for(lambda: caller.state() == "listening", "it does not listen")
        await said_and_done(own_stack, caller)


async def test_a_control_api_that_hangs_is_replaced_and_what_was_said_is_done_once(
    own_stack: Stack,
) -> None:
    async with in_room(own_stack.address, own_stack.token) as caller:
        program(own_stack, "control_api", "serve").send_signal(signal.SIGSTOP)
        began = time.monotonic()
        await caller.begin_saying(spoken(COMMAND), VOICE_RATE)
        await caller.wait_for(lambda: bool(caller.agent_lines(began)), "silence")
        await asyncio.to_thread(own_stack.wait_for, "api works again", 0)
        await caller.wait_for(lambda: "Feed the cat" in own_stack.titles(), "it was not done")
    assert own_stack.titles() == ["Feed the cat"]


async def test_a_livekit_server_that_hangs_is_replaced(own_stack: Stack) -> None:
    program(own_stack, "livekit").send_signal(signal.SIGSTOP)
    await asyncio.to_thread(own_stack.wait_for, "livekit did not answer", 0)
    await asyncio.to_thread(own_stack.wait_for, "livekit works again", 0)
    async with in_room(own_stack.address, own_stack.token) as caller:
        await said_and_done(own_stack, caller)


async def test_what_was_said_while_the_worker_stood_still_becomes_no_task(own_stack: Stack) -> None:
    async with in_room(own_stack.address, own_stack.token) as caller:
        worker = program(own_stack, "agent_worker", "start")
        speech = spoken("Add bread. Add apples.")
        stopped = time.monotonic()
        worker.send_signal(signal.SIGSTOP)
        said = caller.begin_saying(speech, VOICE_RATE)
        await asyncio.sleep(OLD_S + 1)
        worker.send_signal(signal.SIGCONT)
        await said
        await caller.wait_for(
            lambda: WAS_AWAY in " ".join(caller.agent_lines(stopped)), "it did not say so"
        )
        await caller.wait_for(lambda: caller.state() == "listening", "it does not listen")
        await said_and_done(own_stack, caller)
    assert own_stack.titles() == ["Feed the cat"]
