"""A frame wakes the stream that it is for, and no other."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from livekit import rtc
from livekit.rtc._ffi_client import FfiClient
from livekit.rtc._proto.ffi_pb2 import FfiEvent

from agent_worker.hearing import own_frames
from agent_worker.hearing.own_frames import wake_for_own_frames_only
from tests.patience import PATIENCE_S

RATE = 16_000


@pytest.fixture
async def streams(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[list[rtc.AudioStream]]:
    monkeypatch.setattr(rtc.AudioStream, "__init__", own_frames._init)
    wake_for_own_frames_only()
    sources = [rtc.AudioSource(RATE, 1) for _ in range(2)]
    tracks = [rtc.LocalAudioTrack.create_audio_track("sound", source) for source in sources]
    made = [rtc.AudioStream(track, sample_rate=RATE, num_channels=1) for track in tracks]
    yield made
    for stream in made:
        await stream.aclose()
    for source in sources:
        await source.aclose()


async def offered(streams: list[rtc.AudioStream], event: FfiEvent) -> list[bool]:
    """Whether each stream's own loop is woken by an event."""
    queue = FfiClient.instance.queue
    waiting = {id(kept): wanted for kept, _, wanted in queue._subscribers}
    wanted = [waiting[id(stream._ffi_queue)] for stream in streams]
    return [each is None or each(event) for each in wanted]


async def test_a_frame_is_offered_to_its_own_stream_only(streams: list[rtc.AudioStream]) -> None:
    event = FfiEvent()
    event.audio_stream_event.stream_handle = streams[1]._ffi_handle.handle
    assert await offered(streams, event) == [False, True]


async def test_what_is_no_frame_is_offered_to_none(streams: list[rtc.AudioStream]) -> None:
    assert await offered(streams, FfiEvent()) == [False, False]


async def test_sound_arrives(streams: list[rtc.AudioStream]) -> None:
    track = streams[0]._track
    assert track is not None
    frame = await asyncio.wait_for(anext(streams[0]), PATIENCE_S)
    assert frame.frame.sample_rate == RATE


async def test_the_client_still_offers_every_frame_to_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """When this fails, LiveKit does it itself, and ours can go."""
    monkeypatch.setattr(rtc.AudioStream, "__init__", own_frames._init)
    source = rtc.AudioSource(RATE, 1)
    track = rtc.LocalAudioTrack.create_audio_track("sound", source)
    stream = rtc.AudioStream(track, sample_rate=RATE, num_channels=1)
    event = FfiEvent()
    event.audio_stream_event.stream_handle = stream._ffi_handle.handle + 1
    assert await offered([stream], event) == [True]
    await stream.aclose()
    await source.aclose()
