"""How much providers elsewhere may cost, by which prices, and where it is written down."""

from pathlib import Path

import msgspec

from agent_worker.settings.reading import Environment, SettingsError

_BUDGET = "SAYDO_BUDGET_USD"
_PRICES = "SAYDO_PRICES"


class SpendingSettings(msgspec.Struct, frozen=True):
    """How much providers elsewhere may cost, by which prices, and where it is written down."""

    limit_usd: float | None
    """In a month; None: as much as they do."""
    prices: Path | None
    """Prices of one's own, which come before those that ship with Saydo."""
    ledger: Path | None
    """What was used so far; None: nobody keeps it."""


def read_spending(environment: Environment) -> SpendingSettings:
    """Read the budget. Raises SettingsError."""
    prices = environment.get(_PRICES)
    if prices and not Path(prices).expanduser().is_file():
        raise SettingsError(f"{_PRICES} names {prices}, but there is no such file.")
    home = environment.get("XDG_DATA_HOME") or "~/.local/share"
    data = Path(environment.get("SAYDO_DATA") or Path(home) / "saydo").expanduser()
    return SpendingSettings(
        limit_usd=_limit(environment),
        prices=Path(prices).expanduser() if prices else None,
        ledger=data.absolute() / "spending.json",
    )


def _limit(environment: Environment) -> float | None:
    given = environment.get(_BUDGET)
    if not given:
        return None
    try:
        limit = float(given)
    except ValueError:
        limit = -1.0
    if not 0 <= limit < float("inf"):
        raise SettingsError(f"{_BUDGET} is {given!r}: use dollars a month, such as 5 or 2.50.")
    return limit
