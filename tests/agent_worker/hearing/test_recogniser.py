import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import numpy as np
from livekit import rtc
from livekit.agents.stt import SpeechEventType

from agent_worker.hearing.recogniser import Recogniser, RecogniserStream
from agent_worker.model_host.recovery import Recovery
from tests.agent_worker.hosts import ScriptedHost, as_host
from tests.patience import PATIENCE_S

FINAL = SpeechEventType.FINAL_TRANSCRIPT
PREFLIGHT = SpeechEventType.PREFLIGHT_TRANSCRIPT
INTERIM = SpeechEventType.INTERIM_TRANSCRIPT
FRAME_S = 0.02


def frame(amplitude: float) -> rtc.AudioFrame:
    noise = np.random.default_rng(7).normal(0, amplitude * 32767, 320)
    return rtc.AudioFrame(noise.astype(np.int16).tobytes(), 16000, 1, 320)


VOICE = frame(0.1)
ROOM = frame(0.0003)


class Listener:
    """A stream, and all that came out of it."""

    def __init__(self, host: ScriptedHost, stream: RecogniserStream, ears: Recogniser) -> None:
        self.host, self.stream, self.ears = host, stream, ears
        self.events: list[tuple[SpeechEventType, str]] = []
        self.collecting = asyncio.create_task(self.collect())

    async def collect(self) -> None:
        async for event in self.stream:
            self.events.append((event.type, event.alternatives[0].text))

    async def hear(self, sound: rtc.AudioFrame, seconds: float) -> None:
        for _ in range(round(seconds / FRAME_S)):
            self.stream.push_frame(sound)
            for _ in range(4):
                await asyncio.sleep(0)

    async def say(self, seconds: float) -> None:
        """Speech as the VAD sees it: noticed a moment late, ended after a silence."""
        await self.hear(VOICE, 0.1)
        self.ears.on_speaking(True)
        await self.hear(VOICE, seconds - 0.1)

    async def pause(self, seconds: float) -> None:
        await self.hear(ROOM, min(seconds, 0.2))
        if seconds >= 0.2:
            self.ears.on_speaking(False)
            await self.hear(ROOM, seconds - 0.2)

    def texts(self, kind: SpeechEventType) -> list[str]:
        return [text for type_, text in self.events if type_ == kind]


@asynccontextmanager
async def listening(
    *heard: str, patience: float = 0.3, others: list[str] | None = None, choose: str | None = None
) -> AsyncIterator[Listener]:
    host = ScriptedHost(list(heard))
    host.others = others or []
    announced: list[str] = []

    async def wait(_: str) -> float:
        return patience

    async def choose_transcript(text: str, other: Callable[[], Awaitable[list[str]]]) -> str:
        return choose if choose is not None and choose in await other() else text

    recovery = Recovery(as_host(host), lambda: announced.append("away"))
    ears = Recogniser(
        as_host(host),
        recovery,
        conversation="r",
        patience=wait,
        choose_transcript=choose_transcript,
    )
    stream = ears.stream()
    listener = Listener(host, stream, ears)
    try:
        await listener.hear(ROOM, 1.0)
        yield listener
    finally:
        stream.end_input()
        await listener.collecting
        await stream.aclose()


async def test_words_are_known_at_the_first_dip_before_the_vad_has_decided() -> None:
    async with listening("Buy milk.") as listener:
        await listener.say(1.0)
        await listener.hear(ROOM, 0.16)
        assert listener.events == [(PREFLIGHT, "Buy milk.")]


async def test_a_consonant_is_no_dip_and_its_decoding_is_given_up() -> None:
    async with listening("Buy milk.") as listener:
        await listener.say(1.0)
        listener.host.may_hear.clear()
        await listener.hear(ROOM, 0.06)
        await listener.hear(VOICE, 0.5)
        assert listener.host.given_up == 1
        listener.host.may_hear.set()
        await listener.pause(0.5)
        assert listener.events == [(PREFLIGHT, "Buy milk."), (FINAL, "Buy milk.")]


async def test_words_before_a_pause_are_shown_though_the_voice_goes_on() -> None:
    async with listening("Remind me to", "Remind me to call.") as listener:
        await listener.say(1.0)
        listener.host.may_hear.clear()
        await listener.hear(ROOM, 0.14)
        await listener.hear(VOICE, 0.2)
        listener.host.may_hear.set()
        await listener.hear(VOICE, 0.2)
        assert listener.events == [(INTERIM, "Remind me to")]
        assert listener.host.given_up == 0


async def test_the_final_transcript_costs_no_second_decoding() -> None:
    async with listening("Buy milk.") as listener:
        await listener.say(1.0)
        await listener.pause(0.5)
        assert listener.events == [(PREFLIGHT, "Buy milk."), (FINAL, "Buy milk.")]
        assert len(listener.host.pcm) == 1


async def test_the_silence_lasts_as_long_as_the_words_ask_for() -> None:
    async with listening("Remind me to", patience=0.9) as listener:
        await listener.say(1.0)
        await listener.pause(0.6)
        assert listener.texts(FINAL) == []
        await listener.hear(ROOM, 0.4)
        assert listener.texts(FINAL) == ["Remind me to"]


async def test_who_pauses_and_goes_on_is_heard_as_one_sentence() -> None:
    async with listening("Remind me to", "Remind me to call Sarah.", patience=0.9) as listener:
        await listener.say(1.0)
        await listener.pause(0.4)
        await listener.say(1.0)
        await listener.pause(1.0)
        assert listener.texts(FINAL) == ["Remind me to call Sarah."]
        first, second = (len(pcm) / 32000 for pcm in listener.host.pcm)
        assert second > first + 1.2


async def test_sound_from_just_before_the_voice_was_noticed_is_kept() -> None:
    async with listening("Buy milk.") as listener:
        await listener.say(1.0)
        await listener.pause(0.5)
        assert 1.4 <= len(listener.host.pcm[0]) / 32000 <= 1.8


async def test_the_end_of_one_sentence_is_not_heard_again_in_the_next() -> None:
    async with listening("Buy milk.", "Buy eggs.", patience=0.2) as listener:
        await listener.say(1.0)
        await listener.pause(0.3)
        await listener.say(0.5)
        await listener.pause(0.5)
        assert listener.texts(FINAL) == ["Buy milk.", "Buy eggs."]
        assert len(listener.host.pcm[1]) / 32000 < 1.1


async def test_noise_that_holds_no_words_makes_no_turn() -> None:
    async with listening("", " ... ") as listener:
        await listener.say(0.4)
        await listener.pause(1.0)
        await listener.say(0.4)
        await listener.pause(1.0)
        assert listener.events == []


async def test_a_room_without_a_voice_is_never_decoded() -> None:
    async with listening("Thank you.") as listener:
        await listener.hear(VOICE, 2.0)
        await listener.hear(ROOM, 1.0)
        assert listener.host.pcm == []


async def test_a_monologue_is_taken_in_windows_and_never_grows() -> None:
    async with listening("word", patience=0.3) as listener:
        await listener.say(1.0)
        for _ in range(50):
            await listener.hear(VOICE, 1.9)
            await listener.hear(ROOM, 0.1)
        await listener.pause(1.0)
        assert max(len(pcm) for pcm in listener.host.pcm) / 32000 < 30
        assert len(listener.texts(FINAL)) >= 4


async def test_a_monologue_without_a_pause_is_cut_in_time() -> None:
    async with listening("word", patience=0.3) as listener:
        await listener.say(65.0)
        await listener.pause(1.0)
        assert max(len(pcm) for pcm in listener.host.pcm) / 32000 < 30
        assert len(listener.texts(FINAL)) == 3


async def test_another_reading_is_taken_when_only_that_makes_sense() -> None:
    async with listening("and do that.", others=["Undo that."], choose="Undo that.") as listener:
        await listener.say(1.0)
        await listener.pause(0.5)
        assert listener.texts(FINAL) == ["Undo that."]


async def test_the_persons_words_are_given_along() -> None:
    async with listening("Buy milk.") as listener:
        listener.ears.prompt = "Groceries."
        await listener.say(1.0)
        await listener.pause(0.5)
        assert listener.host.prompts == ["Groceries."]


async def test_what_was_said_while_the_host_was_away_is_answered_when_it_is_back() -> None:
    async with listening("Buy milk.") as listener:
        listener.host.away = True
        await listener.say(1.0)
        await listener.pause(0.5)
        assert listener.events == []
        listener.host.away = False
        async with asyncio.timeout(PATIENCE_S):
            while not listener.texts(FINAL):
                await listener.hear(ROOM, FRAME_S)
                await asyncio.sleep(0.01)
        assert listener.texts(FINAL) == ["Buy milk."]
