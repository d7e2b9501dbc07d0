"""What was used is remembered by month, also over a restart."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from agent_worker.providers.spending.ledger import Account, Ledger, read_months
from agent_worker.providers.spending.prices import Price, Used

NOVEMBER = datetime(2026, 11, 30, 23, 59, tzinfo=UTC)
DECEMBER = datetime(2026, 12, 1, 0, 1, tzinfo=UTC)
A_DOLLAR_A_MINUTE = Price(as_of=date(2026, 11, 30), source="made up", minute=1.0)
MINUTE = Used(seconds=60)


def account(ledger: Ledger, price: Price | None = A_DOLLAR_A_MINUTE) -> Account:
    return Account(ledger, "stt", "deepgram", "nova-3", price)


def is_spent(ledger: Ledger) -> bool:
    return ledger.is_spent


def test_the_budget_is_spent_once_that_much_was_used() -> None:
    ledger = Ledger(None, limit_usd=2.0)
    account(ledger).add(MINUTE)
    assert not is_spent(ledger)
    account(ledger).add(MINUTE)
    assert is_spent(ledger)
    assert ledger.month_usd() == pytest.approx(2.0)


def test_a_budget_of_nothing_is_spent_from_the_beginning_and_none_never() -> None:
    assert Ledger(None, limit_usd=0.0).is_spent
    ledger = Ledger(None, limit_usd=None)
    account(ledger).add(Used(seconds=1e9))
    assert not is_spent(ledger)


def test_a_new_month_has_its_own_budget_and_the_old_one_stays_known(tmp_path: Path) -> None:
    now = [NOVEMBER]
    ledger = Ledger(tmp_path / "spending.json", limit_usd=1.0, now=lambda: now[0])
    account(ledger).add(MINUTE)
    assert is_spent(ledger)
    now[0] = DECEMBER
    assert not is_spent(ledger)
    account(ledger).add(Used(seconds=6))
    ledger.close()
    months = read_months(tmp_path / "spending.json")
    assert [entry.cost_usd for entry in months["2026-11"]] == [pytest.approx(1.0)]
    assert [entry.cost_usd for entry in months["2026-12"]] == [pytest.approx(0.1)]


def test_a_restart_goes_on_where_it_ended(tmp_path: Path) -> None:
    for _ in range(2):
        ledger = Ledger(tmp_path / "spending.json", limit_usd=2.0)
        account(ledger).add(MINUTE)
        ledger.close()
    assert Ledger(tmp_path / "spending.json", limit_usd=2.0).is_spent


def test_what_was_used_first_is_kept_at_once_since_a_kill_closes_nothing(tmp_path: Path) -> None:
    account(Ledger(tmp_path / "spending.json", limit_usd=1.0)).add(MINUTE)
    assert Ledger(tmp_path / "spending.json", limit_usd=1.0).is_spent


def test_what_has_no_price_is_counted_and_marked(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "spending.json", limit_usd=None)
    account(ledger).add(MINUTE)
    account(ledger, None).add(MINUTE)
    ledger.close()
    (entry,) = next(iter(read_months(tmp_path / "spending.json").values()))
    assert entry.used == Used(seconds=120)
    assert not entry.is_priced


def test_a_damaged_file_is_kept_aside_and_told_of(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "spending.json").write_text('{"months": ')
    assert Ledger(tmp_path / "spending.json", limit_usd=1.0).month_usd() == 0
    assert [file.read_text() for file in tmp_path.glob("spending.damaged-*")] == ['{"months": ']
    assert "counted from zero" in caplog.text


def test_a_disk_that_takes_nothing_stops_nobody(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "data").write_text("a file in the place of the folder")
    ledger = Ledger(tmp_path / "spending.json", limit_usd=3.0)
    ledger._file = tmp_path / "data" / "spending.json"
    account(ledger).add(MINUTE)
    ledger.close()
    assert ledger.month_usd() == pytest.approx(1.0)
    assert caplog.text.count("can't be written down") == 1
