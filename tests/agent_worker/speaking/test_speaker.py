import asyncio

import pytest

from agent_worker.model_host.recovery import RESTARTING, Recovery
from agent_worker.speaking.clips import Clips
from agent_worker.speaking.speaker import Speaker
from tests.agent_worker.hosts import ScriptedHost, as_host


@pytest.fixture
def host() -> ScriptedHost:
    return ScriptedHost()


@pytest.fixture
def speaker(host: ScriptedHost) -> Speaker:
    recovery = Recovery(as_host(host), lambda: None)
    return Speaker(as_host(host), recovery, Clips(as_host(host), "r"))


async def pieces(speaker: Speaker, *text: str) -> int:
    """Speak, and count the pieces of sound; LiveKit pads the end by up to 10 ms."""
    stream = speaker.stream()
    for piece in text:
        stream.push_text(piece)
    stream.end_input()
    count = 0
    async for event in stream:
        assert event.frame.sample_rate == speaker.sample_rate
        count += event.frame.samples_per_channel
    await stream.aclose()
    return count // 441


async def test_text_is_spoken_clause_by_clause_as_it_comes(
    host: ScriptedHost, speaker: Speaker
) -> None:
    assert await pieces(speaker, "Done. Any", "thing else?") == 4
    assert host.spoken == ["Done.", "Anything else?"]


async def test_what_was_prepared_is_not_made_again(host: ScriptedHost, speaker: Speaker) -> None:
    speaker.clips.prepare("Done. Anything else?")
    assert await pieces(speaker, "Done. Anything else?") == 4
    assert host.spoken == ["Done.", "Anything else?"]


async def test_no_text_makes_no_sound(speaker: Speaker) -> None:
    assert await pieces(speaker) == 0


async def test_while_the_host_is_away_that_is_said_and_then_the_reply(
    host: ScriptedHost, speaker: Speaker
) -> None:
    await speaker.clips.keep(RESTARTING)
    host.away = True

    async def come_back() -> None:
        await asyncio.sleep(0.1)
        host.away = False

    coming = asyncio.create_task(come_back())
    assert await pieces(speaker, "Call Sarah.") == 4
    assert host.spoken[-1] == "Call Sarah."
    await coming


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
