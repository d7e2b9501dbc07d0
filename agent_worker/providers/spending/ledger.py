"""What was used of each provider, by month; kept in a file, so that a restart forgets nothing.

What a process that is killed had used in its last second is lost, no more.
"""

import contextlib
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import msgspec

from agent_worker.metrics import PROVIDER_COST, PROVIDER_USE
from agent_worker.models.catalogue import Role
from agent_worker.providers.spending.prices import Price, Used

_WRITTEN_EVERY_S = 1.0

Charged = Role | Literal["realtime"]
"""What somebody is paid for: one role, or all of them in one."""

_log = logging.getLogger("saydo")


class Entry(msgspec.Struct, frozen=True):
    """What one model was used for in one month."""

    role: Charged
    provider: str
    model: str
    used: Used
    cost_usd: float
    is_priced: bool
    """Whether all of it had a price; else the cost leaves something out."""


class Kept(msgspec.Struct):
    """What the file holds: months as ``YYYY-MM``, by UTC, as providers count them."""

    months: dict[str, list[Entry]] = {}


class Ledger:
    """What the conversations of a worker use. Safe to use from threads."""

    def __init__(
        self,
        file: Path | None,
        limit_usd: float | None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Go on where `file` ends; None keeps nothing. `limit_usd` holds for a month."""
        self.limit_usd = limit_usd
        self._file = file
        self._now = now
        self._lock = threading.Lock()
        self._kept = _read(file) if file is not None else Kept()
        self._written_at = 0.0
        self._can_write = True

    @property
    def is_spent(self) -> bool:
        """Whether this month's budget is used up."""
        return self.limit_usd is not None and self.month_usd() >= self.limit_usd

    def month_usd(self) -> float:
        """What this month has cost so far, in US dollars."""
        with self._lock:
            return sum(entry.cost_usd for entry in self._kept.months.get(self._month(), ()))

    def add(self, account: "Account", used: Used) -> None:
        """Write down that so much was used."""
        cost = account.price.cost(used) if account.price is not None else 0.0
        names = account.role, account.provider, account.model
        PROVIDER_COST.labels(*names).inc(cost)
        for unit, amount in msgspec.structs.asdict(used).items():
            if amount:
                PROVIDER_USE.labels(*names, unit).inc(amount)
        new = Entry(*names, used, cost, account.price is not None)
        with self._lock:
            entries = self._kept.months.setdefault(self._month(), [])
            for place, entry in enumerate(entries):
                if (entry.role, entry.provider, entry.model) == names:
                    entries[place] = _sum(entry, new)
                    break
            else:
                entries.append(new)
            if time.monotonic() - self._written_at > _WRITTEN_EVERY_S:
                self._write()

    def close(self) -> None:
        """Write down what is not yet."""
        with self._lock:
            if self._kept.months:
                self._write()

    def _month(self) -> str:
        return f"{self._now():%Y-%m}"

    def _write(self) -> None:
        self._written_at = time.monotonic()
        if self._file is None:
            return
        begun = self._file.with_suffix(".part")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            begun.write_bytes(msgspec.json.format(msgspec.json.encode(self._kept)))
            begun.replace(self._file)
        except OSError as error:
            if self._can_write:
                _log.warning("What providers cost can't be written down: %s", error)
            self._can_write = False
        else:
            self._can_write = True


@dataclass(frozen=True)
class Account:
    """One model in one role, and what it costs."""

    ledger: Ledger
    role: Charged
    provider: str
    model: str
    price: Price | None

    def add(self, used: Used) -> None:
        """Write down that so much was used of it."""
        self.ledger.add(self, used)


def read_months(file: Path) -> dict[str, list[Entry]]:
    """Give what a ledger holds by month; empty when there is none.

    Raises:
        OSError: it can't be read.
        msgspec.MsgspecError: it is none.

    """
    with contextlib.suppress(FileNotFoundError):
        return msgspec.json.decode(file.read_bytes(), type=Kept).months
    return {}


def _read(file: Path) -> Kept:
    try:
        return Kept(read_months(file))
    except (OSError, msgspec.MsgspecError) as error:
        aside = file.with_suffix(f".damaged-{int(time.time())}")
        with contextlib.suppress(OSError):
            file.replace(aside)
        _log.error(
            "%s can't be read (%s), so what providers have cost is counted from zero; "
            "it is kept as %s.",
            file,
            error,
            aside.name,
        )
        return Kept()


def _sum(one: Entry, other: Entry) -> Entry:
    return msgspec.structs.replace(
        one,
        used=one.used + other.used,
        cost_usd=one.cost_usd + other.cost_usd,
        is_priced=one.is_priced and other.is_priced,
    )
