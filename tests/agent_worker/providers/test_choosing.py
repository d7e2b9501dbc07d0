from typing import cast

import pytest
from livekit.plugins import deepgram, openai

from agent_worker.hearing.recogniser import Recogniser
from agent_worker.providers.choosing import share
from agent_worker.providers.hearing import HearingChain
from tests.agent_worker.providers.cast import playing, settings


async def test_nothing_remote_is_made_unless_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("A remote provider was made.")

    for plugin, names in ((deepgram, ("STT", "TTS")), (openai, ("STT", "LLM", "TTS"))):
        for name in names:
            monkeypatch.setattr(getattr(plugin, name), "__init__", refuse)
    async with playing({}) as made:
        assert isinstance(made.providers.stt, Recogniser)
        assert made.providers.llm.provider == "saydo"
        assert [m.breaker.provider for m in made.providers.tts.order.members] == ["local"]


async def test_several_providers_step_in_for_each_other_in_their_order() -> None:
    names = {
        "SAYDO_STT": "deepgram,local",
        "SAYDO_LLM": "local,openai",
        "SAYDO_TTS": "openai,local",
    }
    async with playing(names) as made:
        ears = cast("HearingChain", made.providers.stt)
        orders = (ears.order, made.providers.llm.order, made.providers.tts.order)
        assert [[m.breaker.provider for m in order.members] for order in orders] == [
            ["deepgram", "local"],
            ["local", "openai"],
            ["openai", "local"],
        ]


async def test_a_role_takes_the_model_and_the_address_that_are_set_for_it() -> None:
    names = {
        "SAYDO_LLM": "openai",
        "SAYDO_LLM_OPENAI_MODEL": "qwen3",
        "SAYDO_LLM_OPENAI_URL": "http://127.0.0.1:9/v1",
    }
    async with playing(names) as made:
        assert made.providers.llm.model == "qwen3"
        assert made.providers.llm.provider == "127.0.0.1:9"


def test_each_provider_has_a_breaker_in_each_role() -> None:
    chosen = settings(SAYDO_STT="deepgram,local", SAYDO_LLM="openai")
    states = share(chosen).breakers.states()
    assert [(each.role, each.provider, each.state) for each in states] == [
        ("stt", "deepgram", "closed"),
        ("stt", "local", "closed"),
        ("llm", "openai", "closed"),
        ("tts", "local", "closed"),
    ]
