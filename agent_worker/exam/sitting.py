"""A language model sits the exam."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
from livekit.agents import NOT_GIVEN, llm
from livekit.agents.llm import ChatContext, FunctionCall, FunctionCallOutput, FunctionToolCall
from livekit.agents.types import APIConnectOptions
from livekit.agents.utils import shortuuid

from agent_worker.exam.desk import Desk, tools
from agent_worker.exam.marking import is_right
from agent_worker.exam.paper import PARTS, WITH_TOOLS, Part, Question, read_paper
from agent_worker.exam.results import Mark, Result
from agent_worker.thinking.instructions import INSTRUCTIONS, messages_for_model
from agent_worker.thinking.offer import FIND_TASKS

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
"""The Monday that all questions are asked on."""
MOST_STEPS = 3
ANSWERS_WITHIN_S = 30.0
"""An answer that takes longer is of no use to somebody who waits for it."""


class Answer(msgspec.Struct, frozen=True):
    """What came of one question."""

    part: Part
    question: Question
    text: str
    right: bool


Heard = Callable[[Answer], None]
Turn = Callable[[], Awaitable[None]]


async def at_once_please() -> None:
    """Let the next question be asked."""


async def sit(
    model: llm.LLM[str],
    name: str,
    *,
    at_once: int = 1,
    within_s: float = ANSWERS_WITHIN_S,
    its_turn: Turn = at_once_please,
    heard: Heard = lambda _: None,
) -> Result:
    """Ask a model everything, `at_once` questions at a time, and mark it.

    Each question waits for `its_turn`; `heard` is told of each answer.

    Raises:
        APIError: the model can't be reached, so that nothing is known about it.

    """
    places = asyncio.Semaphore(at_once)

    async def one(part: Part, question: Question) -> Answer:
        async with places:
            await its_turn()
            answer = await _answered(model, part, question, within_s)
        heard(answer)
        return answer

    paper = read_paper()
    try:
        async with asyncio.TaskGroup() as asking:
            tasks = [
                asking.create_task(one(part, question))
                for part in PARTS
                for question in paper.parts[part]
            ]
    except ExceptionGroup as failed:
        raise failed.exceptions[0] from failed
    answers = [task.result() for task in tasks]
    marks = {
        part: Mark(
            right=sum(each.right for each in answers if each.part == part),
            of=len(paper.parts[part]),
        )
        for part in PARTS
    }
    return Result.of_this_exam(name, marks)


async def _answered(model: llm.LLM[str], part: Part, question: Question, within_s: float) -> Answer:
    desk = Desk(question.tasks)
    text = ""
    try:
        async with asyncio.timeout(within_s):
            text = await _ask(model, part, question, desk)
    except TimeoutError:
        return Answer(part, question, text, right=False)
    return Answer(part, question, text, is_right(read_paper(), question, text, desk))


async def _ask(model: llm.LLM[str], part: Part, question: Question, desk: Desk) -> str:
    """Have a conversation of one question; gives the words that were said last."""
    context = ChatContext.empty()
    context.add_message(role="system", content=INSTRUCTIONS)
    context.add_message(role="user", content=question.ask)
    if question.shown:
        _note(context, FIND_TASKS, "{}", desk.found())
    shown: list[llm.Tool] = [*tools()] if part in WITH_TOOLS else []
    said = ""
    for _ in range(MOST_STEPS):
        said, calls = await _one_answer(model, context, shown)
        if not calls:
            break
        for call in calls:
            _note(context, call.name, call.arguments or "{}", desk.take(call))
    return said


async def _one_answer(
    model: llm.LLM[str], context: ChatContext, shown: list[llm.Tool]
) -> tuple[str, list[FunctionToolCall]]:
    said, calls = "", []
    stream = model.chat(
        chat_ctx=messages_for_model(context, NOW, hidden=()),
        tools=shown,
        tool_choice="auto" if shown else NOT_GIVEN,
        conn_options=APIConnectOptions(max_retry=1, timeout=ANSWERS_WITHIN_S),
    )
    async with contextlib.aclosing(stream):
        async for chunk in stream:
            if chunk.delta is not None:
                said += chunk.delta.content or ""
                calls += chunk.delta.tool_calls
    return said.strip(), calls


def _note(context: ChatContext, name: str, arguments: str, output: str) -> None:
    # An id of ours, as in a conversation: a model could choose one that is used.
    call_id = shortuuid("call_")
    context.items.append(FunctionCall(call_id=call_id, name=name, arguments=arguments))
    context.items.append(
        FunctionCallOutput(call_id=call_id, name=name, output=output, is_error=False)
    )
