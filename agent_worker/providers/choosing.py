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
from agent_worker.providers.keys import key_of
from agent_worker.providers.leaving.gate import Gate
from agent_worker.providers.member import Client, Member, Order
from agent_worker.providers.mouths import LocalMouth, Mouth, RemoteMouth
from agent_worker.providers.probing import Probe, probe_host, probe_llm, probe_stt, probe_tts
from agent_worker.providers.remote_stt import DeepgramStt, OpenAiStt
from agent_worker.providers.speaking import SpeakingChain
from agent_worker.providers.spending.accounts import Accounts, make_accounts
from agent_worker.providers.thinking import ThinkingChain
from agent_worker.settings.roles import Provider, Remote, RemoteName, RoleSettings
from agent_worker.settings.worker import WorkerSettings
from agent_worker.speaking.speaker import Speaker
from agent_worker.thinking.apologies import KEY_REFUSED, MADE_AHEAD
from agent_worker.thinking.chat import LocalChat

_LOCAL_WITHIN_S = 8.0
"""Local models share the machine with all else, and are not away because it is busy."""
_LOCAL_WAITS_S = 35.0
"""For a local one that nobody stands in for: a model host that died is back within 30 s."""


@dataclass(frozen=True)
class Shared:
    """What all conversations of the worker share. Safe to use from threads."""

    breakers: Breakers
    accounts: Accounts
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
    gate: Gate
    """What of it all may leave this machine."""

    def on_assistant(self, speaking: bool) -> None:
        """Take in whether the assistant speaks, whose voice may come back by the microphone."""
        if isinstance(self.stt, HearingChain):
            self.stt.is_assistant_speaking = speaking

    async def aclose(self) -> None:
        """Let go of all of them."""
        for chain in (self.stt, self.llm, self.tts):
            await chain.aclose()


def share(settings: WorkerSettings) -> Shared:
    """Make what the conversations share: for each provider in each role a breaker and an account.

    Raises SettingsError where there is a budget, and a provider without a price.
    """
    breakers = Breakers(
        Breaker(role, name, remedy=_remedy(chosen, name))
        for role, chosen in settings.roles.items()
        for name in chosen.order
    )
    return Shared(breakers, make_accounts(settings.spending, settings.roles, settings.realtime))


def choose_providers(
    settings: WorkerSettings, shared: Shared, local: Local, *, tell: Callable[[str], None]
) -> Providers:
    """Take the providers in the order they are named; `tell` says a sentence to the person.

    Nothing remote is made, let alone called, unless it is named, and none without the gate before.
    """
    gate = Gate(settings.may_leave, lambda: shared.accounts.ledger.is_spent, tell)
    for sentence in (*MADE_AHEAD, *KEY_REFUSED.values()):
        gate.add_ours(sentence)
    front = _Front(shared, local, tell, gate)
    return Providers(
        stt=_hearing(settings.stt, front),
        llm=_thinking(settings.llm, front),
        tts=_speaking(settings.tts, front),
        gate=gate,
    )


@dataclass(frozen=True)
class _Front:
    """What the orders of one conversation are made with."""

    shared: Shared
    local: Local
    tell: Callable[[str], None]
    gate: Gate

    def here(self, role: Role, client: Client, within_s: float) -> Member[Client]:
        """Make a member that is on this machine."""
        breaker = self.shared.breakers.of(role, "local")
        return Member(client, breaker, within_s, probe_host(self.local.host))

    def elsewhere(
        self, role: Role, name: RemoteName, client: Client, within_s: float, probe: Probe
    ) -> Member[Client]:
        """Make a member that what is asked leaves this machine for."""
        breaker = self.shared.breakers.of(role, name)
        return Member(client, breaker, within_s, probe, self.shared.accounts.of(role, name))

    def order(self, role: Role, members: list[Member[Client]]) -> Order[Client]:
        """Put members in order, behind the gate."""
        return Order(role, members, self.tell, self.gate)


def _hearing(role: RoleSettings, front: _Front) -> Recogniser | HearingChain:
    local = front.local
    if role.order == ("local",):
        # It waits for its own model host, and gains nothing by a chain of one.
        return local.recogniser
    local.recogniser.is_in_chain = True
    members: list[Member[stt.STT[Any]]] = []
    for name in role.order:
        if name == "local":
            within_s = _LOCAL_WAITS_S if role.order[-1] == "local" else _LOCAL_WITHIN_S
            members.append(front.here("stt", local.recogniser, within_s))
        else:
            client = _remote_stt(role.remote(name))
            client.on("error", remember)
            probe = probe_stt(client, role.within_s)
            members.append(front.elsewhere("stt", name, client, role.within_s, probe))
    return HearingChain(front.order("stt", members), apologise=front.tell)


def _thinking(role: RoleSettings, front: _Front) -> ThinkingChain:
    members: list[Member[llm.LLM[Any]]] = []
    for name in role.order:
        if name == "local":
            members.append(front.here("llm", front.local.chat, _LOCAL_WITHIN_S))
        else:
            client = remote_llm(role.remote(name))
            client.on("error", remember)
            probe = probe_llm(client, role.within_s)
            members.append(front.elsewhere("llm", name, client, role.within_s, probe))
    return ThinkingChain(front.order("llm", members))


def _speaking(role: RoleSettings, front: _Front) -> SpeakingChain:
    members: list[Member[Mouth]] = []
    for name in role.order:
        if name == "local":
            waits = role.order[-1] == "local"
            within_s = _LOCAL_WAITS_S if waits else _LOCAL_WITHIN_S
            mouth: Mouth = LocalMouth(front.local.speaker, waits=waits)
            members.append(front.here("tts", mouth, within_s))
        else:
            voice = _remote_tts(role.remote(name))
            voice.on("error", remember)
            mouth = RemoteMouth(voice, role.within_s)
            probe = probe_tts(mouth)
            members.append(front.elsewhere("tts", name, mouth, role.within_s, probe))
    return SpeakingChain(front.order("tts", members), front.shared.kept)


def remote_llm(remote: Remote) -> llm.LLM[Any]:
    """Make the client of a language model that is elsewhere."""
    return openai.LLM(model=remote.model, api_key=key_of(remote), base_url=remote.url)


def _remote_stt(remote: Remote) -> stt.STT[Any]:
    if remote.name == "deepgram":
        address = f"{remote.url}/listen"
        return DeepgramStt(model=remote.model, api_key=key_of(remote), base_url=address)
    return OpenAiStt(model=remote.model, api_key=key_of(remote), base_url=remote.url)


def _remote_tts(remote: Remote) -> tts.TTS[Any]:
    if remote.name == "deepgram":
        address = f"{remote.url}/speak"
        return deepgram.TTS(model=remote.model, api_key=key_of(remote), base_url=address)
    return openai.TTS(
        model=remote.model, voice=remote.voice, api_key=key_of(remote), base_url=remote.url
    )


def _remedy(role: RoleSettings, name: Provider) -> str:
    if name == "local":
        return ""
    remote = role.remote(name)
    return f"Set {remote.key_variable} to a key that {remote.url} takes, and start again."
