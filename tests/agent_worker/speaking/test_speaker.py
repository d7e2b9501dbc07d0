import asyncio

import pytest

from agent_worker.model_host.client import ModelHostUnavailableError
from agent_worker.model_host.recovery import RESTARTING, Recovery
from agent_worker.speaking.clips import Clips
from agent_worker.speaking.speaker import Speaker
from tests.agent_worker.hosts import ScriptedHost, as_host


@pytest.fixture
def host() -> ScriptedHost:
    return ScriptedHost()


@pytest.fixture
def clips(host: ScriptedHost) -> Clips:
    return Clips(as_host(host), "r")


@pytest.fixture
def speaker(host: ScriptedHost, clips: Clips) -> Speaker:
    return Speaker(as_host(host), Recovery(as_host(host), lambda: None), clips)


async def pieces(speaker: Speaker, text: str, *, waits: bool = True) -> int:
    """Speak, and count the pieces of sound."""
    return len([pcm async for pcm in speaker.speech(text, waits=waits)])


async def test_what_was_prepared_is_not_made_again(
    host: ScriptedHost, speaker: Speaker, clips: Clips
) -> None:
    clips.prepare("Done. Anything else?")
    assert await pieces(speaker, "Done.") == 2
    assert await pieces(speaker, "Anything else?") == 2
    assert host.spoken == ["Done.", "Anything else?"]


async def test_while_the_host_is_away_that_is_said_and_then_the_reply(
    host: ScriptedHost, speaker: Speaker, clips: Clips
) -> None:
    await clips.keep(RESTARTING)
    host.away = True

    async def come_back() -> None:
        await asyncio.sleep(0.1)
        host.away = False

    coming = asyncio.create_task(come_back())
    assert await pieces(speaker, "Call Sarah.") == 6
    assert host.spoken[-1] == "Call Sarah."
    await coming


async def test_a_host_that_is_away_is_not_waited_for_when_another_voice_can_speak(
    host: ScriptedHost, speaker: Speaker
) -> None:
    host.away = True
    with pytest.raises(ModelHostUnavailableError):
        await pieces(speaker, "Call Sarah.", waits=False)


async def test_the_person_is_told_once_for_each_time_the_host_goes_away(host: ScriptedHost) -> None:
    told: list[str] = []
    recovery = Recovery(as_host(host), lambda: told.append("away"))
    host.away = True
    waiting = [asyncio.create_task(recovery.wait()) for _ in range(3)]
    await asyncio.sleep(0.05)
    host.away = False
    await asyncio.gather(*waiting)
    assert told == ["away"]
    await recovery.wait()
    assert len(told) == 2
