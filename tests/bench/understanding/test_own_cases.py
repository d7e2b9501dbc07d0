"""Our own cases can be read, are many, and none is there twice."""

from collections import Counter

from bench.understanding.__main__ import CASES
from control_api.evaluation.cases import read_cases

PLACED = read_cases(sorted(CASES.glob("*.jsonl")))


def test_there_are_many_and_none_twice() -> None:
    said = Counter(
        (placed.case.home, str(placed.case.given), *placed.case.sentences) for placed in PLACED
    )
    assert not [words for words, times in said.items() if times > 1]
    assert len(PLACED) >= 600


def test_many_must_change_nothing() -> None:
    nothing = [p for p in PLACED if not (p.case.then.tasks or p.case.then.gone)]
    assert len(nothing) >= 150
