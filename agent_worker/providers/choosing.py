"""Who hears, thinks and speaks in one conversation: the providers that the settings name."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from livekit.agents import llm, stt, tts
from livekit.plugins import deepgram, openai

from agent_worker.hearing.recogniser import Recogniser
from agent_worker.model_host.client import ModelHost
from agent_worker.models.catalogue import Role
from agent_worker.providers.breaker import Breaker, Breakers
from agent_worker.providers.faults import remember
from agent_worker.providers.hearing import HearingChain
from agent_worker.providers.kept_speech import KeptSpeech
from agent_worker.providers.member import Member, Order
from agent_worker.providers.mouths import LocalMouth, Mouth, RemoteMouth
from agent_worker.providers.probing import probe_host, probe_llm, probe_stt, probe_tts
from agent_worker.providers.remote_stt import DeepgramStt, OpenAiStt
from agent_worker.providers.speaking import SpeakingChain
from agent_worker.providers.thinking import ThinkingChain
from agent_worker.settings.roles import Provider, Remote, RoleSettings
from agent_worker.settings.worker import WorkerSettings
from agent_worker.speaking.speaker import Speaker
from agent_worker.thinking.chat import LocalChat

_LOCAL_WITHIN_S = 8.0
"""Local models share the machine with all else, and are not away because it is busy."""
_LOCAL_WAITS_S = 35.0
"""For a local voice that nobody stands in for: a model host that died is back within 30 s."""
_NO_KEY = "none"
"""A server of one's own often wants none, but the clients do."""


@dataclass(frozen=True)
class Shared:
    """What all conversations of the worker share. Safe to use from threads."""

    breakers: Breakers
    kept: KeptSpeech = field(default_factory=KeptSpeech)


@dataclass(frozen=True)
class Local:
    """The local engines of one conversation."""

    host: ModelHost
    recogniser: Recogniser
    chat: LocalChat
    speaker: Speaker


@dataclass(frozen=True)
class Providers:
    """What an AgentSession is made of."""

    stt: Recogniser | HearingChain
    llm: ThinkingChain
    tts: SpeakingChain

    def on_assistant(self, speaking: bool) -> None:
        """Take in whether the assistant speaks, whose voice may come back by the microphone."""
        if isinstance(self.stt, HearingChain):
            self.stt.is_assistant_speaking = speaking

    async def aclose(self) -> None:
        """Let go of all of them."""
        for chain in (self.stt, self.llm, self.tts):
            await chain.aclose()


def make_breakers(settings: WorkerSettings) -> Breakers:
    """Make a breaker for each provider in each role that the settings name."""
    roles: dict[Role, RoleSettings] = {
        "stt": settings.stt,
        "llm": settings.llm,
        "tts": settings.tts,
    }
    return Breakers(
        Breaker(role, name, remedy=_remedy(chosen, name))
        for role, chosen in roles.items()
        for name in chosen.order
    )


def choose_providers(
    settings: WorkerSettings, shared: Shared, local: Local, *, tell: Callable[[str], None]
) -> Providers:
    """Take the providers in the order they are named; `tell` says a sentence to the person.

    Nothing remote is made, let alone called, unless it is named.
    """
    return Providers(
        stt=_hearing(settings.stt, shared.breakers, local, tell),
        llm=_thinking(settings.llm, shared.breakers, local, tell),
        tts=_speaking(settings.tts, shared, local, tell),
    )


def _hearing(
    role: RoleSettings, breakers: Breakers, local: Local, tell: Callable[[str], None]
) -> Recogniser | HearingChain:
    if role.order == ("local",):
        # It waits for its own model host, and gains nothing by a chain of one.
        return local.recogniser
    local.recogniser.is_in_chain = True
    members: list[Member[stt.STT[Any]]] = []
    for name in role.order:
        breaker = breakers.of("stt", name)
        if name == "local":
            probe = probe_host(local.host)
            members.append(Member(local.recogniser, breaker, _LOCAL_WITHIN_S, probe))
        else:
            client = _remote_stt(role.remote(name))
            client.on("error", remember)
            probe = probe_stt(client, role.within_s)
            members.append(Member(client, breaker, role.within_s, probe))
    return HearingChain(Order("stt", members, tell), apologise=tell)


def _thinking(
    role: RoleSettings, breakers: Breakers, local: Local, tell: Callable[[str], None]
) -> ThinkingChain:
    members: list[Member[llm.LLM[Any]]] = []
    for name in role.order:
        breaker = breakers.of("llm", name)
        if name == "local":
            members.append(Member(local.chat, breaker, _LOCAL_WITHIN_S, probe_host(local.host)))
        else:
            client = remote_llm(role.remote(name))
            client.on("error", remember)
            probe = probe_llm(client, role.within_s)
            members.append(Member(client, breaker, role.within_s, probe))
    return ThinkingChain(Order("llm", members, tell))


def _speaking(
    role: RoleSettings, shared: Shared, local: Local, tell: Callable[[str], None]
) -> SpeakingChain:
    members: list[Member[Mouth]] = []
    for name in role.order:
        breaker = shared.breakers.of("tts", name)
        if name == "local":
            waits = role.order[-1] == "local"
            within_s = _LOCAL_WAITS_S if waits else _LOCAL_WITHIN_S
            mouth: Mouth = LocalMouth(local.speaker, waits=waits)
            members.append(Member(mouth, breaker, within_s, probe_host(local.host)))
        else:
            voice = _remote_tts(role.remote(name))
            voice.on("error", remember)
            mouth = RemoteMouth(voice, role.within_s)
            members.append(Member(mouth, breaker, role.within_s, probe_tts(mouth)))
    return SpeakingChain(Order("tts", members, tell), shared.kept)


def remote_llm(remote: Remote) -> llm.LLM[Any]:
    """Make the client of a language model that is elsewhere."""
    return openai.LLM(model=remote.model, api_key=_key(remote), base_url=remote.url)


def _remote_stt(remote: Remote) -> stt.STT[Any]:
    if remote.name == "deepgram":
        address = f"{remote.url}/listen"
        return DeepgramStt(model=remote.model, api_key=_key(remote), base_url=address)
    return OpenAiStt(model=remote.model, api_key=_key(remote), base_url=remote.url)


def _remote_tts(remote: Remote) -> tts.TTS[Any]:
    if remote.name == "deepgram":
        address = f"{remote.url}/speak"
        return deepgram.TTS(model=remote.model, api_key=_key(remote), base_url=address)
    return openai.TTS(
        model=remote.model, voice=remote.voice, api_key=_key(remote), base_url=remote.url
    )


def _key(remote: Remote) -> str:
    return remote.key or _NO_KEY


def _remedy(role: RoleSettings, name: Provider) -> str:
    if name == "local":
        return ""
    remote = role.remote(name)
    return f"Set {remote.key_variable} to a key that {remote.url} takes, and start again."
