"""Guessing takes ever longer: after failures for one name, and after failures from one address."""

import math
from collections import OrderedDict

import msgspec

from shared.problems import TooManyRequestsError

FREE_PER_NAME = 5
FREE_PER_ADDRESS = 20
"""Failures without a wait: several people may come from one address."""
LONGEST_WAIT_S = 300.0
FORGOTTEN_AFTER_S = 3600.0
MOST_KEYS = 10_000
"""Remembered at once; the one that failed longest ago is forgotten first."""


class _Failures(msgspec.Struct):
    count: int
    last: float


class _Ledger:
    """Failures by key. Times are of one clock, seconds."""

    def __init__(self, free: int) -> None:
        self._free = free
        self._failures: OrderedDict[str, _Failures] = OrderedDict()

    def wait_s(self, key: str, now: float) -> float:
        """Seconds until another try is let through; 0 when it is now."""
        failures = self._failures.get(key)
        if failures is None or now - failures.last > FORGOTTEN_AFTER_S:
            return 0.0
        over = failures.count - self._free
        # The power is bounded first: after a week of guessing it would be no float any more.
        wait = 0.0 if over < 0 else min(2.0 ** min(over, 20), LONGEST_WAIT_S)
        return max(failures.last + wait - now, 0.0)

    def add(self, key: str, now: float) -> None:
        """Count a failure."""
        failures = self._failures.pop(key, None)
        if failures is None or now - failures.last > FORGOTTEN_AFTER_S:
            failures = _Failures(0, now)
        self._failures[key] = _Failures(failures.count + 1, now)
        if len(self._failures) > MOST_KEYS:
            self._failures.popitem(last=False)

    def take_back(self, key: str) -> None:
        """Count one failure less."""
        if key in self._failures:
            self._failures[key].count -= 1

    def forget(self, key: str) -> None:
        """Count from nothing again."""
        self._failures.pop(key, None)


class SlowDown:
    """Who has guessed how often lately. In memory: a restart of the server forgives."""

    def __init__(self) -> None:
        self._names = _Ledger(FREE_PER_NAME)
        self._addresses = _Ledger(FREE_PER_ADDRESS)

    def begin(self, name: str, address: str, now: float) -> None:
        """Count a try as failed before it is looked at, so that many at once count too.

        Whether there is such a name makes no difference. Raises `TooManyRequestsError`.
        """
        _refuse(max(self._names.wait_s(name, now), self._addresses.wait_s(address, now)))
        self._names.add(name, now)
        self._addresses.add(address, now)

    def begin_from(self, address: str, now: float) -> None:
        """Count a try that names nobody. Raises `TooManyRequestsError`."""
        _refuse(self._addresses.wait_s(address, now))
        self._addresses.add(address, now)

    def succeeded(self, name: str, address: str) -> None:
        """Take the count of the last try back. What else failed from there stays counted."""
        self._names.forget(name)
        self._addresses.take_back(address)


def _refuse(wait_s: float) -> None:
    if wait_s > 0:
        seconds = math.ceil(wait_s)
        raise TooManyRequestsError(
            f"That was wrong too often. Wait {seconds} seconds, then try again.",
            retry_after_s=seconds,
        )
