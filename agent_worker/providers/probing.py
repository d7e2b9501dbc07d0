"""The cheapest question to each kind of provider that only one which works can answer."""

from collections.abc import Awaitable, Callable
from typing import Any

from livekit import rtc
from livekit.agents import llm, stt
from livekit.agents.types import APIConnectOptions

from agent_worker.hearing.utterance import RATE
from agent_worker.model_host.client import ModelHost, ModelHostUnavailableError
from agent_worker.providers.faults import EmptyAnswerError
from agent_worker.providers.mouths import Mouth

Probe = Callable[[], Awaitable[None]]

_SILENCE_S = 0.5
_WORD = "Okay."


def probe_host(host: ModelHost) -> Probe:
    """Ask the model host whether its models are loaded."""

    async def probe() -> None:
        if not (await host.health()).ready:
            raise ModelHostUnavailableError("The models are being loaded.")

    return probe


def probe_llm(client: llm.LLM[Any], within_s: float) -> Probe:
    """Ask a language model for its first word."""

    async def probe() -> None:
        context = llm.ChatContext.empty()
        context.add_message(role="user", content="Say: okay")
        options = APIConnectOptions(max_retry=0, timeout=within_s)
        async with client.chat(chat_ctx=context, conn_options=options) as answer:
            async for chunk in answer:
                if chunk.has_response():
                    return
        raise EmptyAnswerError

    return probe


def probe_stt(client: stt.STT[Any], within_s: float) -> Probe:
    """Have a recogniser listen to half a second of silence, and end in order."""
    options = APIConnectOptions(max_retry=0, timeout=within_s)

    async def probe() -> None:
        samples = int(_SILENCE_S * RATE)
        silence = rtc.AudioFrame(bytes(2 * samples), RATE, 1, samples)
        if not client.capabilities.streaming:
            await client.recognize(silence, conn_options=options)
            return
        async with client.stream(conn_options=options) as stream:
            stream.push_frame(silence)
            stream.end_input()
            async for _ in stream:
                pass

    return probe


def probe_tts(mouth: Mouth) -> Probe:
    """Have a voice say one word."""

    async def probe() -> None:
        async for _ in mouth.speech(_WORD):
            return
        raise EmptyAnswerError

    return probe
