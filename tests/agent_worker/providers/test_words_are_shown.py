"""When nobody can speak, the words reach the page: in a session, as LiveKit runs it."""

import asyncio
import time

import pytest
from livekit import rtc
from livekit.agents import Agent, AgentSession
from livekit.agents.voice.io import AudioOutput, AudioOutputCapabilities, TextOutput
from livekit.agents.voice.transcription import TranscriptSynchronizer

from bench.stand_ins.openai_server import openai_server
from bench.stand_ins.ways import Way
from tests.agent_worker.providers.cast import hurry, playing

REPLY = "The first sentence is here. The second one follows. A third ends it."


class Loudspeaker(AudioOutput):
    """Plays whatever comes, for as long as it takes."""

    def __init__(self) -> None:
        super().__init__(label="loudspeaker", capabilities=AudioOutputCapabilities(pause=False))
        self._played_s = 0.0

    async def capture_frame(self, frame: rtc.AudioFrame) -> None:
        await super().capture_frame(frame)
        if not self._played_s:
            self.on_playback_started(created_at=time.time())
        self._played_s += frame.duration

    def flush(self) -> None:
        super().flush()
        if self._played_s:
            self._playing = asyncio.create_task(self._play(self._played_s))
        self._played_s = 0.0

    async def _play(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
        self.on_playback_finished(playback_position=seconds, interrupted=False)

    def clear_buffer(self) -> None:
        self._played_s = 0.0


class Page(TextOutput):
    """Shows what it is sent."""

    def __init__(self) -> None:
        super().__init__(label="page", next_in_chain=None)
        self.shown = ""

    async def capture_text(self, text: str) -> None:
        self.shown += text

    def flush(self) -> None:
        """Keep all of it."""


@pytest.mark.parametrize("way", ["silent", "500", "key", "busy"])
async def test_what_nobody_can_speak_is_read(way: Way) -> None:
    async with (
        openai_server(way) as server,
        playing({"SAYDO_TTS": "openai", "OPENAI_BASE_URL": server.url}) as cast,
    ):
        hurry(cast.providers.tts.order, way)
        page = Page()
        synchronizer = TranscriptSynchronizer(
            next_in_chain_audio=Loudspeaker(), next_in_chain_text=page
        )
        session: AgentSession[None] = AgentSession(
            tts=cast.providers.tts, vad=None, turn_handling={"turn_detection": None}
        )
        session.output.audio = synchronizer.audio_output
        session.output.transcription = synchronizer.text_output
        async with session:
            await session.start(Agent(instructions=""), record=False, session_host=False)
            _ = await session.say(REPLY)
            assert page.shown.strip() == REPLY
        await synchronizer.aclose()
