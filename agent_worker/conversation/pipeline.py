"""What an AgentSession of ours is set to."""

from livekit import rtc
from livekit.agents import AgentSession, TurnHandlingOptions
from livekit.agents.types import APIConnectOptions
from livekit.agents.vad import VAD
from livekit.agents.voice import room_io
from livekit.agents.voice.agent_session import SessionConnectOptions
from livekit.plugins import silero

from agent_worker.conversation.tools import MOST_STEPS
from agent_worker.conversation.turns import COMPLETE_S, UNSURE_S, WordsTurnDetector
from agent_worker.hearing.utterance import RATE
from agent_worker.hearing.voice_activity import VoiceActivity
from agent_worker.providers.choosing import Providers
from agent_worker.speaking.plain_text import without_markdown

_VAD_SILENCE_S = 0.15
"""Short, because what the words say comes on top."""
_BARGE_IN_S = 0.2
"""Speech that stops the assistant; a cough is shorter."""
_PREFLIGHTS = 50
_FRAME_MS = 20
_ONCE = APIConnectOptions(max_retry=0, timeout=10.0)


def voice_detector(*, is_quick: bool) -> VAD:
    """Load Silero; blocks for some 50 ms. Not to be shared: it tells all its listeners alike.

    When `is_quick`, ends are told by loudness, at each short pause too: a recogniser elsewhere
    would be asked at each of them.
    """
    detector = silero.VAD.load(min_silence_duration=_VAD_SILENCE_S, min_speech_duration=0.05)
    return VoiceActivity(detector) if is_quick else detector


def make_session(
    providers: Providers, detector: VAD, turns: WordsTurnDetector
) -> AgentSession[None]:
    """Make a session that decides by words and keeps all it hears on this machine.

    LiveKit's defaults reach its cloud in dev mode: for the end of a turn and for interruptions.
    """
    return AgentSession(
        stt=providers.stt,
        llm=providers.llm,
        tts=providers.tts,
        vad=detector,
        turn_handling=TurnHandlingOptions(
            turn_detection=turns,
            endpointing={"mode": "fixed", "min_delay": COMPLETE_S, "max_delay": UNSURE_S},
            interruption={
                "mode": "vad",
                "min_duration": _BARGE_IN_S,
                "resume_false_interruption": True,
                "false_interruption_timeout": 1.0,
            },
            preemptive_generation={"enabled": True, "max_retries": _PREFLIGHTS},
        ),
        tts_text_transforms=[without_markdown, "filter_emoji"],
        # While it waits for a caller's echo canceller, LiveKit throws their words away.
        aec_warmup_duration=None,
        user_away_timeout=None,
        # LiveKit counts the steps that follow the first.
        max_tool_steps=MOST_STEPS - 1,
        session_close_transcript_timeout=0.2,
        conn_options=SessionConnectOptions(
            stt_conn_options=_ONCE,
            llm_conn_options=_ONCE,
            tts_conn_options=_ONCE,
            # A model that fails is waited for or spoken about, never a reason to hang up.
            max_unrecoverable_errors=1_000_000,
        ),
    )


def interrupt_by_words(session: AgentSession[None]) -> None:
    """Let only words stop the assistant from now on, where its own voice would."""
    session.options.interruption["min_words"] = 1


def room_options(identity: str) -> room_io.RoomOptions:
    """Listen to one participant at a time; they may reload the page without ending all."""
    return room_io.RoomOptions(
        participant_identity=identity,
        audio_input=room_io.AudioInputOptions(
            sample_rate=RATE, frame_size_ms=_FRAME_MS, auto_gain_control=False
        ),
        audio_output=room_io.AudioOutputOptions(
            track_publish_options=rtc.TrackPublishOptions(source=rtc.TrackSource.SOURCE_MICROPHONE),
            track_name="saydo",
        ),
        # LiveKit's own reader takes messages that come at once in any order: `Typed` does it.
        text_input=False,
        close_on_disconnect=False,
    )
