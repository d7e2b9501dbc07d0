from pathlib import Path

import pytest

from agent_worker.settings.reading import SettingsError
from agent_worker.settings.spending import read_spending


def test_without_a_budget_what_was_used_is_written_down_all_the_same() -> None:
    settings = read_spending({"SAYDO_DATA": "/data"})
    assert settings.limit_usd is None
    assert settings.ledger == Path("/data/spending.json")


@pytest.mark.parametrize(("given", "dollars"), [("5", 5.0), ("2.50", 2.5), ("0", 0.0)])
def test_a_budget_is_dollars(given: str, dollars: float) -> None:
    assert read_spending({"SAYDO_BUDGET_USD": given}).limit_usd == dollars


@pytest.mark.parametrize("given", ["5 EUR", "-1", "inf", "nan", "much"])
def test_anything_else_is_refused(given: str) -> None:
    with pytest.raises(SettingsError, match="SAYDO_BUDGET_USD"):
        read_spending({"SAYDO_BUDGET_USD": given})


def test_a_list_of_prices_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="there is no such file"):
        read_spending({"SAYDO_PRICES": str(tmp_path / "none.yaml")})
