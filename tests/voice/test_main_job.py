"""Say it, and it is done: real server, real audio both ways, real files."""

import asyncio
import time

import pytest

from bench.conversation.caller import HEARING_RATE, Caller, in_room
from bench.conversation.speech import VOICE_RATE, spoken
from bench.conversation.stack import Stack, running
from tests.voice.hearing import heard_text

pytestmark = [pytest.mark.voice, pytest.mark.models]


async def say(caller: Caller, text: str) -> str:
    """Speak `text`, wait for the whole reply, give it as its transcript has it."""
    began = time.monotonic()
    end = await caller.begin_saying(spoken(text), VOICE_RATE)
    await caller.wait_for(lambda: caller.first_audible(end) is not None, f"no reply to {text!r}")
    await caller.wait_for(
        lambda: time.monotonic() - (caller.last_audible(end) or end) > 1.0, "never quiet"
    )
    return " ".join(caller.agent_lines(began))


async def said(caller: Caller, words: str) -> None:
    """Wait until the agent has said `words`."""
    await caller.wait_for(lambda: words in " ".join(caller.agent_lines()).lower(), words)


async def test_the_whole_main_job_by_voice(stack: Stack) -> None:
    async with in_room(stack.address, stack.token) as caller:
        began = time.monotonic()
        reply = await say(caller, "Remind me to call Sarah tomorrow at three.")
        assert "Call Sarah, tomorrow at 3 PM" in reply
        assert "Call Sarah" in stack.titles()
        aloud = heard_text(caller.audio_between(began, time.monotonic()), HEARING_RATE).lower()
        # No two replies sound alike, and the listener is a small model: it may write "Paul Sarah".
        assert sum(word in aloud for word in ("call", "sarah", "tomorrow", "3")) >= 2, aloud

        reply = await say(caller, "Actually make it Friday.")
        assert "Friday" in reply
        with stack.api() as client:
            due = client.get("/tasks", params={"search": "Sarah"}).json()["items"][0]["due"]
        assert due.endswith("T15:00:00")

        assert "call Sarah" in await say(caller, "What's on for Friday?")
        await say(caller, "Done with calling Sarah.")
        assert "Call Sarah" not in stack.titles()
        await say(caller, "Undo that.")
        assert "Call Sarah" in stack.titles()


async def test_a_typed_message_works_like_speech(stack: Stack) -> None:
    async with in_room(stack.address, stack.token) as caller:
        began = time.monotonic()
        await caller.type("Remind me to buy stamps on Monday")
        await caller.wait_for(
            lambda: any("stamps" in line for line in caller.agent_lines(began)), "no reply"
        )
    assert "Buy stamps" in stack.titles()


async def test_speaking_over_the_agent_stops_its_voice(stack: Stack) -> None:
    async with in_room(stack.address, stack.token) as caller:
        for title in ("water the plants", "feed the cat", "sweep the stairs", "clean the oven"):
            await caller.type(f"Remind me to {title} tomorrow")
            await said(caller, title)
        asked = await caller.begin_saying(spoken("What do I have to do tomorrow?"), VOICE_RATE)
        await caller.wait_for(lambda: caller.first_audible(asked) is not None, "no reply")
        await asyncio.sleep(1.0)
        end = await caller.begin_saying(spoken("Stop, stop, please stop talking now."), VOICE_RATE)
        await caller.wait_for(
            lambda: time.monotonic() - (caller.last_audible(asked) or end) > 1.5, "it went on"
        )
        with stack.api() as client:
            spoken_in_full = {each["reply"] for each in client.get("/commands").json()["items"]}
        (whole,) = (reply for reply in spoken_in_full if "tomorrow:" in reply)
        assert not any(whole in line for line in caller.agent_lines(asked))


async def test_room_noise_alone_is_no_command(stack: Stack) -> None:
    before = stack.titles()
    async with in_room(stack.address, stack.token) as caller:
        await asyncio.sleep(6)
        assert not caller.agent_lines()
    assert stack.titles() == before


async def test_everything_is_still_there_after_a_restart(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    data = tmp_path_factory.mktemp("kept")
    with running(data) as first, first.api() as client:
        client.post("/tasks", json={"title": "Survive", "due": "2031-01-02"}).raise_for_status()
    with running(data) as second:
        assert second.titles() == ["Survive"]
