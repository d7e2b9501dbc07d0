import pytest
from livekit.agents.llm import ChatContext

from agent_worker.conversation.turns import (
    COMPLETE_S,
    SENTENCE_S,
    UNFINISHED_S,
    UNSURE_S,
    EndOfTurn,
    WordsTurnDetector,
)
from shared.actions import CreateTask, ListTasks, Undo
from shared.outcomes import Outcome

DATED = Outcome(outcome="planned", confidence=0.95, actions=[CreateTask("x", due="2026-11-24")])
UNDATED = Outcome(outcome="planned", confidence=0.95, actions=[CreateTask("x")])
LISTED = Outcome(
    outcome="planned",
    confidence=0.95,
    actions=[ListTasks(due_from="2026-11-27", due_to="2026-11-27")],
)
ALL_LISTED = Outcome(outcome="planned", confidence=0.95, actions=[ListTasks()])
MISHEARD = Outcome(outcome="planned", actions=[Undo()], confidence=0.72, reply="Undone.")
CUT_OFF = Outcome(
    outcome="planned", confidence=0.95, complete=False, actions=[CreateTask("x", due="2026-11-24")]
)
UNSURE = Outcome(outcome="planned", confidence=0.5, actions=[ListTasks()])
WHICH = Outcome(outcome="clarify", confidence=0.9, reply="Which one: A, or B?", options=["A", "B"])
WHAT = Outcome(outcome="clarify", confidence=0.9, reply="What should I remind you of?")
CHAT = Outcome(outcome="not_a_command")
DANGLING = Outcome(outcome="planned", confidence=0.95, dangling=True, actions=[CreateTask("x")])
BEYOND = Outcome(outcome="refused", confidence=0.9, reply="I can't do that.")


@pytest.mark.parametrize(
    ("text", "outcome", "sounds_over", "expected"),
    [
        ("Call Sarah tomorrow at three.", DATED, True, COMPLETE_S),
        ("Call Sarah tomorrow at three", DATED, True, COMPLETE_S),
        ("What's on for Friday?", LISTED, False, COMPLETE_S),
        ("Done with the call of Sarah.", WHICH, True, COMPLETE_S),
        ("Remind me to call Sarah.", UNDATED, True, SENTENCE_S),
        ("What do I have to do?", ALL_LISTED, True, SENTENCE_S),
        ("Remind me tomorrow.", WHAT, True, UNSURE_S),
        ("Remind me to.", DANGLING, True, UNFINISHED_S),
        ("Play some jazz.", BEYOND, False, COMPLETE_S),
        ("How are you?", CHAT, True, SENTENCE_S),
        ("How are you?", CHAT, False, UNSURE_S),
        ("How are you", CHAT, True, UNSURE_S),
        ("Show everything.", UNSURE, True, SENTENCE_S),
        ("Show everything.", UNSURE, False, UNSURE_S),
        ("Call Sarah in ten.", CUT_OFF, True, UNSURE_S),
        ("Call Sarah in ten.", CUT_OFF, False, UNSURE_S),
        ("Call Sarah in ten", CUT_OFF, True, UNSURE_S),
        ("And do that.", MISHEARD, False, SENTENCE_S),
        ("", CHAT, True, UNFINISHED_S),
        ("How are you?", None, True, SENTENCE_S),
        ("Stop.", CHAT, False, COMPLETE_S),
    ],
)
async def test_the_words_decide_how_long_a_silence_has_to_last(
    text: str, outcome: Outcome | None, sounds_over: bool, expected: float
) -> None:
    async def understand(_: str) -> Outcome | None:
        return outcome

    async def sound() -> bool:
        return sounds_over

    assert await EndOfTurn(understand, sound).patience(text) == expected


async def test_the_same_words_are_judged_once() -> None:
    asked = []

    async def understand(text: str) -> Outcome | None:
        asked.append(text)
        return LISTED

    end_of_turn = EndOfTurn(understand)
    for _ in range(3):
        await end_of_turn.patience("What's on?")
    assert asked == ["What's on?"]


@pytest.mark.parametrize(
    ("text", "probability", "delays"),
    [("What's on for Friday?", 1.0, []), ("Remind me to", 0.0, [UNFINISHED_S])],
)
async def test_livekit_is_told_the_wait_that_fits_the_words(
    text: str, probability: float, delays: list[float]
) -> None:
    async def understand(text: str) -> Outcome | None:
        return DANGLING if text == "Remind me to" else LISTED

    set_to: list[float] = []
    detector = WordsTurnDetector(EndOfTurn(understand), set_to.append)
    context = ChatContext.empty()
    context.add_message(role="assistant", content="Hello.")
    context.add_message(role="user", content=text)
    assert await detector.predict_end_of_turn(context) == probability
    assert set_to == delays
    assert await detector.supports_language(None)
    threshold = await detector.unlikely_threshold(None)
    assert threshold is not None
    assert 0 < threshold < 1


async def test_who_wants_more_time_is_waited_for_longer_from_the_next_words_on() -> None:
    async def understand(_: str) -> Outcome | None:
        return LISTED

    end_of_turn = EndOfTurn(understand)
    assert await end_of_turn.patience("What's on?") == COMPLETE_S
    end_of_turn.times = 2.0
    assert await end_of_turn.patience("What's on?") == 2 * COMPLETE_S
    set_to: list[float] = []
    context = ChatContext.empty()
    context.add_message(role="user", content="What's on?")
    detector = WordsTurnDetector(end_of_turn, set_to.append)
    assert await detector.predict_end_of_turn(context) == 0.0
    assert set_to == [2 * COMPLETE_S]
