"""Cases are said and heard, but for what only a keyboard can say."""

import pytest

from bench.understanding.spoken import heard_cases
from control_api.evaluation.cases import Case, Home, Placed, Then


def placed(*said: str) -> Placed:
    return Placed(Case(kind="lists", say=list(said), then=Then()), Home())


@pytest.mark.models
def test_what_was_heard_stands_in_place_of_what_was_said() -> None:
    (heard,) = heard_cases([placed("What is on my shopping list?"), placed("add milk #home")])
    (sentence,) = heard.case.sentences
    assert "shopping list" in sentence.lower()
