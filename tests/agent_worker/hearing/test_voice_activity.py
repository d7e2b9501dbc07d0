"""The end of a voice is told by its loudness, as soon as nothing sounds like a voice any more."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import numpy as np
import pytest
from livekit import rtc
from livekit.agents import vad
from livekit.agents.vad import VADEvent, VADEventType

from agent_worker.hearing.voice_activity import VoiceActivity
from shared.voice_settings import Sensitivity

START, DONE, END = (
    VADEventType.START_OF_SPEECH,
    VADEventType.INFERENCE_DONE,
    VADEventType.END_OF_SPEECH,
)
FRAME_S = 0.02


def frame(amplitude: float) -> rtc.AudioFrame:
    noise = np.random.default_rng(7).normal(0, amplitude * 32767, 320)
    return rtc.AudioFrame(noise.astype(np.int16).tobytes(), 16000, 1, 320)


VOICE, ROOM = frame(0.1), frame(0.0003)


class Detector(vad.VAD):
    """Tells what the test wants it to."""

    def __init__(self) -> None:
        super().__init__(capabilities=vad.VADCapabilities(update_interval=0.032))
        self.flushed = 0
        self.heard_s = 0.0
        self.opened: list[Detected] = []

    def stream(self) -> "Detected":
        self.opened.append(Detected(self))
        return self.opened[-1]


class Detected(vad.VADStream):
    async def _main_task(self) -> None:
        async for item in self._input_ch:
            assert isinstance(self._vad, Detector)
            if isinstance(item, rtc.AudioFrame):
                self._vad.heard_s += item.duration
            else:
                self._vad.flushed += 1

    def tell(self, kind: VADEventType, probability: float = 0.0) -> None:
        said_s = 1.0 if probability > 0 else 0.0
        self._event_ch.send_nowait(
            VADEvent(
                type=kind,
                samples_index=0,
                timestamp=0.0,
                speech_duration=said_s,
                silence_duration=0.4 if kind is END else 0.0,
                probability=probability,
                raw_accumulated_speech=said_s,
                speaking=kind is not END,
            )
        )


class Listener:
    def __init__(self) -> None:
        self.detector = Detector()
        self.activity = VoiceActivity(self.detector)
        self.stream = self.activity.stream()
        self.events: list[VADEvent] = []
        self.collecting = asyncio.create_task(self.collect())

    async def collect(self) -> None:
        async for event in self.stream:
            self.events.append(event)

    async def detect(self, kind: VADEventType, probability: float = 0.0) -> None:
        self.detector.opened[0].tell(kind, probability)
        for _ in range(6):
            await asyncio.sleep(0)

    async def hear(self, sound: rtc.AudioFrame, seconds: float) -> None:
        for _ in range(round(seconds / FRAME_S)):
            self.stream.push_frame(sound)
            for _ in range(6):
                await asyncio.sleep(0)

    async def speak(self) -> None:
        await self.hear(ROOM, 0.2)
        await self.hear(VOICE, 0.1)
        await self.detect(START)
        await self.detect(DONE, 0.9)
        await self.hear(VOICE, 1.0)

    @property
    def told(self) -> list[VADEventType]:
        return [event.type for event in self.events if event.type is not DONE]


@asynccontextmanager
async def listening() -> AsyncIterator[Listener]:
    listener = Listener()
    try:
        yield listener
    finally:
        listener.stream.end_input()
        await listener.collecting
        await listener.stream.aclose()


async def test_an_end_is_told_once_it_is_quiet_and_sounds_like_no_voice() -> None:
    async with listening() as listener:
        await listener.speak()
        await listener.detect(DONE, 0.2)
        await listener.hear(ROOM, 0.08)
        assert listener.told == [START]
        await listener.hear(ROOM, 0.04)
        assert listener.told == [START, END]


async def test_an_end_is_dated_at_the_last_loud_sound() -> None:
    async with listening() as listener:
        await listener.speak()
        await listener.hear(ROOM, 0.2)
        await listener.detect(DONE, 0.2)
        await listener.hear(ROOM, 0.02)
        end = listener.events[-1]
        assert end.type is END
        assert 0.2 <= end.silence_duration <= 0.24
        assert not end.speaking


async def test_what_still_sounds_like_a_voice_is_one_however_low() -> None:
    async with listening() as listener:
        await listener.speak()
        await listener.detect(DONE, 0.8)
        await listener.hear(ROOM, 0.5)
        assert listener.told == [START]


async def test_in_a_loud_room_the_detector_has_the_last_word() -> None:
    async with listening() as listener:
        await listener.speak()
        await listener.detect(DONE, 0.1)
        await listener.hear(VOICE, 0.4)
        assert listener.told == [START]
        await listener.detect(END)
        assert listener.told == [START, END]
        assert listener.events[-1].silence_duration == 0.4


async def test_an_end_is_told_once() -> None:
    async with listening() as listener:
        await listener.speak()
        await listener.detect(DONE, 0.1)
        await listener.hear(ROOM, 0.2)
        await listener.detect(END)
        assert listener.told == [START, END]


async def test_a_voice_that_goes_on_after_its_end_was_told_begins_again() -> None:
    async with listening() as listener:
        await listener.speak()
        await listener.detect(DONE, 0.1)
        await listener.hear(ROOM, 0.2)
        await listener.hear(VOICE, 0.04)
        assert listener.told == [START, END]
        await listener.hear(VOICE, 0.04)
        assert listener.told == [START, END, START]


async def test_after_an_end_the_detectors_delay_counts_as_silence() -> None:
    async with listening() as listener:
        await listener.speak()
        await listener.detect(DONE, 0.1)
        await listener.hear(ROOM, 0.2)
        await listener.detect(DONE, 0.1)
        last = listener.events[-1]
        assert last.type is DONE
        assert (last.speaking, last.speech_duration, last.raw_accumulated_speech) == (False, 0, 0)


async def test_a_flush_forgets_the_voice() -> None:
    async with listening() as listener:
        await listener.speak()
        listener.stream.flush()
        await listener.detect(DONE, 0.1)
        await listener.hear(ROOM, 0.3)
        assert listener.told == [START]
        assert listener.detector.flushed == 1


async def test_a_detector_sleeps_while_there_is_nothing_to_hear() -> None:
    async with listening() as listener:
        await listener.hear(ROOM, 10.0)
        assert listener.detector.heard_s < 1.1
        await listener.hear(VOICE, 0.02)
        assert 1.2 < listener.detector.heard_s < 1.5


async def test_a_detector_that_hears_a_voice_does_not_sleep() -> None:
    async with listening() as listener:
        await listener.speak()
        heard_s = listener.detector.heard_s
        await listener.detect(DONE, 0.8)
        await listener.hear(ROOM, 5.0)
        assert listener.detector.heard_s > heard_s + 4.9


async def test_a_soft_sound_is_listened_to() -> None:
    async with listening() as listener:
        await listener.hear(frame(0.004), 10.0)
        assert listener.detector.heard_s > 9.9


@pytest.mark.parametrize(
    ("sensitivity", "amplitude", "is_heard"),
    [
        ("normal", 0.004, True),
        ("low", 0.004, False),
        ("low", 0.1, True),
        ("normal", 0.0012, False),
        ("high", 0.0012, True),
    ],
)
async def test_how_soft_a_sound_may_be_is_the_persons_choice(
    sensitivity: Sensitivity, amplitude: float, *, is_heard: bool
) -> None:
    async with listening() as listener:
        listener.activity.set_sensitivity(sensitivity)
        await listener.hear(frame(amplitude), 10.0)
        assert (listener.detector.heard_s > 9.9) == is_heard


async def test_whoever_listens_later_listens_so_too() -> None:
    activity = VoiceActivity(Detector())
    activity.set_sensitivity("low")
    stream = activity.stream()
    level = stream._level
    assert level.sensitivity == "low"
    stream.end_input()
    await stream.aclose()
