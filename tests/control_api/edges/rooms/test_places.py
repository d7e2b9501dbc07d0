"""How many may talk at once, by a clock that the test holds."""

import pytest

from control_api.edges.rooms.places import COMES_WITHIN_S, Places
from shared.problems import BusyError

ALICE, BOB = "alice", "bob"


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def places(clock: Clock) -> Places:
    return Places(most=3, most_each=2, clock=clock)


def take(places: Places, *rooms: str, account: str = ALICE, is_shared: bool = False) -> None:
    for room in rooms:
        places.take(room, account, is_shared=is_shared)


def test_the_limit_holds_before_anybody_has_come(places: Places) -> None:
    take(places, "a", "b", "c")
    with pytest.raises(BusyError, match="try again"):
        take(places, "d")


def test_a_place_that_was_left_is_free_at_once(places: Places) -> None:
    take(places, "a", "b", "c")
    for room in "abc":
        places.saw(room, ALICE, people=1)
    with pytest.raises(BusyError):
        take(places, "d")
    places.saw("b", ALICE, people=0)
    take(places, "d")


def test_who_was_let_in_and_does_not_come_loses_the_place(places: Places, clock: Clock) -> None:
    take(places, "a", "b", "c")
    places.saw("a", ALICE, people=1)
    clock.now += COMES_WITHIN_S
    take(places, "d", "e")
    with pytest.raises(BusyError):
        take(places, "f")


def test_nobody_is_taken_for_gone_who_is_only_on_the_way(places: Places) -> None:
    take(places, "a", "b", "c")
    places.saw("a", ALICE, people=0)
    places.only([])
    with pytest.raises(BusyError):
        take(places, "d")


def test_who_has_a_place_keeps_it_when_all_are_taken(places: Places, clock: Clock) -> None:
    take(places, "a", "b", "c")
    places.saw("a", ALICE, people=1)
    clock.now += COMES_WITHIN_S / 2
    take(places, "a", "b")
    clock.now += COMES_WITHIN_S / 2
    take(places, "d")
    with pytest.raises(BusyError):
        take(places, "e")


def test_people_who_were_there_before_us_count(places: Places) -> None:
    for room in "abc":
        places.saw(room, ALICE, people=2)
    with pytest.raises(BusyError):
        take(places, "d")


def test_rooms_that_are_gone_hold_no_place(places: Places) -> None:
    for room in "abc":
        places.saw(room, ALICE, people=1)
    places.only(["a"])
    take(places, "d", "e")


def test_nobody_holds_all_places_where_there_are_others(places: Places) -> None:
    take(places, "a", "b", is_shared=True)
    with pytest.raises(BusyError, match="You have 2 conversations"):
        take(places, "c", is_shared=True)
    take(places, "c", account=BOB, is_shared=True)


def test_who_is_alone_here_may_have_all_of_them(places: Places) -> None:
    take(places, "a", "b", "c", is_shared=False)
