"""What providers elsewhere have cost is told on the machine where Saydo runs."""

import json
from pathlib import Path

import pytest

from tests.command_line.conftest import Terminal

STT = {
    "role": "stt",
    "provider": "deepgram",
    "model": "nova-3",
    "used": {"seconds": 600.0},
    "cost_usd": 0.048,
    "is_priced": True,
}
OWN = {
    "role": "llm",
    "provider": "openai",
    "model": "llama",
    "used": {"tokens_in": 1200, "tokens_cached": 300, "tokens_out": 40},
    "cost_usd": 0.0,
    "is_priced": False,
}


@pytest.fixture
def data(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = home / "here"
    folder.mkdir()
    monkeypatch.setenv("SAYDO_DATA", str(folder))
    return folder


def test_without_any_there_is_nothing_to_tell(data: Path) -> None:
    assert "Nothing was used" in Terminal().run("spending")


def test_it_is_told_by_month_and_model_with_the_budget(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYDO_BUDGET_USD", "5")
    months = {"2026-10": [STT], "2026-11": [STT, OWN]}
    (data / "spending.json").write_text(json.dumps({"months": months}))
    told = Terminal().run("spending")
    newest = next(line for line in told.splitlines() if "nova-3" in line)
    assert newest.split() == [
        "2026-11",
        "listens",
        "nova-3",
        "10.0",
        "min",
        "of",
        "sound",
        "0.0480",
    ]
    assert "1,500 tokens read, 40 tokens written" in told
    assert "2026-11: 0.05 dollars of 5.00." in told
    assert "no price is known" in told
    assert Terminal().json("spending")["months"]["2026-10"][0]["cost_usd"] == 0.048


def test_a_ledger_that_can_not_be_read_is_named(data: Path) -> None:
    (data / "spending.json").write_text("{")
    assert "spending.json can't be read" in Terminal().run("spending", code=1)
