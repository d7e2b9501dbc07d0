import pytest

from agent_worker.conversation.continuation import (
    GOES_ON_WITHIN_S,
    TAKEN_BACK_WITHIN_S,
    Continuation,
    LastTurn,
    joined,
    takes_back,
)
from shared.actions import Undo
from shared.outcomes import Outcome


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "Remind me to call Sarah.",
            "Tomorrow at three.",
            "Remind me to call Sarah tomorrow at three.",
        ),
        ("Remind me to...", "Call Sarah.", "Remind me to call Sarah."),
        ("Tell Bob,", "I am late.", "Tell Bob I am late."),
        ("Add", "TV to groceries.", "Add TV to groceries."),
    ],
)
def test_two_pieces_make_one_sentence(first: str, second: str, expected: str) -> None:
    assert joined(first, second) == expected


class Clock:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 100.0
        monkeypatch.setattr("asyncio.get_running_loop", lambda: self)

    def time(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("gap_s", "expected"),
    [(0.4, True), (GOES_ON_WITHIN_S, True), (GOES_ON_WITHIN_S + 0.1, False), (60.0, False)],
)
def test_only_what_follows_at_once_goes_on(
    gap_s: float, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock(monkeypatch)
    continuation = Continuation()
    continuation.on_speaking(True)
    continuation.on_speaking(False)
    continuation.turn_over("Call Sarah.")
    continuation.became("Call Sarah.", Outcome(outcome="done", command_id="c1"))
    clock.now += gap_s
    continuation.on_speaking(True)
    assert continuation.before("Tomorrow.") == (
        LastTurn("Call Sarah.", "c1", []) if expected else None
    )


def test_a_pause_within_a_turn_is_no_new_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock(monkeypatch)
    continuation = Continuation()
    continuation.on_speaking(False)
    continuation.turn_over("Add milk.")
    clock.now += 10
    continuation.on_speaking(True)
    continuation.on_speaking(False)
    clock.now += 0.3
    continuation.on_speaking(True)
    assert continuation.before("Eggs too.") is None


def test_what_a_turn_goes_on_from_is_still_known_when_it_is_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Clock(monkeypatch)
    continuation = Continuation()
    continuation.on_speaking(False)
    continuation.turn_over("Call Sarah.")
    continuation.on_speaking(True)
    first = continuation.before("Tomorrow.")
    continuation.on_speaking(False)
    continuation.turn_over("Tomorrow.")
    assert continuation.before("Tomorrow.") == first == LastTurn("Call Sarah.", None, [])


@pytest.mark.parametrize(
    "text",
    [
        "No wait.",
        "No, wait!",
        "Wait, no.",
        "No, no, no.",
        "No, keep it.",
        "Keep it, please don't delete it.",
        "Appointment reminder from the list - no, keep it.",
        "Don't.",
        "Actually, no.",
        "Never mind.",
        "On second thought.",
        "Or maybe not.",
        "Just kidding.",
    ],
)
@pytest.mark.parametrize(("gap_s", "expected"), [(TAKEN_BACK_WITHIN_S, True), (6.1, False)])
def test_who_did_not_mean_it_takes_it_back_for_a_while(
    text: str, gap_s: float, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock(monkeypatch)
    continuation = Continuation()
    continuation.on_speaking(False)
    continuation.turn_over("Delete the dentist.")
    continuation.became("Delete the dentist.", Outcome(outcome="done", command_id="c1"))
    clock.now += gap_s
    continuation.on_speaking(True)
    for _ in range(2):
        gone = continuation.taken_back(text)
        assert (gone is not None and gone.command_id == "c1") is expected
        continuation.turn_over(text)


@pytest.mark.parametrize(
    "text", ["No.", "Yes.", "Thanks.", "Tomorrow at three.", "No, make it Friday.", "Don't forget."]
)
def test_other_words_take_nothing_back(text: str) -> None:
    assert not takes_back(text)


def test_what_was_taken_back_stays_so_however_often_no_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Clock(monkeypatch)
    continuation = Continuation()
    continuation.on_speaking(False)
    continuation.turn_over("No wait.")
    undone = Outcome(outcome="done", command_id="c2", actions=[Undo(command_id="c1")])
    continuation.became("Undo that.", undone)
    continuation.on_speaking(True)
    assert continuation.taken_back("No, no, no.") is None


def test_where_nothing_was_done_there_is_nothing_to_take_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Clock(monkeypatch)
    continuation = Continuation()
    continuation.on_speaking(False)
    continuation.turn_over("Which dentist?")
    continuation.on_speaking(True)
    assert continuation.taken_back("No wait.") is None
