"""Models are listed, fetched and chosen on the machine where Saydo runs."""

from pathlib import Path

import pytest

from tests.command_line.conftest import Terminal


@pytest.fixture(autouse=True)
def models(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAYDO_MODELS", str(home / "models"))
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    return home / "models"


def test_known_models_are_listed_with_what_they_may() -> None:
    told = Terminal().run("models", "list")
    small = next(line for line in told.splitlines() if line.startswith("smollm2-135m"))
    assert "98 MB" in small
    assert "nothing" in small
    large = next(line for line in told.splitlines() if line.startswith("qwen2.5-1.5b"))
    assert "1,117 MB" in large
    assert "not examined yet" in large
    names = [each["name"] for each in Terminal().json("models", "list")["items"]]
    assert {"whisper-base", "piper-joe", "smollm2-135m"} <= set(names)


def test_a_model_that_is_not_here_is_told_with_the_remedy() -> None:
    told = Terminal().run("models", "use", "qwen2.5-1.5b", code=1)
    assert "saydo models get qwen2.5-1.5b" in told


def test_a_model_that_there_is_none_of_is_told() -> None:
    for command in ("use", "get", "examine"):
        assert "There is no model gpt" in Terminal().run("models", command, "gpt", code=1)


def test_a_model_that_cannot_be_had_is_told(models: Path) -> None:
    assert "qwen2.5-1.5b" in Terminal().run("models", "get", "qwen2.5-1.5b", code=1)
    assert not (models / "qwen2.5-1.5b").exists()
