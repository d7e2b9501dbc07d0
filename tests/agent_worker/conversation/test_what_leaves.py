"""What the assistant takes for a question, which may leave this machine, and what stays here."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from livekit.agents.llm import ChatContext, ChatMessage

from agent_worker.settings.privacy import MayLeave
from agent_worker.thinking.apologies import APOLOGIES
from bench.stand_ins.openai_server import OpenAi, openai_server
from shared.actions import CreateTask
from shared.outcomes import Outcome
from tests.agent_worker.conversation.stand_ins import Api, Talk, talking
from tests.agent_worker.providers.cast import playing

QUESTION = "What is the capital of Italy?"
COMMAND = "Add milk."
PLANNED = Outcome(outcome="planned", confidence=0.95, actions=[CreateTask("Milk")], reply="Milk.")
UNREAD = "Put the thing for Anna somewhere on my list"
ANSWER = "It is Rome."


@asynccontextmanager
async def thinking_elsewhere() -> AsyncIterator[tuple[OpenAi, Talk]]:
    async with (
        openai_server() as server,
        playing({"SAYDO_LLM": "openai", "OPENAI_BASE_URL": server.url}) as cast,
    ):
        server.answer = ANSWER
        gate = cast.providers.gate
        gate.may_leave = MayLeave(llm="questions")
        api = Api({COMMAND: PLANNED})
        async with talking(api, thinker=cast.providers.llm, gate=gate) as talk:
            yield server, talk


async def test_a_question_that_is_no_command_leaves() -> None:
    async with thinking_elsewhere() as (server, talk):
        assert await talk.say(QUESTION, typed=True) == ANSWER
        assert len(server.chats) == 1


async def test_a_command_and_what_is_about_ones_tasks_stay_and_that_is_said() -> None:
    async with thinking_elsewhere() as (server, talk):
        assert await talk.say(COMMAND, typed=True) == "Milk."
        assert await talk.say(UNREAD, typed=True) == APOLOGIES["llm"]["private"]
        assert not server.chats


async def test_a_question_is_asked_without_the_commands_before_it() -> None:
    async with thinking_elsewhere() as (server, talk):
        await talk.say(COMMAND, typed=True)
        await talk.say(QUESTION, typed=True)
        told = [m["content"] for m in server.chats[0]["messages"] if m["role"] != "system"]
        assert told == [QUESTION]
        assert "ilk" not in str(server.chats)


async def test_what_is_spoken_leaves_only_once_the_sentence_is_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with thinking_elsewhere() as (server, talk):
        with monkeypatch.context() as hurry:
            hurry.setattr("agent_worker.providers.leaving.gate._OVER_WITHIN_S", 0.05)
            assert await talk.say(QUESTION) == APOLOGIES["llm"]["private"]
        assert not server.chats
        over = ChatMessage(role="user", content=[QUESTION])
        await talk.assistant.on_user_turn_completed(ChatContext.empty(), over)
        assert await talk.say(QUESTION) == ANSWER
