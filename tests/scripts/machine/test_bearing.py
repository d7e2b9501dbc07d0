from pathlib import Path

import pytest

from scripts.launch import programs
from scripts.machine import bearing


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYDO_MODELS", str(tmp_path / "models"))
    monkeypatch.delenv(bearing.VARIABLE, raising=False)


def keep(text: str) -> None:
    bearing.file().write_text(text, "utf-8")


@pytest.mark.parametrize("text", ["", "no JSON", "{}", "[]", '{"conversations": 3}'])
def test_what_can_not_be_read_is_as_good_as_not_measured(text: str) -> None:
    assert bearing.known() is None
    keep(text)
    assert bearing.known() is None


def test_what_was_measured_elsewhere_does_not_count() -> None:
    keep('{"conversations": 3, "measured_on": "another machine"}')
    assert bearing.known() is None


def test_where_no_model_is_nothing_is_measured() -> None:
    assert bearing.measure() is None
    assert not bearing.file().exists()


def test_what_was_measured_is_the_limit_unless_somebody_has_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert bearing.VARIABLE not in programs.plain_environment()
    keep(f'{{"conversations": 3, "measured_on": "{bearing._machine()}"}}')
    assert bearing.known() == 3
    assert programs.plain_environment()[bearing.VARIABLE] == "3"
    monkeypatch.setenv(bearing.VARIABLE, "7")
    assert programs.plain_environment()[bearing.VARIABLE] == "7"
    monkeypatch.setenv("SAYDO_STT_MODEL", "whisper-small")
    assert bearing.known() is None
