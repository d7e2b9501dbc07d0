"""A language model that is several: when one says nothing or breaks off, the next one goes on."""

import asyncio
from typing import Any

from livekit.agents import DEFAULT_API_CONNECT_OPTIONS, NOT_GIVEN, llm
from livekit.agents.llm import ChatChunk, ChatContext, ChoiceDelta, Tool, ToolChoice
from livekit.agents.types import APIConnectOptions, NotGivenOr
from livekit.agents.utils import shortuuid

from agent_worker.providers.faults import EmptyAnswerError, Fault
from agent_worker.providers.leaving.gate import asked
from agent_worker.providers.member import Member, Order, in_time
from agent_worker.providers.spending.tokens import TokenCount
from agent_worker.thinking.apologies import CUT_OFF, ONE_MOMENT
from agent_worker.thinking.honesty import WHOLE_SENTENCE, Sentences

FILLER_S = 0.8
"""Silence after which the person is told that an answer is on its way."""
_GO_ON = (
    "Your answer was cut off after the words above. Go on with the sentence that comes next, "
    "without repeating anything. If nothing is missing, say nothing."
)


class ThinkingChain(llm.LLM[str]):
    """The language models of one conversation, in the order in which they are asked."""

    def __init__(
        self,
        order: Order[llm.LLM[Any]],
        *,
        filler_s: float = FILLER_S,
    ) -> None:
        super().__init__()
        self.order = order
        self.filler_s = filler_s
        for member in order.members:
            member.client.on("metrics_collected", self._pass_metrics_on)

    @property
    def model(self) -> str:
        """Name in metrics: that of the first."""
        return self.order.members[0].client.model

    @property
    def provider(self) -> str:
        """Name in metrics: that of the first."""
        return self.order.members[0].client.provider

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
        return ChainAnswer(self, chat_ctx, tools or [], conn_options, tool_choice)

    async def aclose(self) -> None:
        """Let go of all of them."""
        await self.order.aclose()
        for member in self.order.members:
            await member.client.aclose()
        await super().aclose()

    def _pass_metrics_on(self, *metrics: Any) -> None:
        self.emit("metrics_collected", *metrics)


class ChainAnswer(llm.LLMStream):
    """One answer, given sentence by sentence: what breaks off is never half said."""

    def __init__(
        self,
        chain: ThinkingChain,
        chat_ctx: ChatContext,
        tools: list[Tool],
        conn_options: APIConnectOptions,
        tool_choice: NotGivenOr[ToolChoice],
    ) -> None:
        super().__init__(chain, chat_ctx=chat_ctx, tools=tools, conn_options=conn_options)
        # What was given may have been spoken, or carried out.
        self._retry_on_chunk_sent = False
        self._chain = chain
        self._choice = tool_choice
        self._id = shortuuid()
        self._said: list[str] = []
        self._called = False
        self._is_public = False
        """Whether the model that answers knows nothing that is to stay here."""
        self._filler: asyncio.TimerHandle | None = None

    async def _run(self) -> None:
        order = self._chain.order
        loop = asyncio.get_running_loop()
        self._filler = loop.call_later(self._chain.filler_s, self._give_text, f"{ONE_MOMENT} ")
        faults: list[Fault] = []
        try:
            for place, member in order.askable(about=asked(self._chat_ctx)):
                try:
                    await self._ask(member)
                except Exception as error:  # noqa: BLE001 (whatever its client raises, the next is asked)
                    faults.append(order.failed(place, error))
                    if self._called:
                        # The tools say what they did; asked again, a model might call them again.
                        return
                else:
                    order.succeeded(place)
                    return
            self._give_text(self._apart(CUT_OFF) if self._said else order.apology(faults))
        finally:
            self._filler.cancel()

    async def _metrics_monitor_task(self, event_aiter: Any) -> None:
        """Leave the metrics to the models that answer."""
        async for _ in event_aiter:
            pass

    async def _ask(self, member: Member[llm.LLM[Any]]) -> None:
        """Give the answer of one model, or what is missing of one that broke off.

        Raises:
            Exception: whatever its client raises, or that it said nothing.

        """
        gate = self._chain.order.gate
        told = self._context()
        # With tools it could look up what it is not told.
        tools = [] if member.is_remote and gate.is_selective else self._tools
        if member.is_remote:
            told = gate.context(told)
        self._is_public = gate.is_public(told)
        sentences = Sentences()
        before = len(self._said)
        count = TokenCount(told)
        try:
            async with member.client.chat(
                chat_ctx=told,
                tools=tools,
                tool_choice=self._choice if tools else NOT_GIVEN,
                conn_options=APIConnectOptions(max_retry=0, timeout=member.within_s),
            ) as answer:
                async for chunk in in_time(answer, member.within_s):
                    count.add(chunk)
                    if chunk.delta is None:
                        continue
                    if chunk.delta.tool_calls:
                        self._called = True
                        self._give(ChoiceDelta(role="assistant", tool_calls=chunk.delta.tool_calls))
                    for sentence in sentences.push(chunk.delta.content or ""):
                        self._say(sentence)
        finally:
            member.used(count.used())
        for sentence in sentences.flush():
            self._say(sentence)
        if not before and not self._said and not self._called:
            raise EmptyAnswerError

    def _context(self) -> ChatContext:
        """Give the conversation, with what was said of the answer already."""
        if not self._said:
            return self._chat_ctx
        context = self._chat_ctx.copy()
        context.add_message(role="assistant", content="".join(self._said).strip())
        context.add_message(role="system", content=_GO_ON)
        return context

    def _say(self, sentence: str) -> None:
        """Give a sentence, unless it was given before: some models begin again at the beginning."""
        if _plain(sentence) not in map(_plain, self._said):
            sentence = self._apart(sentence)
            self._said.append(sentence)
            if self._is_public:
                self._chain.order.gate.add_public(sentence)
            self._give_text(sentence)

    def _apart(self, text: str) -> str:
        """The text with a blank before it, where none parts it from what was said."""
        is_parted = not self._said or text[0].isspace() or self._said[-1][-1].isspace()
        return text if is_parted else f" {text}"

    def _give_text(self, text: str) -> None:
        if self._filler is not None:
            self._filler.cancel()
        self._give(ChoiceDelta(role="assistant", content=text, extra=WHOLE_SENTENCE))

    def _give(self, delta: ChoiceDelta) -> None:
        if not self._event_ch.closed:
            self._event_ch.send_nowait(ChatChunk(id=self._id, delta=delta))


def _plain(sentence: str) -> str:
    return "".join(character for character in sentence.lower() if character.isalnum())
