"""What is said in one breath, or one after the other, does what a person means by it."""

from pathlib import Path

import pytest

from control_api.evaluation.cases import Case, Home, Placed, Then, read_cases
from control_api.evaluation.running import run_cases

FILES = ("breaths.jsonl", "told.jsonl", "going_on.jsonl")
SAID = read_cases([Path(__file__).with_name(name) for name in FILES])


def words_of(placed: Placed) -> str:
    return " / ".join(placed.case.sentences)


@pytest.mark.parametrize("placed", SAID, ids=words_of)
def test_it_does_that_and_nothing_else(placed: Placed) -> None:
    (run,) = run_cases([placed])
    assert run.judgement.verdict == "right", run.judgement.why


@pytest.mark.parametrize("piece", ["the milk is fine", "Bob's late", "it is so", "no, the milk"])
def test_a_row_of_remarks_is_read_to_its_end(piece: str) -> None:
    """Each comma that doubled the work would keep this from ever being so."""
    said = ", ".join([piece] * 60)[:700]
    (run,) = run_cases([Placed(Case("remarks", said, Then()), Home())])
    assert not run.outcome.actions
