"""A sample is drawn evenly, so that each kind of case is in it."""

from bench.understanding.__main__ import evenly_drawn
from control_api.evaluation.cases import Case, Home, Placed, Then

CASES = [Placed(Case("kind", str(number), Then()), Home()) for number in range(10)]


def drawn(count: int) -> list[str | list[str]]:
    return [placed.case.say for placed in evenly_drawn(CASES, count)]


def test_it_reaches_from_the_first_to_the_last() -> None:
    assert drawn(5) == ["0", "2", "4", "6", "8"]
    assert drawn(3) == ["0", "3", "6"]


def test_of_fewer_it_takes_all() -> None:
    assert evenly_drawn(CASES, 25) == CASES
    assert evenly_drawn([], 3) == []
