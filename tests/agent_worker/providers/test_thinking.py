"""A language model that fails is stood in for, and nothing it said is said again."""

from collections.abc import AsyncGenerator
from typing import Any

import pytest
from livekit.agents import function_tool, llm

from agent_worker.model_host.protocol import ChatDelta
from agent_worker.providers.thinking import ThinkingChain
from agent_worker.thinking.apologies import APOLOGIES, CUT_OFF, KEY_REFUSED, ONE_MOMENT
from bench.stand_ins.openai_server import OpenAi, openai_server
from bench.stand_ins.serving import refusing
from bench.stand_ins.ways import Way
from tests.agent_worker.hosts import ScriptedHost
from tests.agent_worker.providers.cast import hurry, playing
from tests.patience import until

ANSWER = "Rome ~is ~old. |Paris ~is ~younger. |Berlin ~is young."
WHOLE = "Rome is old. Paris is younger. Berlin is young."
LOCAL = "I am ~the local one."
LOCAL_WHOLE = "I am the local one."


def first(server: OpenAi | str, order: str = "openai") -> dict[str, str]:
    url = server if isinstance(server, str) else server.url
    return {"SAYDO_LLM": order, "SAYDO_LLM_OPENAI_URL": url, "SAYDO_LLM_OPENAI_KEY": "k"}


@function_tool
async def add_task(title: str) -> str:
    """Add a task."""
    return title


async def ask(chain: ThinkingChain, tools: list[llm.Tool] | None = None) -> tuple[str, list[str]]:
    """Ask something; give the text and the tools that were called."""
    context = llm.ChatContext.empty()
    context.add_message(role="user", content="Which is the oldest city?")
    text, called = "", []
    async with chain.chat(chat_ctx=context, tools=tools) as answer:
        async for chunk in answer:
            assert chunk.delta is not None
            text += chunk.delta.content or ""
            called += [call.name for call in chunk.delta.tool_calls]
    return " ".join(text.replace(ONE_MOMENT, "").split()), called


def local() -> ScriptedHost:
    host = ScriptedHost()
    host.thought = LOCAL
    return host


async def test_one_that_works_answers_alone() -> None:
    host = local()
    async with openai_server() as server, playing(first(server, "openai,local"), host=host) as cast:
        server.answer = ANSWER
        assert await ask(cast.providers.llm) == (WHOLE, [])
        assert not host.asked
        assert server.chats[0]["model"] == "gpt-4.1-mini"
        assert server.keys == ["Bearer k"]


@pytest.mark.parametrize("way", ["silent", "busy", "500", "key", "garbage"])
async def test_one_that_gives_nothing_is_stood_in_for(way: Way) -> None:
    async with (
        openai_server(way) as server,
        playing(first(server, "openai,local"), host=local()) as cast,
    ):
        hurry(cast.providers.llm.order, way)
        assert await ask(cast.providers.llm) == (LOCAL_WHOLE, [])
        assert len(server.chats) == 1


async def test_one_that_is_not_there_is_stood_in_for() -> None:
    async with (
        refusing() as address,
        playing(first(address, "openai,local"), host=local()) as cast,
    ):
        assert await ask(cast.providers.llm) == (LOCAL_WHOLE, [])


class GoingOn(ScriptedHost):
    """Thinks what is missing of an answer."""

    async def chat(
        self, messages: list[dict[str, Any]], **options: Any
    ) -> AsyncGenerator[ChatDelta, None]:
        said = " ".join(str(m["content"]) for m in messages if m["role"] == "assistant")
        whole = ANSWER.replace("~", "").split("|")
        self.thought = "".join(each for each in whole if each.strip() not in said)
        async for delta in super().chat(messages, **options):
            yield delta


@pytest.mark.parametrize("way", ["half then silent", "half then cut"])
async def test_one_that_breaks_off_is_gone_on_for_at_the_first_sentence_not_yet_given(
    way: Way,
) -> None:
    host = GoingOn()
    async with (
        openai_server(way) as server,
        playing(first(server, "openai,local"), host=host) as cast,
    ):
        server.answer = ANSWER
        hurry(cast.providers.llm.order, way)
        assert (await ask(cast.providers.llm))[0] == WHOLE
        told = [m["content"] for m in host.asked[0] if m["role"] == "assistant"]
        assert told == ["Rome is old."] or way == "half then silent"


async def test_a_sentence_that_is_said_again_is_left_out() -> None:
    host = local()
    host.thought = "Rome is old. ~Paris is younger."
    async with (
        openai_server("half then cut") as server,
        playing(first(server, "openai,local"), host=host) as cast,
    ):
        server.answer = ANSWER
        assert (await ask(cast.providers.llm))[0] == "Rome is old. Paris is younger."


async def test_a_broken_answer_that_nobody_goes_on_with_is_ended_honestly() -> None:
    async with openai_server("half then cut") as server, playing(first(server)) as cast:
        server.answer = ANSWER
        assert (await ask(cast.providers.llm))[0] == f"Rome is old. {CUT_OFF}"


@pytest.mark.parametrize(
    ("way", "reason"),
    [("silent", "away"), ("busy", "busy"), ("500", "away"), ("key", "key"), ("garbage", "away")],
)
async def test_with_nobody_behind_it_the_person_is_told_why(way: Way, reason: Any) -> None:
    async with openai_server(way) as server, playing(first(server)) as cast:
        hurry(cast.providers.llm.order, way)
        assert await ask(cast.providers.llm) == (APOLOGIES["llm"][reason], [])


async def test_a_tool_is_never_called_twice() -> None:
    async with (
        openai_server("half then cut") as server,
        playing(first(server, "openai,local"), host=local()) as cast,
    ):
        # The call is whole when the model ends its turn; the cut comes before, so it is not made.
        server.answer, server.call = ANSWER, ("add_task", {"title": "milk"})
        assert (await ask(cast.providers.llm, [add_task]))[1] == []
        server.ways = ["well"]
        assert (await ask(cast.providers.llm, [add_task]))[1] == ["add_task"]


async def test_the_others_are_not_asked_after_a_call() -> None:
    class Breaking(OpenAi):
        def _events(self, asked: dict[str, Any]) -> list[bytes]:
            return [*super()._events(asked)[:-1], b"data: {broken\n\n"]

    host = local()
    async with openai_server() as server, playing(first(server, "openai,local"), host=host) as cast:
        server.__class__ = Breaking
        server.call = ("add_task", {"title": "milk"})
        assert (await ask(cast.providers.llm, [add_task]))[1] == ["add_task"]
        assert not host.asked


async def test_who_waits_is_told_so() -> None:
    async with (
        openai_server("silent") as server,
        playing(first(server, "openai,local"), host=local()) as cast,
    ):
        cast.providers.llm.filler_s = 0.1
        hurry(cast.providers.llm.order, within_s=1.0)
        context = llm.ChatContext.empty()
        async with cast.providers.llm.chat(chat_ctx=context) as answer:
            given = [chunk.delta.content async for chunk in answer if chunk.delta]
        assert [str(text).strip() for text in given] == [ONE_MOMENT, LOCAL_WHOLE]


async def test_a_key_that_is_refused_is_told_once(caplog: pytest.LogCaptureFixture) -> None:
    async with (
        openai_server("key") as server,
        playing(first(server, "openai,local"), host=local()) as cast,
    ):
        for _ in range(3):
            assert (await ask(cast.providers.llm))[0] == LOCAL_WHOLE
        assert cast.told == [KEY_REFUSED["llm"]]
        assert len(server.chats) == 1
        logged = [r.getMessage() for r in caplog.records if "refuses its key" in r.getMessage()]
        assert len(logged) == 1
        assert "Set SAYDO_LLM_OPENAI_KEY" in logged[0]


async def test_all_conversations_learn_from_one_and_a_probe_brings_it_back() -> None:
    async with (
        openai_server("500") as server,
        playing(first(server, "openai,local"), host=local()) as one,
        playing(first(server, "openai,local"), host=local(), shared=one.shared) as other,
    ):
        server.answer = ANSWER
        for _ in range(3):
            assert (await ask(one.providers.llm))[0] == LOCAL_WHOLE
        assert (await ask(other.providers.llm))[0] == LOCAL_WHOLE
        assert len(server.chats) == 3
        server.ways = ["well"]
        breaker = one.shared.breakers.of("llm", "openai")
        await until(lambda: breaker.is_closed)
        assert (await ask(other.providers.llm))[0] == WHOLE
