"""The yardstick: the same models behind LiveKit's default turn-taking.

A worker of its own under the name `AGENT`; it hears with the same Whisper, speaks with the same
voice, and asks the same control API what to answer (a dry run), but leaves the end of a turn, the
order of the stages and all delays to LiveKit Agents.
"""

import asyncio
import os
from typing import Any

import httpx
import numpy as np
from livekit import rtc
from livekit.agents import (
    DEFAULT_API_CONNECT_OPTIONS,
    Agent,
    AgentServer,
    AgentSession,
    APIConnectOptions,
    JobContext,
    JobExecutorType,
    cli,
    inference,
    llm,
    stt,
    tts,
)
from livekit.agents.types import NOT_GIVEN, NotGivenOr
from livekit.agents.utils import AudioBuffer

from agent_worker.hearing.whisper import Whisper
from agent_worker.settings.models import read_model_settings
from bench.conversation.signal import Samples, resampled
from bench.conversation.speech import VOICE_RATE, spoken, voice

AGENT = "livekit-defaults"
NO_COMMAND = "I can only help with your tasks."


class BatchWhisper(stt.STT[str]):
    """The same recogniser, asked once the VAD says that the voice has stopped."""

    def __init__(self, whisper: Whisper) -> None:
        super().__init__(capabilities=stt.STTCapabilities(streaming=False, interim_results=False))
        self._whisper = whisper

    async def _recognize_impl(
        self,
        buffer: AudioBuffer,
        *,
        language: NotGivenOr[Any] = NOT_GIVEN,
        conn_options: APIConnectOptions,
    ) -> stt.SpeechEvent:
        frame = rtc.combine_audio_frames(buffer)
        audio: Samples = np.frombuffer(frame.data, np.int16)
        pcm = resampled(audio, frame.sample_rate, 16_000).tobytes()
        heard = await asyncio.to_thread(self._whisper.transcribe, pcm)
        return stt.SpeechEvent(
            type=stt.SpeechEventType.FINAL_TRANSCRIPT,
            alternatives=[stt.SpeechData(language="en", text=heard.text)],  # type: ignore[arg-type]
        )


class BatchPiper(tts.TTS[str]):
    """The same voice, one sentence at a time."""

    def __init__(self) -> None:
        super().__init__(
            capabilities=tts.TTSCapabilities(streaming=False),
            sample_rate=VOICE_RATE,
            num_channels=1,
        )

    def synthesize(
        self, text: str, *, conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS
    ) -> tts.ChunkedStream:
        """Begin to speak `text`."""
        return _Sentence(tts=self, input_text=text, conn_options=conn_options)


class _Sentence(tts.ChunkedStream):
    async def _run(self, output_emitter: tts.AudioEmitter) -> None:
        output_emitter.initialize(
            request_id="sentence", sample_rate=VOICE_RATE, num_channels=1, mime_type="audio/pcm"
        )
        output_emitter.push((await asyncio.to_thread(spoken, self.input_text)).tobytes())
        output_emitter.flush()


class Engine(llm.LLM[str]):
    """Words the reply by a dry run of the control API."""

    def chat(
        self,
        *,
        chat_ctx: llm.ChatContext,
        tools: list[llm.Tool] | None = None,
        conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS,
        **_options: Any,
    ) -> llm.LLMStream:
        """Answer the last message."""
        return _Reply(self, chat_ctx=chat_ctx, tools=tools or [], conn_options=conn_options)


class _Reply(llm.LLMStream):
    async def _run(self) -> None:
        said = self._chat_ctx.messages()[-1].text_content or ""
        async with httpx.AsyncClient(trust_env=False) as client:
            answer = await client.post(
                os.environ["SAYDO_API_URL"] + "/api/v1/commands",
                headers={"Authorization": "Bearer " + os.environ["SAYDO_TOKEN"]},
                json={"text": said, "dry_run": True},
            )
        reply = answer.json().get("reply") or NO_COMMAND
        delta = llm.ChoiceDelta(role="assistant", content=reply)
        self._event_ch.send_nowait(llm.ChatChunk(id="reply", delta=delta))


server = AgentServer(
    job_executor_type=JobExecutorType.THREAD,
    num_idle_processes=0,
    load_fnc=lambda _server: 0.0,
    port=0,
)


@server.rtc_session(agent_name=AGENT)
async def conversation(context: JobContext) -> None:
    """One conversation with nothing but the models chosen by us."""
    models = read_model_settings(os.environ)
    whisper = await asyncio.to_thread(Whisper, models.folder / models.stt_model)
    await asyncio.to_thread(voice)
    session: AgentSession[None] = AgentSession(
        stt=BatchWhisper(whisper),
        tts=BatchPiper(),
        llm=Engine(),
        vad=inference.VAD(model="silero"),
        turn_handling={
            "turn_detection": inference.TurnDetector(version="v1-mini"),
            "interruption": {"mode": "vad"},
        },
    )
    await session.start(Agent(instructions=""), room=context.room, record=False)


if __name__ == "__main__":
    cli.run_app(server)
