"""Who hears, thinks and speaks: the local models, or the remote providers that are named."""

from dataclasses import dataclass
from typing import Any

from livekit.agents import NOT_GIVEN, llm, stt, tts, vad
from livekit.agents.types import NotGivenOr
from livekit.plugins import deepgram, openai

from agent_worker.hearing.recogniser import Recogniser
from agent_worker.settings import Provider, WorkerSettings
from agent_worker.speaking.speaker import Speaker
from agent_worker.thinking.chat import LocalChat

_OPENAI_LLM = "gpt-4.1-mini"
_OPENAI_TTS = "tts-1"
"""The one model that an address other than OpenAI's own streams too."""


@dataclass(frozen=True)
class Providers:
    """What an AgentSession is made of."""

    stt: stt.STT[Any]
    llm: llm.LLM[Any]
    tts: tts.TTS[Any]


def choose_providers(
    settings: WorkerSettings,
    *,
    recogniser: Recogniser,
    chat: LocalChat,
    speaker: Speaker,
    detector: vad.VAD,
) -> Providers:
    """Take the providers in the order they are named; the next one steps in when one fails.

    Nothing remote is made, let alone called, unless it is named.
    """
    ears = [_stt(settings, name, recogniser) for name in settings.stt]
    minds = [_llm(settings, name, chat) for name in settings.llm]
    mouths = [_tts(settings, name, speaker) for name in settings.tts]
    return Providers(
        stt=ears[0] if len(ears) == 1 else stt.FallbackAdapter(ears, vad=detector),
        llm=minds[0] if len(minds) == 1 else llm.FallbackAdapter(minds),
        tts=mouths[0] if len(mouths) == 1 else tts.FallbackAdapter(mouths),
    )


def _stt(settings: WorkerSettings, name: Provider, local: Recogniser) -> stt.STT[Any]:
    if name == "deepgram":
        return deepgram.STT(api_key=settings.deepgram_api_key)
    if name == "openai":
        return openai.STT(api_key=_key(settings), base_url=_address(settings))
    return local


def _llm(settings: WorkerSettings, name: Provider, local: LocalChat) -> llm.LLM[Any]:
    if name == "openai":
        return openai.LLM(model=_OPENAI_LLM, api_key=_key(settings), base_url=_address(settings))
    return local


def _tts(settings: WorkerSettings, name: Provider, local: Speaker) -> tts.TTS[Any]:
    if name == "deepgram":
        return deepgram.TTS(api_key=settings.deepgram_api_key)
    if name == "openai":
        return openai.TTS(model=_OPENAI_TTS, api_key=_key(settings), base_url=_address(settings))
    return local


def _key(settings: WorkerSettings) -> str:
    """Give the key; a server of one's own often wants none, but the client does."""
    return settings.openai_api_key or "none"


def _address(settings: WorkerSettings) -> NotGivenOr[str]:
    return settings.openai_base_url or NOT_GIVEN
