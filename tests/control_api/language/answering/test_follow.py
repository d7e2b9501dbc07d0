"""An answer does what was asked about, to what there was to choose from, and nothing else."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from control_api.engine.plan import CommandPlan, Question, Turn
from control_api.language.answering.follow import follow
from control_api.language.understanding.scene import Known
from shared.actions import CreateTask, DeleteTask
from tests.control_api.language.english import ENGLISH
from tests.control_api.language.understanding.interpretation import (
    ALICES,
    BERLIN,
    BOB,
    CONTRACT,
    SATURDAY,
    task,
)

THIRD = task("anna", "Email Anna about the party")
TASKS = [*ALICES.open_tasks, THIRD]
WORDS = st.sampled_from(
    [
        *("the", "first", "second", "third", "last", "one", "two", "both", "all of them"),
        *("neither", "no", "yes", "not", "email", "Bob", "Anna", "contract", "party", "report"),
        *("dentist", "rent", "milk", "Friday", "Monday", "tomorrow", "today", "at three", "to"),
        *("about", "on", "with", "delete", "move", "add", "remind me", "undo", "it", "that"),
        *("and", "or", "please", "done", "never mind", "without", "a date", "earlier", "later"),
    ]
)


def said(text: str, known: Known, *, is_heard: bool = False) -> CommandPlan:
    return follow(text, language=ENGLISH, now=SATURDAY, zone=BERLIN, known=known, is_heard=is_heard)


def asking(sentence: str) -> Known:
    """What is known once `sentence` was answered with a question."""
    known = msgspec.structs.replace(ALICES, open_tasks=TASKS)
    asked = said(sentence, known)
    assert asked.outcome == "clarify"
    assert asked.asks is not None
    return msgspec.structs.replace(known, question=asked.asks)


WHICH = asking("delete email")
WHEN = asking("postpone the report")
WHAT = asking("remind me on Monday")


def touched(plan: CommandPlan) -> set[str]:
    ids = {
        getattr(action, "task_id", None)
        for action in plan.actions
        if not isinstance(action, CreateTask)
    }
    return {each for each in ids if isinstance(each, str)}


@given(st.lists(WORDS, min_size=1, max_size=6).map(" ".join))
def test_an_answer_touches_only_what_there_was_to_choose_from(text: str) -> None:
    for known in (WHICH, WHEN, WHAT):
        plan = said(text, known)
        assert plan.outcome != "not_a_command"  # nothing is left to a language model
        if plan.is_answer:
            question = known.question
            assert question is not None
            allowed = {question.about} if question.about else set(question.options)
            assert touched(plan) <= allowed


@given(st.text(max_size=40))
def test_no_text_at_all_is_too_much(text: str) -> None:
    for known in (WHICH, WHEN, WHAT):
        plan = said(text, known, is_heard=True)
        if plan.is_answer and known is not WHAT:
            assert touched(plan) <= {"bob", "contract", "anna", "report"}


def test_what_is_gone_meanwhile_is_not_chosen() -> None:
    left = [each for each in TASKS if each.id != "bob"]
    known = msgspec.structs.replace(WHICH, open_tasks=left)
    assert WHICH.question is not None
    at = WHICH.question.options.index("bob") + 1
    plan = said(f"number {at}", known)
    assert touched(plan) == set()


def test_a_question_is_asked_once_more_and_then_let_go() -> None:
    again = said("purple elephants", WHICH)
    assert (again.outcome, again.reply) == ("clarify", WHICH.question and WHICH.question.text)
    known = msgspec.structs.replace(WHICH, question=again.asks)
    last = said("purple elephants", known)
    assert (last.outcome, last.asks) == ("refused", None)


@pytest.mark.parametrize("text", ["Thank you.", "you", "Bye.", "Thanks for watching!"])
@pytest.mark.parametrize("known", [WHICH, WHEN, WHAT], ids=["which", "when", "what"])
def test_a_ghost_answers_nothing(text: str, known: Known) -> None:
    plan = said(text, known, is_heard=True)
    assert (plan.outcome, plan.actions) == ("clarify", [])


def test_what_the_assistant_says_is_no_answer_where_a_microphone_heard_it() -> None:
    assert WHAT.question is not None
    heard = said(WHAT.question.text, WHAT, is_heard=True)
    assert (heard.outcome, heard.reply, heard.asks) == ("clarify", "", WHAT.question)


@pytest.mark.parametrize(
    ("ago_s", "is_heard", "outcome"), [(5, True, "refused"), (90, True, "planned")]
)
def test_an_echo_makes_no_task(ago_s: float, outcome: str, *, is_heard: bool) -> None:
    reply = "Water the plants, tomorrow at 3 PM."
    turn = Turn(
        command_id="c", text="", reply=reply, actions=[], tasks=[], can_undo=True, ago_s=ago_s
    )
    known = msgspec.structs.replace(ALICES, turns=[turn])
    plan = said("Water the plants tomorrow at 3 PM", known, is_heard=is_heard)
    assert plan.outcome == outcome


def test_yes_does_what_was_asked_about_and_only_that() -> None:
    question = Question(wants="yes", text="Sure?", actions=[DeleteTask("rent")])
    known = msgspec.structs.replace(ALICES, question=question)
    assert said("Yes, please.", known).actions == [DeleteTask("rent")]
    assert said("no", known).actions == []
    assert said("purple elephants", known).outcome == "clarify"


def test_bob_and_the_contract_are_options() -> None:
    assert WHICH.question is not None
    assert {BOB.id, CONTRACT.id, THIRD.id} == set(WHICH.question.options)
