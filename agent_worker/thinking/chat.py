"""The local language model, as LiveKit wants it."""

import json
from http.client import TOO_MANY_REQUESTS
from typing import Any

from livekit.agents import DEFAULT_API_CONNECT_OPTIONS, NOT_GIVEN, llm
from livekit.agents._exceptions import APIConnectionError, APIStatusError
from livekit.agents.llm import (
    ChatChunk,
    ChatContext,
    ChoiceDelta,
    FunctionToolCall,
    Tool,
    ToolChoice,
    ToolContext,
)
from livekit.agents.types import APIConnectOptions, NotGivenOr
from livekit.agents.utils import shortuuid

from agent_worker.model_host.client import ModelError, ModelHost, ModelHostOverloadedError
from agent_worker.model_host.protocol import ChatDelta

_MAX_TOKENS = 96
"""A reply is spoken, so a long one is a bad one."""


class LocalChat(llm.LLM[str]):
    """The model host's language model, for one conversation."""

    def __init__(self, host: ModelHost, *, conversation: str) -> None:
        super().__init__()
        self.host = host
        self.conversation = conversation

    @property
    def model(self) -> str:
        """Name in metrics."""
        return "llama.cpp"

    @property
    def provider(self) -> str:
        """Name in metrics."""
        return "saydo"

    def chat(
        self,
        *,
        chat_ctx: ChatContext,
        tools: list[Tool] | None = None,
        conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS,
        parallel_tool_calls: NotGivenOr[bool] = NOT_GIVEN,
        tool_choice: NotGivenOr[ToolChoice] = NOT_GIVEN,
        extra_kwargs: NotGivenOr[dict[str, Any]] = NOT_GIVEN,
    ) -> llm.LLMStream:
        """Begin an answer."""
        del parallel_tool_calls, extra_kwargs
        return LocalChatStream(
            self, chat_ctx, tools or [], conn_options, tool_choice=_choice(tool_choice)
        )


class LocalChatStream(llm.LLMStream):
    """One answer; closing it stops the model."""

    def __init__(
        self,
        chat: LocalChat,
        chat_ctx: ChatContext,
        tools: list[Tool],
        conn_options: APIConnectOptions,
        *,
        tool_choice: str,
    ) -> None:
        super().__init__(chat, chat_ctx=chat_ctx, tools=tools, conn_options=conn_options)
        # Text that was given may have been spoken, so it can't be begun again.
        self._retry_on_chunk_sent = False
        self._chat = chat
        self._choice = tool_choice

    async def _run(self) -> None:
        messages, _ = self._chat_ctx.to_provider_format("openai")
        answer = self._chat.host.chat(
            messages,
            conversation=self._chat.conversation,
            tools=ToolContext(self._tools).parse_function_tools("openai"),
            tool_choice=self._choice,
            max_tokens=_MAX_TOKENS,
        )
        id_ = shortuuid()
        try:
            async for delta in answer:
                self._event_ch.send_nowait(ChatChunk(id=id_, delta=_delta(delta)))
        except ModelHostOverloadedError as error:
            raise APIStatusError(str(error), status_code=TOO_MANY_REQUESTS) from error
        except ModelError as error:
            raise APIConnectionError(str(error), retryable=False) from error
        finally:
            await answer.aclose()


def _choice(tool_choice: NotGivenOr[ToolChoice]) -> str:
    if isinstance(tool_choice, str):
        return tool_choice
    if isinstance(tool_choice, dict):
        return tool_choice["function"]["name"]
    return "auto"


def _delta(delta: ChatDelta) -> ChoiceDelta:
    calls = []
    if delta.tool_call is not None:
        arguments = json.dumps(delta.tool_call.arguments)
        name = delta.tool_call.name
        calls = [FunctionToolCall(name=name, arguments=arguments, call_id=shortuuid("call_"))]
    return ChoiceDelta(role="assistant", content=delta.text or None, tool_calls=calls)
