from pathlib import Path

import pytest

from agent_worker.models.catalogue import QWEN, SMOLLM2, WHISPER_TINY_EN
from agent_worker.models.choice import choose, chosen
from agent_worker.settings.models import read_model_settings


def test_nothing_is_chosen_at_first(tmp_path: Path) -> None:
    assert chosen(tmp_path) == {}


def test_a_choice_is_kept_for_each_role(tmp_path: Path) -> None:
    choose(SMOLLM2, tmp_path / "models")
    choose(WHISPER_TINY_EN, tmp_path / "models")
    choose(QWEN, tmp_path / "models")
    assert chosen(tmp_path / "models") == {"llm": QWEN.name, "stt": WHISPER_TINY_EN.name}


def test_a_choice_is_used_and_a_variable_counts_before_it(tmp_path: Path) -> None:
    choose(QWEN, tmp_path)
    environment = {"SAYDO_MODELS": str(tmp_path)}
    assert read_model_settings(environment).llm_model == QWEN.name
    named = environment | {"SAYDO_LLM_MODEL": SMOLLM2.name}
    assert read_model_settings(named).llm_model == SMOLLM2.name


@pytest.mark.parametrize("damage", [b"", b"[]", b'{"llm": 7}', b'{"ears": "x"}', b"\xff"])
def test_a_damaged_choice_is_none(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "chosen.json").write_bytes(damage)
    assert chosen(tmp_path) == {}


def test_a_model_that_is_not_known_any_more_or_plays_another_role_is_not_used(
    tmp_path: Path,
) -> None:
    (tmp_path / "chosen.json").write_bytes(b'{"llm": "gone-1b", "stt": "smollm2-135m"}')
    assert chosen(tmp_path) == {}
