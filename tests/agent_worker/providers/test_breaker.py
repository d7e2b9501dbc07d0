import threading
from dataclasses import dataclass

import pytest
from prometheus_client import REGISTRY

from agent_worker.providers.breaker import FAILURES, Breaker
from agent_worker.providers.faults import Fault

AWAY = Fault("unreachable")


@dataclass
class Clock:
    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def breaker(clock: Clock) -> Breaker:
    return Breaker("llm", "openai", remedy="Set KEY.", now=clock)


def opened(breaker: Breaker) -> Breaker:
    for _ in range(FAILURES):
        breaker.failed(AWAY)
    return breaker


def test_it_opens_after_three_failures_in_a_row(breaker: Breaker) -> None:
    breaker.failed(AWAY)
    breaker.failed(AWAY)
    breaker.succeeded()
    breaker.failed(AWAY)
    breaker.failed(AWAY)
    assert breaker.is_closed
    breaker.failed(AWAY)
    assert not breaker.is_closed


def test_a_probe_is_due_at_growing_intervals(breaker: Breaker, clock: Clock) -> None:
    opened(breaker)
    waits = []
    for _ in range(8):
        assert not breaker.claim_probe()
        waits.append(breaker.probe_in_s)
        clock.now += breaker.probe_in_s
        assert breaker.claim_probe()
        breaker.probe_failed(AWAY)
    assert waits == [2, 4, 8, 16, 32, 64, 120, 120]


def test_one_caller_probes_at_a_time(breaker: Breaker, clock: Clock) -> None:
    opened(breaker)
    clock.now += 2
    claimed: list[bool] = []
    callers = [
        threading.Thread(target=lambda: claimed.append(breaker.claim_probe())) for _ in range(8)
    ]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    assert sorted(claimed) == [False] * 7 + [True]
    assert breaker.state().state == "probing"


def test_a_probe_that_is_never_heard_of_again_holds_nobody_back(
    breaker: Breaker, clock: Clock
) -> None:
    opened(breaker)
    clock.now += 2
    assert breaker.claim_probe()
    clock.now += 30
    assert breaker.claim_probe()


def test_a_probe_that_is_answered_closes_it(breaker: Breaker, clock: Clock) -> None:
    opened(breaker)
    clock.now += 2
    assert breaker.claim_probe()
    breaker.succeeded()
    assert breaker.is_closed
    assert breaker.state().failures == 0
    assert not breaker.claim_probe()


def test_who_is_busy_is_left_alone_for_as_long_as_it_asks(breaker: Breaker) -> None:
    breaker.failed(Fault("busy", 429, retry_after_s=40))
    assert not breaker.is_closed
    assert breaker.probe_in_s == 40


def test_a_key_that_is_refused_is_not_tried_again_soon(
    breaker: Breaker, caplog: pytest.LogCaptureFixture
) -> None:
    breaker.failed(Fault("key", 401))
    breaker.failed(Fault("key", 401))
    assert breaker.probe_in_s == 60
    assert [r.getMessage() for r in caplog.records] == [
        "openai refuses its key (llm, key (401)). Set KEY."
    ]


def test_each_failure_is_counted(breaker: Breaker) -> None:
    def count() -> float:
        labels = {"role": "llm", "provider": "openai"}
        return REGISTRY.get_sample_value("saydo_provider_errors_total", labels) or 0

    before = count()
    opened(breaker)
    assert count() == before + FAILURES


def test_it_tells_how_it_is(breaker: Breaker, clock: Clock) -> None:
    assert breaker.state().state == "closed"
    opened(breaker)
    clock.now += 0.5
    state = breaker.state()
    assert (state.state, state.failures, state.fault, state.probed_in_s) == (
        "open",
        3,
        "unreachable",
        1.5,
    )
