from collections.abc import AsyncGenerator
from typing import Any, cast

import pytest
from livekit.agents._exceptions import APIConnectionError
from livekit.agents.llm import ChatContext

from agent_worker.conversation.commands import Commands
from agent_worker.conversation.tools import Tools
from agent_worker.model_host.client import ModelHost, ModelHostUnavailableError
from agent_worker.model_host.protocol import ChatDelta, ToolCall
from agent_worker.thinking.chat import LocalChat


class Model:
    def __init__(self, *deltas: ChatDelta, away: bool = False) -> None:
        self.deltas = deltas
        self.away = away
        self.asked: dict[str, Any] = {}
        self.closed = False

    async def chat(
        self, messages: list[dict[str, Any]], **options: Any
    ) -> AsyncGenerator[ChatDelta, None]:
        self.asked = {"messages": messages, **options}
        if self.away:
            raise ModelHostUnavailableError("The model host is away.")
        try:
            for delta in self.deltas:
                yield delta
        finally:
            self.closed = True


def chat(model: Model) -> LocalChat:
    return LocalChat(cast("ModelHost", model), conversation="room")


def context() -> ChatContext:
    chat_ctx = ChatContext.empty()
    chat_ctx.add_message(role="system", content="Be short.")
    chat_ctx.add_message(role="user", content="Hello.")
    return chat_ctx


async def test_words_are_passed_on_as_they_come() -> None:
    model = Model(ChatDelta(text="Hello"), ChatDelta(text=" there."))
    answer = await chat(model).chat(chat_ctx=context()).collect()
    assert answer.text == "Hello there."
    assert [m["content"] for m in model.asked["messages"]] == ["Be short.", "Hello."]
    assert model.asked["conversation"] == "room"


async def test_a_tool_call_arrives_whole() -> None:
    model = Model(ChatDelta(tool_call=ToolCall("create_task", {"title": "Milk"})))
    tools = Tools(cast("Commands", None), "UTC").all()
    answer = await chat(model).chat(chat_ctx=context(), tools=list(tools)).collect()
    (call,) = answer.tool_calls
    assert (call.name, call.arguments) == ("create_task", '{"title": "Milk"}')
    assert call.call_id
    offered = [tool["function"]["name"] for tool in model.asked["tools"]]
    assert {"create_task", "update_task", "delete_task", "list_tasks", "undo"} <= set(offered)


async def test_closing_an_answer_stops_the_model() -> None:
    model = Model(*[ChatDelta(text="word ")] * 1000)
    stream = chat(model).chat(chat_ctx=context())
    await anext(stream)
    await stream.aclose()
    assert model.closed


async def test_a_host_that_is_away_is_a_failed_connection() -> None:
    stream = chat(Model(away=True)).chat(chat_ctx=context())
    with pytest.raises(APIConnectionError):
        await stream.collect()
