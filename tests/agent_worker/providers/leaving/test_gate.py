"""What may go to a provider elsewhere, by what the person allows and what is left of the budget."""

import asyncio

import pytest
from livekit.agents.llm import ChatContext, FunctionCall, FunctionCallOutput

from agent_worker.models.catalogue import Role
from agent_worker.providers.leaving.gate import Gate, asked
from agent_worker.settings.privacy import MayLeave
from agent_worker.thinking.apologies import BUDGET_SPENT
from tests.patience import until

QUESTION = "What is the capital of Italy?"
COMMAND = "Remind me to see the doctor."
ROLES: list[Role] = ["stt", "llm", "tts"]


def gate(may_leave: MayLeave, *, spent: bool = False) -> Gate:
    return Gate(may_leave, lambda: spent, lambda _: None)


def conversation(*said: tuple[str, str]) -> ChatContext:
    context = ChatContext.empty()
    for role, text in said:
        context.add_message(role=role, content=text)  # type: ignore[arg-type]
    return context


@pytest.mark.parametrize("role", ROLES)
def test_everything_may_leave_unless_somebody_says_otherwise(role: Role) -> None:
    assert gate(MayLeave()).refusal(role) is None


@pytest.mark.parametrize("role", ROLES)
def test_nothing_leaves_a_role_that_is_to_stay_here(role: Role) -> None:
    closed = gate(MayLeave("never", "never", "never"))
    closed.add_public(QUESTION)
    assert closed.refusal(role, QUESTION) == "private"


@pytest.mark.parametrize("role", ["llm", "tts"])
def test_questions_alone_leave_where_that_is_chosen(role: Role) -> None:
    selective = gate(MayLeave(llm="questions", tts="questions"))
    selective.add_public(QUESTION)
    assert selective.refusal(role, QUESTION) is None
    assert selective.refusal(role, COMMAND) == "private"
    assert selective.refusal(role) == "private"


@pytest.mark.parametrize("role", ROLES)
def test_what_can_not_be_paid_does_not_leave(role: Role) -> None:
    assert gate(MayLeave(), spent=True).refusal(role) == "spent"


def test_that_the_budget_is_spent_is_said_once() -> None:
    told: list[str] = []
    spent = Gate(MayLeave(), lambda: True, told.append)
    spent.tell_spent()
    spent.tell_spent()
    assert told == [BUDGET_SPENT]


def test_commands_and_what_came_of_them_are_left_out_of_what_a_model_is_told() -> None:
    selective = gate(MayLeave(llm="questions"))
    for text in ("And of France?", QUESTION, "It is Rome."):
        selective.add_public(text)
    whole = conversation(
        ("system", "You are Saydo."),
        ("user", QUESTION),
        ("assistant", "It is Rome."),
        ("user", COMMAND),
        ("assistant", "See the doctor."),
        ("user", "And of France?"),
    )
    whole.items.insert(5, FunctionCall(call_id="c", name="find_tasks", arguments="{}"))
    whole.items.insert(
        6, FunctionCallOutput(call_id="c", name="find_tasks", output="doctor", is_error=False)
    )
    told = selective.context(whole)
    assert [message.text_content for message in told.messages()] == [
        "You are Saydo.",
        QUESTION,
        "It is Rome.",
        "And of France?",
    ]
    assert len(told.items) == 4


def test_all_is_told_where_all_may_leave() -> None:
    whole = conversation(("user", COMMAND))
    assert gate(MayLeave()).context(whole) is whole


def test_what_a_tool_has_found_is_never_what_was_asked() -> None:
    context = conversation(("user", QUESTION))
    assert asked(context) == QUESTION
    context.items.append(FunctionCall(call_id="c", name="find_tasks", arguments="{}"))
    assert asked(context) is None


async def test_half_a_sentence_waits_until_it_is_known_to_be_whole() -> None:
    selective = gate(MayLeave(llm="questions"))
    waiting = asyncio.create_task(selective.until_over(QUESTION))
    selective.turn_over("What is the")
    selective.turn_over(QUESTION)
    await until(waiting.done)
    assert waiting.result()
    assert await selective.until_over(QUESTION)


async def test_words_that_never_become_a_turn_stay_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agent_worker.providers.leaving.gate._OVER_WITHIN_S", 0.05)
    selective = gate(MayLeave(llm="questions"))
    assert not await selective.until_over("What is on")
