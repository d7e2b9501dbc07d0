from pathlib import Path

import msgspec
import pytest

from agent_worker.exam.paper import PARTS
from agent_worker.exam.results import Mark, Result, Results
from agent_worker.for_command_line import ModelReport, answer
from agent_worker.models.catalogue import MODELS, QWEN, SMOLLM2, Model
from agent_worker.models.download import ModelMissingError
from agent_worker.settings.reading import SettingsError


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for variable in ("SAYDO_LLM", "SAYDO_LLM_MODEL", "SAYDO_STT_MODEL"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("SAYDO_MODELS", str(tmp_path))
    return tmp_path


def put_there(model: Model, folder: Path) -> None:
    for file in model.sources[0].files:
        place = folder / model.name / file.name
        place.parent.mkdir(exist_ok=True)
        with place.open("wb") as sparse:
            sparse.truncate(file.size)


def listed() -> dict[str, ModelReport]:
    found = msgspec.convert(answer(["list"]), list[ModelReport], from_attributes=True)
    return {report.name: report for report in found}


def test_each_model_is_listed_with_its_size_and_whether_it_is_here(folder: Path) -> None:
    put_there(QWEN, folder)
    reports = listed()
    assert set(reports) == set(MODELS)
    assert (reports[QWEN.name].is_here, reports[QWEN.name].is_used) == (True, False)
    assert reports[QWEN.name].size == 1_117_320_736
    assert (reports[SMOLLM2.name].is_here, reports[SMOLLM2.name].is_used) == (False, True)


def test_what_a_model_may_is_listed_once_it_is_known(folder: Path) -> None:
    assert listed()[QWEN.name].may is None
    marks = {part: Mark(9, 10) for part in PARTS}
    Results(folder).keep(Result.of_this_exam(QWEN.name, marks))
    assert listed()[QWEN.name].may == ["answer", "talk"]


def test_a_model_of_ones_own_and_a_remote_one_are_listed_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "mine.gguf").write_bytes(b"12345")
    monkeypatch.setenv("SAYDO_LLM_MODEL", str(folder / "mine.gguf"))
    monkeypatch.setenv("SAYDO_LLM", "openai,local")
    monkeypatch.setenv("OPENAI_API_KEY", "k")
    own = set(listed()) - set(MODELS)
    assert own == {"mine.gguf of 5 bytes", "gpt-4.1-mini at https://api.openai.com/v1"}


def test_a_model_that_is_here_is_used_from_then_on(folder: Path) -> None:
    put_there(QWEN, folder)
    used = answer(["use", QWEN.name])
    assert isinstance(used, ModelReport)
    assert used.is_used
    assert listed()[QWEN.name].is_used
    assert not listed()[SMOLLM2.name].is_used


def test_a_model_that_is_not_here_is_not_chosen() -> None:
    with pytest.raises(ModelMissingError, match=r"qwen2\.5-1\.5b"):
        answer(["use", QWEN.name])
    assert listed()[SMOLLM2.name].is_used


@pytest.mark.parametrize("words", [["use", "gpt"], ["get", "gpt"], ["examine", "gpt"], ["dance"]])
def test_what_there_is_none_of_is_said(words: list[str]) -> None:
    with pytest.raises(SettingsError, match=r"There is no model gpt|Nobody asks"):
        answer(words)


def test_a_model_that_is_not_here_cannot_be_examined() -> None:
    with pytest.raises(ModelMissingError):
        answer(["examine", QWEN.name])
