import asyncio

import pytest

from agent_worker.model_host.client import ModelHostUnavailableError
from agent_worker.speaking.clips import Clips
from tests.agent_worker.hosts import ScriptedHost, as_host


async def listen(clips: Clips, text: str) -> int:
    return sum([len(piece) async for piece in clips.get(text).pieces()])


async def test_speech_made_ahead_is_not_made_again() -> None:
    host = ScriptedHost()
    clips = Clips(as_host(host), "r")
    clips.prepare("Call Sarah.")
    assert await listen(clips, "Call Sarah.") == 1764
    assert host.spoken == ["Call Sarah."]


async def test_speech_can_be_heard_while_it_is_made() -> None:
    host = ScriptedHost()
    host.may_speak.clear()
    pieces = Clips(as_host(host), "r").get("Call Sarah.").pieces()
    assert len(await anext(pieces)) == 882
    host.may_speak.set()
    assert len(await anext(pieces)) == 882


async def test_a_guess_that_is_replaced_is_no_longer_made() -> None:
    host = ScriptedHost()
    host.may_speak.clear()
    clips = Clips(as_host(host), "r")
    clips.prepare("Call.")
    await asyncio.sleep(0)
    clips.prepare("Call Sarah.")
    await asyncio.sleep(0)
    host.may_speak.set()
    assert await listen(clips, "Call.") == 1764
    assert host.spoken == ["Call.", "Call Sarah.", "Call."]


async def test_a_guess_that_is_already_heard_is_finished() -> None:
    host = ScriptedHost()
    host.may_speak.clear()
    clips = Clips(as_host(host), "r")
    clips.prepare("Call Sarah.")
    pieces = clips.get("Call Sarah.").pieces()
    assert len(await anext(pieces)) == 882
    clips.prepare("Something else.")
    host.may_speak.set()
    assert [len(piece) async for piece in pieces] == [882]


async def test_an_apology_is_there_when_the_host_is_away() -> None:
    host = ScriptedHost()
    clips = Clips(as_host(host), "r")
    await clips.keep("One moment.")
    host.away = True
    for number in range(40):
        with pytest.raises(ModelHostUnavailableError):
            await listen(clips, f"Text {number}.")
    assert await listen(clips, "One moment.") == 1764
    assert sum([len(piece) async for piece in clips.kept("One moment.")]) == 1764


async def test_what_failed_is_made_again() -> None:
    host = ScriptedHost()
    clips = Clips(as_host(host), "r")
    host.away = True
    with pytest.raises(ModelHostUnavailableError):
        await listen(clips, "Call Sarah.")
    host.away = False
    assert await listen(clips, "Call Sarah.") == 1764


async def test_another_speed_holds_for_what_is_said_next_and_not_for_what_is_heard() -> None:
    host = ScriptedHost()
    host.may_speak.clear()
    clips = Clips(as_host(host), "r")
    clips.prepare("Okay.")
    pieces = clips.get("Okay.").pieces()
    assert len(await anext(pieces)) == 882
    clips.speed = 0.8
    host.may_speak.set()
    assert [len(piece) async for piece in pieces] == [882]
    assert await listen(clips, "Okay.") == 1764
    assert host.speeds == [1.0, 0.8]
    clips.speed = 0.8
    assert await listen(clips, "Okay.") == 1764
    assert host.speeds == [1.0, 0.8]
