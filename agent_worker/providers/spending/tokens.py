"""How many tokens an answer of a language model took, also of one that broke off."""

from typing import Any

from livekit.agents import llm
from livekit.agents.llm import ChatChunk, ChatContext
from livekit.agents.metrics import LLMMetrics

from agent_worker.providers.spending.ledger import Account
from agent_worker.providers.spending.prices import Used

_CHARACTERS_A_TOKEN = 4
"""In English, nearly; used where a model does not say how many there were."""


class TokenCount:
    """Counts along with one answer."""

    def __init__(self, told: ChatContext) -> None:
        """`told` is what the model was given to read."""
        self._read = sum(len(message.text_content or "") for message in told.messages())
        self._written = 0
        self._said: Used | None = None

    def add(self, chunk: ChatChunk) -> None:
        """Take in a piece of the answer."""
        if chunk.delta is not None:
            calls = "".join(call.arguments or "" for call in chunk.delta.tool_calls)
            self._written += len(chunk.delta.content or "") + len(calls)
        if (usage := chunk.usage) is not None:
            self._said = Used(
                tokens_in=usage.prompt_tokens - usage.prompt_cached_tokens,
                tokens_cached=usage.prompt_cached_tokens,
                tokens_out=usage.completion_tokens,
            )

    def used(self) -> Used:
        """What the model says that it took; else an estimate by what was read and written."""
        if self._said is not None:
            return self._said
        return Used(
            tokens_in=self._read // _CHARACTERS_A_TOKEN,
            tokens_out=self._written // _CHARACTERS_A_TOKEN,
        )


def charge(model: llm.LLM[Any], account: Account) -> llm.LLM[Any]:
    """Have a model that is asked outside of any order charged by what it says that it took."""

    def note(metrics: LLMMetrics) -> None:
        cached = metrics.prompt_cached_tokens
        account.add(
            Used(
                tokens_in=metrics.prompt_tokens - cached,
                tokens_cached=cached,
                tokens_out=metrics.completion_tokens,
            )
        )

    model.on("metrics_collected", note)
    return model
