"""The providers of one conversation, made as the worker makes them, over stand-ins."""

import dataclasses
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from livekit.agents.utils import http_context

from agent_worker.hearing.recogniser import Recogniser
from agent_worker.model_host.recovery import Recovery
from agent_worker.providers.choosing import (
    Local,
    Providers,
    Shared,
    choose_providers,
    share,
)
from agent_worker.providers.member import Order
from agent_worker.settings.models import ModelSettings
from agent_worker.settings.privacy import read_may_leave
from agent_worker.settings.roles import read_llm, read_realtime, read_stt, read_tts
from agent_worker.settings.spending import SpendingSettings
from agent_worker.settings.worker import WorkerSettings
from agent_worker.speaking.clips import Clips
from agent_worker.speaking.speaker import Speaker
from agent_worker.thinking.chat import LocalChat
from bench.stand_ins.ways import Way
from tests.agent_worker.hosts import ScriptedHost, as_host

KEYS = {"DEEPGRAM_API_KEY": "d", "OPENAI_API_KEY": "o"}
PATIENT = {f"SAYDO_{role}_WITHIN_S": "60" for role in ("STT", "LLM", "TTS")}
SHORT_S = 0.4
SILENCES = {"silent", "half then silent", "garbage"}
"""Ways to fail that only a deadline ends; garbage is one in what is dropped unread."""


def settings(**environment: str) -> WorkerSettings:
    """Settings of a worker with these variables, everything else as it is by itself."""
    given = KEYS | PATIENT | environment
    return WorkerSettings(
        livekit_url="ws://127.0.0.1:7880",
        livekit_api_key="k",
        livekit_api_secret="s" * 32,
        api_url="http://127.0.0.1:7300",
        worker_key="w",
        health_port=0,
        max_conversations=1,
        stt=read_stt(given),
        llm=read_llm(given),
        tts=read_tts(given),
        models=ModelSettings(Path(), "whisper-base", "smollm2-135m", ""),
        llm_may=None,
        may_leave=read_may_leave(given),
        spending=SpendingSettings(limit_usd=None, prices=None, ledger=None),
        realtime=read_realtime(given),
    )


@dataclasses.dataclass
class Cast:
    """Who plays in one conversation, and what the person was told beside it."""

    providers: Providers
    shared: Shared
    host: ScriptedHost
    told: list[str]


async def _at_once(_: str) -> float:
    return 0.0


async def _as_heard(text: str, _: object) -> str:
    return text


@asynccontextmanager
async def playing(
    environment: Mapping[str, str],
    *,
    host: ScriptedHost | None = None,
    shared: Shared | None = None,
) -> AsyncIterator[Cast]:
    """Make the providers that the variables name, as a conversation does."""
    chosen = settings(**environment)
    scripted = host or ScriptedHost()
    model_host = as_host(scripted)
    recovery = Recovery(model_host, lambda: None)
    local = Local(
        host=model_host,
        recogniser=Recogniser(
            model_host,
            recovery,
            conversation="r",
            patience=_at_once,
            choose_transcript=_as_heard,
        ),
        chat=LocalChat(model_host, conversation="r"),
        speaker=Speaker(model_host, recovery, Clips(model_host, "r")),
    )
    told: list[str] = []
    shared = shared or share(chosen)
    async with http_context.open():
        providers = choose_providers(chosen, shared, local, tell=told.append)
        try:
            yield Cast(providers, shared, scripted, told)
        finally:
            await providers.aclose()


def hurry(order: Order[Any], way: Way = "silent", *, within_s: float = SHORT_S) -> None:
    """Let the first be silent for a moment only, where `way` is a silence.

    Whoever answers in time in the end is waited for, however slow the machine is.
    """
    if way in SILENCES:
        first, *others = order.members
        order.members = (dataclasses.replace(first, within_s=within_s), *others)
