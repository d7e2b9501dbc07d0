from pathlib import Path
from typing import Any, cast

import pytest
from livekit.agents import llm, stt, tts
from livekit.plugins import deepgram, openai

from agent_worker import providers
from agent_worker.conversation.pipeline import voice_detector
from agent_worker.hearing.recogniser import Recogniser
from agent_worker.model_host.recovery import Recovery
from agent_worker.settings.models import ModelSettings
from agent_worker.settings.roles import read_llm, read_stt, read_tts
from agent_worker.settings.worker import WorkerSettings
from agent_worker.speaking.clips import Clips
from agent_worker.speaking.speaker import Speaker
from agent_worker.thinking.chat import LocalChat
from tests.agent_worker.hosts import ScriptedHost, as_host

KEYS = {"DEEPGRAM_API_KEY": "d", "OPENAI_API_KEY": "o"}


def settings(**chosen: str) -> WorkerSettings:
    environment = KEYS | {f"SAYDO_{role.upper()}": order for role, order in chosen.items()}
    return WorkerSettings(
        livekit_url="ws://127.0.0.1:7880",
        livekit_api_key="k",
        livekit_api_secret="s" * 32,
        api_url="http://127.0.0.1:7300",
        worker_key="w",
        health_port=0,
        max_conversations=1,
        stt=read_stt(environment),
        llm=read_llm(environment),
        tts=read_tts(environment),
        models=ModelSettings(Path(), "whisper-base", "smollm2-135m", ""),
        llm_may=None,
    )


async def chosen(**names: str) -> providers.Providers:
    host = as_host(ScriptedHost())
    recovery = Recovery(host, lambda: None)
    return providers.choose_providers(
        settings(**names),
        recogniser=Recogniser(
            host,
            recovery,
            conversation="r",
            patience=cast("Any", None),
            choose_transcript=cast("Any", None),
        ),
        chat=LocalChat(host, conversation="r"),
        speaker=Speaker(host, recovery, Clips(host, "r")),
        detector=voice_detector(),
    )


async def test_nothing_remote_is_made_unless_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("A remote provider was made.")

    for plugin, names in ((deepgram, ("STT", "TTS")), (openai, ("STT", "LLM", "TTS"))):
        for name in names:
            monkeypatch.setattr(plugin, name, refuse)
    voices = await chosen()
    assert isinstance(voices.stt, Recogniser)
    assert isinstance(voices.llm, LocalChat)
    assert isinstance(voices.tts, Speaker)


async def test_a_remote_provider_is_used_when_named() -> None:
    voices = await chosen(stt="deepgram", llm="openai", tts="openai")
    assert isinstance(voices.stt, deepgram.STT)
    assert isinstance(voices.llm, openai.LLM)
    assert isinstance(voices.tts, openai.TTS)


async def test_several_providers_step_in_for_each_other() -> None:
    voices = await chosen(stt="deepgram,local", llm="local,openai", tts="deepgram,local")
    assert isinstance(voices.stt, stt.FallbackAdapter)
    assert isinstance(voices.llm, llm.FallbackAdapter)
    assert isinstance(voices.tts, tts.FallbackAdapter)
