from pathlib import Path

import pytest

from agent_worker.exam.paper import PARTS, Part
from agent_worker.exam.results import Mark, Result, Results
from agent_worker.exam.trusted import name_of, name_of_local, needs_local, thinkers
from agent_worker.settings.models import ModelSettings, read_model_settings
from agent_worker.settings.roles import read_llm
from agent_worker.settings.trust import ALL

HERE = {"OPENAI_API_KEY": "k"}
LOCAL, BOTH = read_llm({}), read_llm({**HERE, "SAYDO_LLM": "openai,local"})
REMOTE = "gpt-4.1-mini at https://api.openai.com/v1"
TALKS: frozenset[Part] = frozenset({"honesty"})
ANSWERS: frozenset[Part] = TALKS | {"facts", "unknown", "own tasks"}


@pytest.fixture
def models(tmp_path: Path) -> ModelSettings:
    """A model of one's own, of which nobody knows anything."""
    (tmp_path / "mine.gguf").write_bytes(b"12345")
    given = {"SAYDO_MODELS": str(tmp_path), "SAYDO_LLM_MODEL": str(tmp_path / "mine.gguf")}
    return read_model_settings(given)


def passed(models: ModelSettings, name: str, parts: frozenset[Part] = frozenset(PARTS)) -> None:
    marks = {part: Mark(10 if part in parts else 0, 10) for part in PARTS}
    Results(models.folder).keep(Result.of_this_exam(name, marks))


def test_models_are_told_apart(models: ModelSettings) -> None:
    assert name_of("local", BOTH, models) == "mine.gguf of 5 bytes"
    assert name_of("openai", BOTH, models) == REMOTE
    assert name_of_local("smollm2-135m") == "smollm2-135m"
    other = read_llm({**HERE, "SAYDO_LLM": "openai", "SAYDO_LLM_OPENAI_MODEL": "gpt-x"})
    assert name_of("openai", other, models) != REMOTE


def test_a_model_without_a_result_may_nothing(models: ModelSettings) -> None:
    chosen = thinkers(LOCAL, models)
    assert (chosen.order, chosen.trust) == (("local",), frozenset())


def test_a_model_may_what_it_has_passed(models: ModelSettings) -> None:
    passed(models, "mine.gguf of 5 bytes", ANSWERS)
    assert thinkers(LOCAL, models).trust == {"talk", "answer"}


def test_what_a_person_says_counts_before_any_result(models: ModelSettings) -> None:
    assert thinkers(LOCAL, models, ALL).trust == ALL
    passed(models, "mine.gguf of 5 bytes")
    assert thinkers(LOCAL, models, frozenset()).trust == frozenset()


def test_a_weaker_model_does_not_step_in_for_a_better_one(models: ModelSettings) -> None:
    passed(models, REMOTE)
    passed(models, "mine.gguf of 5 bytes", ANSWERS)
    assert thinkers(BOTH, models).order == ("openai",)
    passed(models, "mine.gguf of 5 bytes")
    chosen = thinkers(BOTH, models)
    assert (chosen.order, chosen.trust) == (("openai", "local"), ALL)


def test_a_better_model_may_stand_behind_a_weaker_one(models: ModelSettings) -> None:
    passed(models, REMOTE, TALKS)
    passed(models, "mine.gguf of 5 bytes")
    chosen = thinkers(BOTH, models)
    assert chosen.order == ("openai", "local")
    assert chosen.trust == {"talk"}


def test_a_model_that_has_passed_nothing_is_passed_over(models: ModelSettings) -> None:
    passed(models, REMOTE, frozenset())
    passed(models, "mine.gguf of 5 bytes", ANSWERS)
    chosen = thinkers(BOTH, models)
    assert chosen.order == ("local",)
    assert chosen.trust == {"talk", "answer"}


def test_a_local_model_is_only_loaded_where_it_is_of_use(models: ModelSettings) -> None:
    local, remote = "mine.gguf of 5 bytes", read_llm({**HERE, "SAYDO_LLM": "openai"})
    assert not needs_local(remote, models)
    assert needs_local(LOCAL, models), "it has yet to be examined"
    assert not needs_local(LOCAL, models, frozenset())
    assert needs_local(LOCAL, models, ALL)
    passed(models, local, frozenset())
    assert not needs_local(LOCAL, models)
    passed(models, local, ANSWERS)
    assert needs_local(LOCAL, models)
    passed(models, REMOTE)
    assert not needs_local(BOTH, models)
