"""When a room gets another agent, as rules over what was seen; times are seconds of one clock."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from control_api.edges.rooms.dispatch import Occupancy, Sent
from control_api.edges.rooms.watchdog import GRACE_S, JOIN_PATIENCE_S, LONGEST_PAUSE_S, Watch

ALONE = Occupancy(people=1, agents=frozenset())
SERVED = Occupancy(people=1, agents=frozenset({"agent-1"}))
EMPTY = Occupancy(people=0, agents=frozenset())
NOBODY = Sent(dispatches=frozenset({"first"}), accepted=frozenset())
ACCEPTED = Sent(dispatches=frozenset({"first"}), accepted=frozenset({"agent-1"}))


def test_the_first_dispatch_is_given_its_time() -> None:
    watch = Watch()
    watch.saw(ALONE, 0)
    assert not watch.overdue(GRACE_S - 0.01)
    assert watch.overdue(GRACE_S)


def test_a_room_with_an_agent_is_left_alone() -> None:
    watch = Watch()
    watch.saw(SERVED, 0)
    assert not watch.overdue(1000)


def test_an_empty_room_gets_no_agent() -> None:
    watch = Watch()
    watch.saw(ALONE, 0)
    watch.saw(EMPTY, 1)
    assert not watch.overdue(1000)


def test_no_second_agent_is_sent_while_one_is_on_its_way() -> None:
    watch = Watch()
    watch.saw(ALONE, 0)
    assert not watch.needs_agent(ACCEPTED, 2)
    assert not watch.needs_agent(ACCEPTED, 2 + JOIN_PATIENCE_S - 0.01)
    assert watch.needs_agent(ACCEPTED, 2 + JOIN_PATIENCE_S)


def test_an_agent_that_was_there_and_left_is_replaced_without_waiting() -> None:
    watch = Watch()
    watch.saw(SERVED, 0)
    watch.saw(ALONE, 10)
    assert watch.overdue(10)
    assert watch.needs_agent(ACCEPTED, 10)


def test_what_was_sent_before_a_worker_came_is_sent_again_at_once() -> None:
    watch = Watch()
    watch.saw(ALONE, 0)
    watch.was_sent(10)
    assert not watch.overdue(11)
    watch.worker_came(11)
    assert watch.due(11)
    assert watch.overdue(11)
    watch.was_sent(11.1)
    assert not watch.overdue(12)
    assert watch.overdue(11.1 + LONGEST_PAUSE_S)


def test_an_agent_nobody_accepted_is_asked_for_again() -> None:
    watch = Watch()
    watch.saw(ALONE, 0)
    assert watch.needs_agent(NOBODY, 2)


def test_agents_are_sent_at_a_bounded_rate_until_one_comes() -> None:
    watch = Watch()
    watch.saw(ALONE, 0)
    sent_at = []
    for tenths in range(6000):
        now = tenths / 10
        if watch.overdue(now) and watch.needs_agent(NOBODY, now):
            watch.was_sent(now)
            sent_at.append(now)
    pauses = [round(b - a, 1) for a, b in pairwise(sent_at)]
    assert min(pauses) >= 2
    assert max(pauses) <= LONGEST_PAUSE_S + 0.1
    assert pauses[0] < pauses[-1]


@given(
    st.lists(st.tuples(st.floats(0.1, 20), st.sampled_from([ALONE, SERVED, EMPTY])), max_size=40)
)
def test_a_first_agent_is_only_sent_to_a_person_who_has_waited(
    looks: list[tuple[float, Occupancy]],
) -> None:
    watch = Watch()
    now = 0.0
    alone_since: float | None = None
    had_one = False
    for step, occupancy in looks:
        now += step
        watch.saw(occupancy, now)
        had_one = had_one or occupancy is SERVED
        if occupancy is not ALONE:
            alone_since = None
        elif alone_since is None:
            alone_since = now
        if watch.overdue(now):
            assert alone_since is not None
            assert had_one or now - alone_since >= GRACE_S
