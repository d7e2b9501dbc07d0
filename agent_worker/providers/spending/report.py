"""What providers elsewhere have cost, as a person wants to know of it."""

import msgspec

from agent_worker.providers.spending.ledger import Entry, read_months
from agent_worker.settings.reading import SettingsError
from agent_worker.settings.spending import SpendingSettings


class Spent(msgspec.Struct, frozen=True):
    """What providers elsewhere have cost."""

    limit_usd: float | None
    """In a month; None: as much as they do."""
    months: dict[str, list[Entry]]
    """By month, ``YYYY-MM``, the newest first."""


def spent(settings: SpendingSettings) -> Spent:
    """Tell what the ledger holds. Raises SettingsError when it can't be read."""
    try:
        months = read_months(settings.ledger) if settings.ledger else {}
    except (OSError, msgspec.MsgspecError) as error:
        raise SettingsError(f"{settings.ledger} can't be read: {error}") from error
    return Spent(settings.limit_usd, dict(sorted(months.items(), reverse=True)))
