"""Where something is to stay on this machine, servers elsewhere are not asked: counted at them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from livekit.agents import function_tool, llm

from agent_worker.hearing.recogniser import Recogniser
from agent_worker.models.catalogue import Role
from agent_worker.providers.thinking import ThinkingChain
from agent_worker.settings.privacy import MayLeave
from agent_worker.thinking.apologies import APOLOGIES, ONE_MOMENT
from bench.stand_ins.deepgram_server import deepgram_server
from bench.stand_ins.openai_server import OpenAi, openai_server
from tests.agent_worker.hosts import ScriptedHost
from tests.agent_worker.providers.cast import Cast, hurry, playing
from tests.agent_worker.providers.person import listening
from tests.agent_worker.providers.test_speaking import spoken
from tests.patience import until

QUESTION = "What is the capital of Italy?"
COMMAND = "Remind me to see the doctor."
ANSWER = "It is Rome."
NOTHING = MayLeave("never", "never", "never")
QUESTIONS = MayLeave("always", "questions", "questions")
ROLES: list[Role] = ["stt", "llm", "tts"]


@function_tool
async def find_tasks() -> str:
    """Find tasks."""
    return ""


def elsewhere(server: OpenAi, order: str = "openai,local") -> dict[str, str]:
    return {f"SAYDO_{role.upper()}": order for role in ROLES} | {"OPENAI_BASE_URL": server.url}


def requests(server: OpenAi) -> int:
    return len(server.chats) + len(server.recordings_s) + len(server.spoken)


@asynccontextmanager
async def remote(order: str = "openai,local") -> AsyncIterator[tuple[OpenAi, Cast]]:
    """A server elsewhere for all roles, and what is here behind it."""
    host = ScriptedHost(["Heard here."])
    host.thought = "Thought here."
    async with openai_server() as server, playing(elsewhere(server, order), host=host) as cast:
        server.answer, server.heard = ANSWER, "Heard elsewhere."
        yield server, cast


async def ask(chain: ThinkingChain, *said: str) -> str:
    """Ask the last of `said`; those before it were said and answered in turn."""
    context = llm.ChatContext.empty()
    context.add_message(role="system", content="You are Saydo.")
    for number, text in enumerate(said):
        context.add_message(role="assistant" if number % 2 else "user", content=text)
    text = ""
    async with chain.chat(chat_ctx=context, tools=[find_tasks]) as answer:
        async for chunk in answer:
            text += (chunk.delta.content if chunk.delta else None) or ""
    return text.replace(ONE_MOMENT, "").strip()


async def use(cast: Cast, role: Role) -> str:
    """Have each role do its work; give what came of it, where that is words."""
    if role == "llm":
        return await ask(cast.providers.llm, QUESTION)
    if role == "tts":
        await spoken(cast.providers.tts, ANSWER)
        return ""
    async with listening(cast) as person:
        await person.speak()
        await until(lambda: person.heard or cast.told)
        return " ".join(person.heard)


@pytest.mark.parametrize("role", ROLES)
async def test_a_server_is_asked_where_all_may_leave(role: Role) -> None:
    async with remote() as (server, cast):
        await use(cast, role)
        assert requests(server) == 1


@pytest.mark.parametrize("role", ROLES)
async def test_what_is_here_does_it_where_nothing_may_leave(role: Role) -> None:
    async with remote() as (server, cast):
        cast.providers.gate.may_leave = NOTHING
        assert await use(cast, role) in {"Heard here.", "Thought here.", ""}
        assert cast.host.pcm or cast.host.asked or cast.host.spoken
        assert requests(server) == 0


@pytest.mark.parametrize("role", ROLES)
async def test_with_nothing_here_it_is_said_why_it_can_not_be_done(role: Role) -> None:
    async with remote("openai") as (server, cast):
        cast.providers.gate.may_leave = NOTHING
        said = [await use(cast, role), *cast.told]
        if role != "tts":
            assert APOLOGIES[role]["private"] in said
        assert requests(server) == 0


async def test_a_question_leaves_where_questions_may_and_tools_stay() -> None:
    async with remote() as (server, cast):
        cast.providers.gate.may_leave = QUESTIONS
        cast.providers.gate.add_public(QUESTION)
        said = await ask(cast.providers.llm, COMMAND, "See the doctor, then.", QUESTION)
        assert said == ANSWER
        assert [m["content"] for m in server.chats[0]["messages"]] == ["You are Saydo.", QUESTION]
        assert "tools" not in server.chats[0]


async def test_anything_else_does_not() -> None:
    async with remote() as (server, cast):
        cast.providers.gate.may_leave = QUESTIONS
        assert await ask(cast.providers.llm, COMMAND) == "Thought here."
        assert requests(server) == 0


async def test_an_answer_to_a_question_is_spoken_elsewhere_and_a_reply_about_tasks_here() -> None:
    async with remote() as (server, cast):
        cast.providers.gate.may_leave = QUESTIONS
        cast.providers.gate.add_public(QUESTION)
        await ask(cast.providers.llm, QUESTION)
        await spoken(cast.providers.tts, f"{ANSWER} ", "See the doctor.")
        assert server.spoken == [ANSWER]
        assert cast.host.spoken == ["See the doctor."]


async def test_what_a_model_here_says_that_knows_of_tasks_is_not_spoken_elsewhere() -> None:
    async with remote("local,openai") as (server, cast):
        cast.providers.gate.may_leave = QUESTIONS
        cast.providers.gate.add_public(QUESTION)
        assert await ask(cast.providers.llm, COMMAND, "See the doctor.", QUESTION)
        assert not cast.providers.gate.is_public(_said("Thought here."))
        assert await ask(cast.providers.llm, QUESTION)
        assert cast.providers.gate.is_public(_said("Thought here."))
        assert requests(server) == 0


async def test_our_own_apologies_may_be_made_elsewhere_ahead_of_time() -> None:
    async with remote("openai") as (server, cast):
        cast.providers.gate.may_leave = QUESTIONS
        await cast.providers.tts.keep(APOLOGIES["tts"]["private"])
        made = len(server.spoken)
        assert made
        await spoken(cast.providers.tts, "See the doctor.")
        assert len(server.spoken) == made


async def test_offline_nothing_is_even_made_that_could_ask() -> None:
    names = {"SAYDO_TTS": "deepgram", "SAYDO_OFFLINE": "1"}
    async with (
        openai_server() as server,
        deepgram_server() as other,
        playing(elsewhere(server, "openai") | names | {"DEEPGRAM_BASE_URL": other.url}) as cast,
    ):
        assert isinstance(cast.providers.stt, Recogniser)
        await ask(cast.providers.llm, QUESTION)
        await spoken(cast.providers.tts, ANSWER)
        assert {each.provider for each in cast.shared.breakers.states()} == {"local"}
        assert requests(server) + len(other.spoken) == 0


async def test_one_that_failed_is_not_probed_where_nothing_may_leave() -> None:
    async with remote() as (server, cast):
        chain = cast.providers.llm
        server.ways = ["silent"]
        hurry(chain.order)
        for _ in range(3):
            await ask(chain, QUESTION)
        asked = len(server.chats)
        cast.providers.gate.may_leave = NOTHING
        watch = chain.order._watches[0]
        await until(watch.done)
        assert len(server.chats) == asked


def _said(text: str) -> llm.ChatContext:
    context = llm.ChatContext.empty()
    context.add_message(role="assistant", content=text)
    return context
