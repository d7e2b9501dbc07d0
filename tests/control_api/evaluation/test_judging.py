"""A case is right when what is stored afterwards is what it says, and nothing else is."""

from typing import Any

import pytest

from control_api.evaluation.cases import Then
from control_api.evaluation.judging import State, judge
from shared.outcomes import Outcome, OutcomeKind

MILK: dict[str, Any] = {"title": "Milk", "due": None, "tags": [], "updated_at": "1"}
WORK: dict[str, Any] = {"kind": "project", "name": "Work"}
BEFORE = State({"m": MILK}, {"w": WORK})


def after(**tasks: dict[str, Any] | None) -> State:
    kept = {key: value for key, value in ({"m": MILK} | tasks).items() if value is not None}
    return State(kept, BEFORE.things)


def verdict(then: Then, state: State, outcome: OutcomeKind = "done", reply: str = "") -> str:
    return judge(then, BEFORE, state, Outcome(outcome=outcome, reply=reply)).verdict


EGGS: dict[str, Any] = {"title": "Eggs", "due": "2026-11-22", "repeat": {"rule": "FREQ=DAILY"}}
MADE = after(e=EGGS)
WEEKLY = EGGS | {"repeat": {"rule": "INTERVAL=2;FREQ=WEEKLY;BYDAY=SU"}}
MOVED = after(m=MILK | {"due": "2026-11-22", "updated_at": "2"})


@pytest.mark.parametrize(
    ("then", "state"),
    [
        (Then(tasks=[{"title": "eggs"}]), MADE),
        (Then(tasks=[{"title": "Eggs", "repeat": "FREQ=DAILY"}]), MADE),
        (Then(tasks=[{"title": "Eggs", "repeat": "FREQ=WEEKLY;INTERVAL=2"}]), after(e=WEEKLY)),
        (Then(tasks=[{"title": "Milk", "due": "2026-11-22"}]), MOVED),
        (Then(gone=["milk"]), after(m=None)),
        (Then(), after()),
        (Then(), after(m=MILK | {"updated_at": "2"})),
        (Then(things=[{"kind": "project", "name": "home"}]), State(
            BEFORE.tasks, {**BEFORE.things, "h": {"kind": "project", "name": "Home"}}
        )),
        (Then(gone_things=["Work"], things=[]), State(BEFORE.tasks, {})),
    ],
)  # fmt: skip
def test_what_is_expected_is_right(then: Then, state: State) -> None:
    assert verdict(then, state) == "right"


@pytest.mark.parametrize(
    ("then", "state"),
    [
        (Then(tasks=[{"title": "Eggs", "due": None}]), MADE),
        (Then(tasks=[{"title": "Bread"}]), MADE),
        (Then(tasks=[{"title": "Eggs", "repeat": "FREQ=WEEKLY"}]), after(e=WEEKLY)),
        (Then(), MADE),
        (Then(tasks=[{"title": "Eggs"}], gone=["Milk"]), MADE),
        (Then(tasks=[{"title": "Eggs"}]), after(e=EGGS, b={"title": "Bread"})),
        (Then(), after(m=None)),
        (Then(things=[]), State(BEFORE.tasks, {"w": WORK | {"name": "Job"}})),
    ],
)
def test_another_change_is_wrong(then: Then, state: State) -> None:
    assert verdict(then, state) == "wrong"


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        ("clarify", "asked or refused"),
        ("refused", "asked or refused"),
        ("needs_approval", "asked or refused"),
        ("not_a_command", "left alone"),
        ("done", "wrong"),
    ],
)
def test_to_do_nothing_is_better_than_to_do_something_else(
    outcome: OutcomeKind, expected: str
) -> None:
    assert verdict(Then(tasks=[{"title": "Eggs"}]), after(), outcome) == expected


def test_an_answer_must_be_the_expected_one() -> None:
    then = Then(outcome=["clarify", "refused"], reply="which one")
    assert verdict(then, after(), "clarify", "Which one do you mean?") == "right"
    assert verdict(then, after(), "clarify", "When?") == "asked or refused"
    assert verdict(then, after(), "done", "Which one do you mean?") == "wrong"
    assert verdict(then, MADE, "clarify", "Which one do you mean?") == "wrong"


CATHERINE = after(c={"title": "Call Catherine", "due": None})


def by_ear(then: Then, before: State = BEFORE, state: State = CATHERINE) -> str:
    def sounds_same(one: str, other: str) -> bool:
        return {one, other} == {"Call Kathryn", "Call Catherine"}

    return judge(then, before, state, Outcome(outcome="done"), sounds_same).verdict


def test_a_new_word_may_be_spelt_as_it_sounds() -> None:
    said = Then(tasks=[{"title": "Call Kathryn", "due": None}])
    assert verdict(said, CATHERINE) == "wrong"
    assert by_ear(said) == "right"
    assert by_ear(Then(tasks=[{"title": "Call Karen"}])) == "wrong"


@pytest.mark.parametrize(
    "known",
    [
        State({"m": MILK, "k": {"title": "Write to Kathryn"}}, BEFORE.things),
        State(BEFORE.tasks, {**BEFORE.things, "k": {"kind": "person", "name": "Kathryn"}}),
    ],
)
def test_a_word_that_somebody_has_must_be_spelt_as_they_do(known: State) -> None:
    said = Then(tasks=[{"title": "Call Kathryn", "due": None}])
    state = State({**known.tasks, "c": CATHERINE.tasks["c"]}, known.things)
    assert by_ear(said, known, state) == "wrong"
