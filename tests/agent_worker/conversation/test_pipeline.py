from collections.abc import AsyncIterator
from typing import Any

import pytest
from livekit.agents import inference
from livekit.agents.voice.agent_session import AgentSession

from agent_worker.conversation.pipeline import make_session, room_options, voice_detector
from agent_worker.conversation.turns import COMPLETE_S, EndOfTurn, WordsTurnDetector
from agent_worker.hearing.acoustics import SoundOfEnding
from agent_worker.hearing.voice_activity import VoiceActivity
from shared.outcomes import Outcome
from tests.agent_worker.providers.cast import playing


async def nothing(_: str) -> Outcome | None:
    return None


@pytest.fixture
def turns() -> WordsTurnDetector:
    return WordsTurnDetector(EndOfTurn(nothing), lambda _: None)


@pytest.fixture
async def session(
    monkeypatch: pytest.MonkeyPatch, turns: WordsTurnDetector
) -> AsyncIterator[AgentSession[None]]:
    """A session as it would be in LiveKit's dev mode, where its defaults reach the cloud."""
    monkeypatch.setenv("LIVEKIT_DEV_MODE", "1")
    async with playing({}) as cast:
        yield make_session(cast.providers, voice_detector(is_quick=True), turns)


async def test_the_end_of_a_turn_is_never_decided_in_the_cloud(
    session: AgentSession[None], turns: WordsTurnDetector
) -> None:
    assert session.options.turn_handling["turn_detection"] is turns
    assert session.options.endpointing["min_delay"] == COMPLETE_S
    assert session.options.endpointing["max_delay"] <= 1.0


async def test_interruptions_are_decided_by_the_local_vad(session: AgentSession[None]) -> None:
    assert session.options.interruption["mode"] == "vad"
    assert session.options.interruption["enabled"]


async def test_every_engine_is_our_own(session: AgentSession[None]) -> None:
    for engine in (session.stt, session.llm, session.tts):
        assert engine is not None
        assert engine.provider == "saydo"
        assert not type(engine).__module__.startswith("livekit.agents.inference")
    assert session.vad is not None
    assert session.vad.model == "silero"
    assert session.vad.provider == "ONNX"


async def test_the_model_for_sound_is_the_local_one_in_dev_mode_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LIVEKIT_DEV_MODE", "1")
    monkeypatch.setenv("LIVEKIT_API_KEY", "key")
    monkeypatch.setenv("LIVEKIT_API_SECRET", "secret")
    made: list[inference.TurnDetector] = []
    original = inference.TurnDetector.stream

    def stream(self: inference.TurnDetector, **options: Any) -> Any:
        made.append(self)
        return original(self, **options)

    monkeypatch.setattr(inference.TurnDetector, "stream", stream)
    sound = SoundOfEnding()
    await sound.aclose()
    assert [detector.model for detector in made] == ["turn-detector-v1-mini"]


async def test_replies_begin_early_and_guesses_may_be_many(session: AgentSession[None]) -> None:
    preemptive = session.options.preemptive_generation
    assert preemptive["enabled"]
    assert preemptive["max_retries"] >= 10


async def test_a_failing_model_never_hangs_up(session: AgentSession[None]) -> None:
    assert session.conn_options.max_unrecoverable_errors > 1000


def test_only_the_person_of_the_grant_is_listened_to() -> None:
    options = room_options("alice")
    assert options.participant_identity == "alice"
    assert options.get_text_input_options() is None  # `Typed` reads what is typed
    assert not options.close_on_disconnect
    audio = options.get_audio_input_options()
    assert audio is not None
    assert (audio.sample_rate, audio.frame_size_ms) == (16000, 20)


def test_a_recogniser_elsewhere_is_not_asked_at_every_short_pause() -> None:
    assert isinstance(voice_detector(is_quick=True), VoiceActivity)
    assert not isinstance(voice_detector(is_quick=False), VoiceActivity)
