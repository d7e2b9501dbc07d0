import pytest
from hypothesis import given
from hypothesis import strategies as st

from control_api.who.passwords.slow_down import (
    FORGOTTEN_AFTER_S,
    FREE_PER_ADDRESS,
    FREE_PER_NAME,
    LONGEST_WAIT_S,
    MOST_KEYS,
    SlowDown,
)
from shared.problems import TooManyRequestsError


def guesses_let_through(slow: SlowDown, name: str, address: str, seconds: int) -> int:
    """Try every second, from second 0 on."""
    through, waits = 0, list[int]()
    for now in range(seconds):
        try:
            slow.begin(name, address, float(now))
        except TooManyRequestsError as refusal:
            waits.append(refusal.retry_after_s)
        else:
            through += 1
    assert all(0 < wait <= LONGEST_WAIT_S for wait in waits)
    return through


def test_a_thousand_guesses_at_once_are_five() -> None:
    slow, through = SlowDown(), 0
    for _ in range(1000):
        try:
            slow.begin("alice", "192.0.2.1", 0.0)
        except TooManyRequestsError:
            continue
        through += 1
    assert through == FREE_PER_NAME


def test_guessing_all_day_is_a_few_hundred_guesses() -> None:
    assert guesses_let_through(SlowDown(), "alice", "192.0.2.1", 24 * 3600) < 310


def test_the_wait_said_is_the_wait_meant() -> None:
    slow = SlowDown()
    now = 0.0
    for _ in range(40):
        try:
            slow.begin("alice", "192.0.2.1", now)
        except TooManyRequestsError as refusal:
            with pytest.raises(TooManyRequestsError):
                slow.begin("alice", "192.0.2.1", now + refusal.retry_after_s - 1.01)
            now += refusal.retry_after_s
            slow.begin("alice", "192.0.2.1", now)


def test_one_address_cannot_try_many_names() -> None:
    slow = SlowDown()
    for count in range(FREE_PER_ADDRESS):
        slow.begin(f"name {count}", "192.0.2.1", 0.0)
    with pytest.raises(TooManyRequestsError):
        slow.begin("another", "192.0.2.1", 0.0)
    slow.begin("another", "192.0.2.2", 0.0)


def test_many_addresses_cannot_try_one_name() -> None:
    slow = SlowDown()
    for count in range(FREE_PER_NAME):
        slow.begin("alice", f"192.0.2.{count}", 0.0)
    with pytest.raises(TooManyRequestsError):
        slow.begin("alice", "192.0.2.99", 0.0)
    slow.begin("bob", "192.0.2.99", 0.0)


def test_a_right_password_forgives_its_name_but_not_what_else_came_from_there() -> None:
    slow = SlowDown()
    # Someone with an account of their own signs in between two guesses at another's.
    for count in range(FREE_PER_ADDRESS):
        slow.begin("own", "192.0.2.1", 0.0)
        slow.succeeded("own", "192.0.2.1")
        slow.begin(f"other {count}", "192.0.2.1", 0.0)
    with pytest.raises(TooManyRequestsError):
        slow.begin("own", "192.0.2.1", 0.0)


def test_failures_are_forgotten_after_an_hour() -> None:
    slow = SlowDown()
    for _ in range(FREE_PER_NAME):
        slow.begin("alice", "192.0.2.1", 0.0)
    later = FORGOTTEN_AFTER_S + 1
    for _ in range(FREE_PER_NAME):
        slow.begin("alice", "192.0.2.1", later)
    with pytest.raises(TooManyRequestsError):
        slow.begin("alice", "192.0.2.1", later)


def test_what_is_remembered_has_a_limit() -> None:
    slow = SlowDown()
    for count in range(MOST_KEYS + 10):
        slow.begin(f"name {count}", f"address {count}", 0.0)
    assert len(slow._names._failures) == len(slow._addresses._failures) == MOST_KEYS


@given(st.lists(st.tuples(st.sampled_from("abc"), st.floats(0, 1e6), st.booleans())))
def test_a_name_never_failed_waits_for_nobody(tries: list[tuple[str, float, bool]]) -> None:
    slow = SlowDown()
    for number, (name, now, good) in enumerate(tries):
        try:
            slow.begin(name, f"address {number}", now)
        except TooManyRequestsError:
            continue
        if good:
            slow.succeeded(name, f"address {number}")
    slow.begin("d", "another", 0.0)
