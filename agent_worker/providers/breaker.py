"""Which providers are asked: one that keeps failing is left alone, and probed until it is back.

Conversations are threads of one process and share what they learned: the first one to meet an
outage pays for it, the others don't.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterable
from typing import Literal

import msgspec

from agent_worker.metrics import PROVIDER_ERRORS
from agent_worker.models.catalogue import Role
from agent_worker.providers.faults import Fault

State = Literal["closed", "open", "probing"]

FAILURES = 3
"""In a row, after which a provider is left alone."""
_FIRST_S = 2.0
_LONGEST_S = 120.0
_KEY_FIRST_S = 60.0
_KEY_LONGEST_S = 900.0
"""A key that is refused rarely mends itself."""
_BUSY_S = 5.0
"""For one that is busy and does not say how long."""
_GROWTH = 2.0
_PROBE_WITHIN_S = 30.0
"""Of a probe that is never heard of again, such as that of a conversation that ended."""

_log = logging.getLogger("saydo")


class ProviderState(msgspec.Struct, frozen=True):
    """How one provider is in one role, as the health page tells it."""

    role: Role
    provider: str
    state: State
    failures: int
    """In a row, up to now."""
    fault: str
    """What its last failure was; empty when none was since it last answered."""
    probed_in_s: float
    """Seconds until it is asked whether it is back; 0 when it is used."""


class Breaker:
    """One provider in one role, for all conversations of the worker. Safe to use from threads."""

    def __init__(
        self,
        role: Role,
        provider: str,
        *,
        remedy: str = "",
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """`remedy` says what to do when its key is refused; `now` gives seconds."""
        self.role = role
        self.provider = provider
        self._remedy = remedy
        self._now = now
        self._lock = threading.Lock()
        self._failures = 0
        self._fault: Fault | None = None
        self._interval = 0.0
        """Seconds between its probes; 0 while it is closed."""
        self._probe_at = 0.0
        self._probing_until = 0.0

    @property
    def fault(self) -> Fault | None:
        """What its last failure was; None when it has answered since."""
        with self._lock:
            return self._fault

    @property
    def is_closed(self) -> bool:
        """Whether it may be asked."""
        with self._lock:
            return not self._interval

    @property
    def probe_in_s(self) -> float:
        """Seconds until it may be probed; 0 when that is due."""
        with self._lock:
            return self._until_probe()

    def succeeded(self) -> None:
        """Note that it has answered."""
        with self._lock:
            was_open = bool(self._interval)
            self._failures, self._fault = 0, None
            self._interval = self._probing_until = 0.0
        if was_open:
            _log.info("%s is back (%s).", self.provider, self.role)

    def failed(self, fault: Fault) -> None:
        """Note that it has failed; this may open the breaker."""
        PROVIDER_ERRORS.labels(self.role, self.provider).inc()
        with self._lock:
            self._failures += 1
            self._fault = fault
            if self._interval:
                return
            if self._failures < FAILURES and fault.kind not in {"busy", "key"}:
                return
            self._interval = _KEY_FIRST_S if fault.kind == "key" else _FIRST_S
            self._probe_at = self._now() + self._wait(fault)
        self._log_opening(fault)

    def claim_probe(self) -> bool:
        """Say whether the caller is to probe it now: true for one caller at a time, when due."""
        with self._lock:
            now = self._now()
            if not self._interval or self._until_probe() or now < self._probing_until:
                return False
            self._probing_until = now + _PROBE_WITHIN_S
            return True

    def probe_failed(self, fault: Fault) -> None:
        """Note that it is still not back; the next probe is further away."""
        with self._lock:
            longest = _KEY_LONGEST_S if fault.kind == "key" else _LONGEST_S
            self._interval = min(self._interval * _GROWTH, longest)
            self._fault = fault
            self._probe_at = self._now() + self._wait(fault)
            self._probing_until = 0.0

    def probe_ended(self) -> None:
        """Let others probe it, whatever came of this probe."""
        with self._lock:
            self._probing_until = 0.0

    def state(self) -> ProviderState:
        """Tell how it is now."""
        with self._lock:
            is_probing = self._now() < self._probing_until
            state: State = "closed"
            if self._interval:
                state = "probing" if is_probing else "open"
            fault = self._fault
            return ProviderState(
                role=self.role,
                provider=self.provider,
                state=state,
                failures=self._failures,
                fault=fault.kind if fault else "",
                probed_in_s=round(self._until_probe(), 1),
            )

    def _until_probe(self) -> float:
        return max(0.0, self._probe_at - self._now()) if self._interval else 0.0

    def _wait(self, fault: Fault) -> float:
        if fault.kind == "busy":
            return max(fault.retry_after_s or _BUSY_S, self._interval)
        return self._interval

    def _log_opening(self, fault: Fault) -> None:
        what = f"{fault.kind} ({fault.status})" if fault.status else fault.kind
        if fault.kind == "key":
            _log.error(
                "%s refuses its key (%s, %s). %s", self.provider, self.role, what, self._remedy
            )
            return
        _log.warning("%s is left alone for now (%s): %s.", self.provider, self.role, what)


class Breakers:
    """The breakers of all providers that the settings name. Safe to use from threads."""

    def __init__(self, breakers: Iterable[Breaker]) -> None:
        self._breakers = {(each.role, each.provider): each for each in breakers}

    def of(self, role: Role, provider: str) -> Breaker:
        """Give the breaker of a provider that the settings name."""
        return self._breakers[role, provider]

    def states(self) -> list[ProviderState]:
        """Tell how all of them are now, in their order."""
        return [each.state() for each in self._breakers.values()]
