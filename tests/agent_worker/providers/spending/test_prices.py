from pathlib import Path

import pytest

from agent_worker.providers.spending.prices import Price, Prices, Used
from agent_worker.settings.reading import SettingsError
from agent_worker.settings.roles import read_llm, read_stt, read_tts

OWN = """
openai:
  gpt-4.1-mini: {million_tokens_in: 100, as_of: 2026-11-30, source: my contract}
  llama-*: {as_of: 2026-11-30, source: my own machine}
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "prices.yaml").write_text(OWN)
    return tmp_path / "prices.yaml"


def price(provider: str, model: str) -> Price:
    found = Prices().of(provider, model)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("provider", "model", "used", "dollars"),
    [
        ("deepgram", "nova-3", Used(seconds=600), 0.048),
        ("deepgram", "aura-2-andromeda-en", Used(characters=10_000), 0.30),
        ("openai", "tts-1", Used(characters=10_000), 0.15),
        ("openai", "gpt-4o-mini-transcribe", Used(seconds=120), 0.006),
        (
            "openai",
            "gpt-4.1-mini",
            Used(tokens_in=500_000, tokens_cached=500_000, tokens_out=250_000),
            0.2 + 0.05 + 0.4,
        ),
        (
            "openai",
            "gpt-realtime-2.1-mini",
            Used(audio_in=100_000, audio_cached=1_000_000, audio_out=50_000, tokens_out=1_000_000),
            1.0 + 0.3 + 1.0 + 2.4,
        ),
    ],
)
def test_what_is_used_costs_what_the_list_says(
    provider: str, model: str, used: Used, dollars: float
) -> None:
    assert price(provider, model).cost(used) == pytest.approx(dollars)


def test_a_snapshot_costs_what_its_model_does_and_a_longer_name_is_another_model() -> None:
    assert price("openai", "gpt-4.1-mini-2025-04-14") == price("openai", "gpt-4.1-mini")
    assert price("openai", "gpt-4o-mini-tts") != price("openai", "gpt-4o-mini")
    assert Prices().of("openai", "gpt-4o-mini-realtime-preview") is None


def test_one_s_own_prices_come_first(own: Path) -> None:
    prices = Prices(own)
    mine = prices.of("openai", "gpt-4.1-mini")
    free = prices.of("openai", "llama-3-8b")
    assert mine is not None
    assert free is not None
    assert mine.cost(Used(tokens_in=10_000)) == pytest.approx(1.0)
    assert free.cost(Used(tokens_in=10_000_000)) == 0
    assert prices.of("openai", "tts-1") == price("openai", "tts-1")


@pytest.mark.parametrize("text", ["openai: {m: {minutes: 3}}", "- 1", "openai: {m: {minute: 3}}"])
def test_a_list_that_is_none_is_refused_by_name(tmp_path: Path, text: str) -> None:
    (tmp_path / "wrong.yaml").write_text(text)
    with pytest.raises(SettingsError, match=r"wrong\.yaml can't be read"):
        Prices(tmp_path / "wrong.yaml")


def test_each_model_that_is_used_by_itself_has_a_price() -> None:
    keys = {"DEEPGRAM_API_KEY": "d", "OPENAI_API_KEY": "o"}
    chosen = [
        read_stt({"SAYDO_STT": "deepgram,openai"} | keys),
        read_llm({"SAYDO_LLM": "openai"} | keys),
        read_tts({"SAYDO_TTS": "deepgram,openai"} | keys),
    ]
    remotes = [remote for role in chosen for remote in role.remotes]
    assert len(remotes) == 5
    for remote in remotes:
        assert price(remote.name, remote.model).source.startswith("https://")
