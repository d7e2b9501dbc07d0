"""Who hears, thinks and speaks: the local models, or the remote providers that are named."""

from dataclasses import dataclass
from typing import Any

from livekit.agents import llm, stt, tts, vad
from livekit.plugins import deepgram, openai

from agent_worker.hearing.recogniser import Recogniser
from agent_worker.settings.roles import Provider, Remote, RoleSettings
from agent_worker.settings.worker import WorkerSettings
from agent_worker.speaking.speaker import Speaker
from agent_worker.thinking.chat import LocalChat


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
    ears = [_stt(settings.stt, name, recogniser) for name in settings.stt.order]
    minds = [
        chat if name == "local" else remote_llm(settings.llm.remote(name))
        for name in settings.llm.order
    ]
    mouths = [_tts(settings.tts, name, speaker) for name in settings.tts.order]
    return Providers(
        stt=ears[0]
        if len(ears) == 1
        else stt.FallbackAdapter(ears, vad=detector, attempt_timeout=settings.stt.within_s),
        llm=minds[0]
        if len(minds) == 1
        else llm.FallbackAdapter(minds, attempt_timeout=settings.llm.within_s),
        tts=mouths[0] if len(mouths) == 1 else tts.FallbackAdapter(mouths),
    )


def _stt(role: RoleSettings, name: Provider, local: Recogniser) -> stt.STT[Any]:
    if name == "local":
        return local
    remote = role.remote(name)
    if name == "deepgram":
        address = f"{remote.url}/listen"
        return deepgram.STT(model=remote.model, api_key=_key(remote), base_url=address)
    return openai.STT(model=remote.model, api_key=_key(remote), base_url=remote.url)


def remote_llm(remote: Remote) -> llm.LLM[Any]:
    """Make the client of a language model that is elsewhere."""
    return openai.LLM(model=remote.model, api_key=_key(remote), base_url=remote.url)


def _tts(role: RoleSettings, name: Provider, local: Speaker) -> tts.TTS[Any]:
    if name == "local":
        return local
    remote = role.remote(name)
    if name == "deepgram":
        address = f"{remote.url}/speak"
        return deepgram.TTS(model=remote.model, api_key=_key(remote), base_url=address)
    return openai.TTS(
        model=remote.model, voice=remote.voice, api_key=_key(remote), base_url=remote.url
    )


def _key(remote: Remote) -> str:
    """Give the key; a server of one's own often wants none, but the client does."""
    return remote.key or "none"
