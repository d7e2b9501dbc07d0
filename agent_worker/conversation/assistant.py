"""The agent: a plain command first, the language model second.

LiveKit asks `llm_node` for an answer as soon as it has words, which may be before the person has
finished. So nothing is done there: what a plain command would do comes from a dry run, and the
command itself goes out as a tool call, which LiveKit makes only once the turn is really over.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, Callable
from datetime import datetime

from livekit import rtc
from livekit.agents import Agent, ModelSettings
from livekit.agents.llm import (
    ChatChunk,
    ChatContext,
    ChatMessage,
    ChoiceDelta,
    FunctionCallOutput,
    Tool,
)
from livekit.agents.stt import SpeechEvent, SpeechEventType
from livekit.agents.utils import shortuuid

from agent_worker.conversation.commands import UNDO_THAT
from agent_worker.conversation.continuation import (
    Continuation,
    adds_to,
    is_other_command,
    joined,
)
from agent_worker.conversation.pipeline import interrupt_by_words
from agent_worker.conversation.sentences import ONE_MOMENT, SIGN_WITHIN_S
from agent_worker.conversation.small_talk import is_about_tasks, is_question, wants_silence
from agent_worker.conversation.tools import (
    ANSWER_LATER,
    FINDS,
    PRIVATE,
    RUN_COMMAND,
    PlainCommand,
    Tools,
)
from agent_worker.conversation.turns import is_sure
from agent_worker.conversation.understanding import TOO_LONG, Understanding
from agent_worker.hearing.own_voice import OwnVoice
from agent_worker.providers.leaving.gate import Gate
from agent_worker.settings.trust import ALL, Trust
from agent_worker.thinking.guardrails import held_to_truth
from agent_worker.thinking.honesty import CANNOT_ANSWER, NOT_UNDERSTOOD, ONLY_TASKS
from agent_worker.thinking.instructions import INSTRUCTIONS, messages_for_model
from agent_worker.thinking.model_calls import ModelCalls
from shared.client import SaydoProblemError, SaydoUnreachableError
from shared.outcomes import Outcome
from shared.tasks import Source

TYPED = "typed"
"""Key in a message's `extra` that tells typed text from speech."""

_UNSURE = "I'm not sure which task you mean. Say its name, like: done with calling Sarah."
_UNCHANGED_FOR_S = 0.25
"""So long words must stand before the language model is begun on them."""
_NOT_RUN = frozenset({"not_a_command", "answered"})


class Assistant(Agent):
    """One conversation's agent."""

    def __init__(
        self,
        *,
        understanding: Understanding,
        continuation: Continuation,
        tools: Tools,
        hear: Callable[[rtc.AudioFrame], None],
        now: Callable[[], datetime],
        gate: Gate,
        trust: frozenset[Trust] = ALL,
        cannot_answer: str = CANNOT_ANSWER,
    ) -> None:
        """`hear` is given all sound of the person, and `now` gives their local time.

        `gate` is told what is no command, and so may leave this machine where questions may.
        `trust` is what the language model may do: a small one takes any tool it is shown, mostly
        the wrong one, agrees to any wish, and has an answer to everything. `cannot_answer` is said
        where none may answer.
        """
        super().__init__(instructions=INSTRUCTIONS, tools=list(tools.all()))
        self._understanding = understanding
        self._continuation = continuation
        self._tools_made = tools
        self._hear = hear
        self.own_voice = OwnVoice(lambda: interrupt_by_words(self.session))
        self._now = now
        self._gate = gate
        self._trust = trust
        self._cannot_answer = cannot_answer
        self._first_words = ""

    def begin_with(self, text: str) -> None:
        """Say this as soon as this agent leads the conversation, after another one did."""
        self._first_words = text

    async def on_enter(self) -> None:
        """Say what it is to begin with."""
        words, self._first_words = self._first_words, ""
        if words:
            _ = self.session.say(words)

    async def stt_node(
        self, audio: AsyncIterable[rtc.AudioFrame], model_settings: ModelSettings
    ) -> AsyncGenerator[SpeechEvent, None]:
        """Recognise the person's speech, while whoever judges the ends of turns listens too."""

        async def overheard() -> AsyncGenerator[rtc.AudioFrame, None]:
            async for frame in audio:
                self._hear(frame)
                yield frame

        async for event in Agent.default.stt_node(self, overheard(), model_settings):
            words = event.alternatives[:1]
            is_final = event.type == SpeechEventType.FINAL_TRANSCRIPT
            for data in words:
                data.text = await self._of_the_person(data.text, is_final=is_final)
            if is_final:
                self.own_voice.over()
            if not words or words[0].text:
                yield event

    async def _of_the_person(self, heard: str, *, is_final: bool) -> str:
        """Give what of `heard` is not the assistant's own voice, nor said only to show one listens.

        LiveKit holds the reply while a voice is heard, and goes on with it where no words follow.
        """
        text = self.own_voice.without_echo(heard)
        if text and self.own_voice.is_over_own and await self._understanding.asks_nothing(text):
            return ""
        if text or not is_final or not self.own_voice.is_doubtful(heard):
            return text
        before = self._continuation.before(heard)
        if before is None:
            return ""
        whole = await self._understanding.guess(joined(before.text, heard))
        return heard if whole is not None and adds_to(before, whole) else ""

    async def tts_node(
        self, text: AsyncIterable[str], model_settings: ModelSettings
    ) -> AsyncGenerator[rtc.AudioFrame, None]:
        """Speak, and remember what, to know it again when it comes back."""
        note = self.own_voice.new_reply()

        async def noted() -> AsyncGenerator[str, None]:
            async for piece in text:
                note(piece)
                yield piece

        async for frame in Agent.default.tts_node(self, noted(), model_settings):
            yield frame

    async def on_user_turn_completed(self, turn_ctx: ChatContext, new_message: ChatMessage) -> None:
        """Remember a spoken turn, in case its sentence goes on."""
        del turn_ctx
        text = new_message.text_content or ""
        self._continuation.turn_over(text)
        self._gate.turn_over(text.strip())

    async def llm_node(
        self, chat_ctx: ChatContext, tools: list[Tool], model_settings: ModelSettings
    ) -> AsyncGenerator[ChatChunk | str, None]:
        """Answer what was said last, or say what the tools that were just called have done."""
        if outputs := _outputs_at_end(chat_ctx):
            if (reply := _reply_of(outputs, self._tools_made.asked_again)) is not None:
                yield reply
                return
        else:
            message = _last_message(chat_ctx)
            text = (message.text_content or "").strip() if message else ""
            if message is None or not text:
                return
            source: Source = "chat" if message.extra.get(TYPED) else "voice"
            answering = asyncio.create_task(self._answer(text, source))
            try:
                await asyncio.wait([answering], timeout=SIGN_WITHIN_S)
                if not answering.done():
                    yield f"{ONE_MOMENT} "
                answer = await answering
            finally:
                answering.cancel()
            if answer is not None:
                yield answer
                return
            self._tools_made.begin_turn(text, source)
            if source == "voice":
                await asyncio.sleep(_UNCHANGED_FOR_S)
            if not is_about_tasks(text):
                await self._open_gate(text, source)
        async for piece in self._think(chat_ctx, tools, model_settings):
            yield piece

    async def _answer(self, text: str, source: Source) -> ChatChunk | str | None:
        """Answer without the language model; None when the words are for it."""
        try:
            outcome = await self._understanding.of(text, source)
            if source == "voice" and (call := await self._go_on(text, outcome)) is not None:
                return call
            if not _is_for_engine(outcome) and outcome.approval_id is not None:
                await self._say_no(outcome.approval_id, source)
        except SaydoUnreachableError:
            return self._call(ANSWER_LATER, PlainCommand(text, source))
        except SaydoProblemError as error:
            return str(error)
        if outcome.outcome == "answered":
            self._understanding.forget()  # asked again, it may be another time of day
        if _is_for_engine(outcome):
            return self._call(RUN_COMMAND, PlainCommand(text, source))
        if outcome.outcome != "not_a_command":
            return outcome.reply
        return self._ready_reply(text)

    def _ready_reply(self, text: str) -> str | None:
        """Say at once what no language model is asked; None when it is to be asked."""
        if wants_silence(text):
            return ""
        about_tasks, question = is_about_tasks(text), is_question(text)
        if question and not about_tasks and "answer" not in self._trust:
            return self._cannot_answer
        if "tools" in self._trust:
            return None
        if about_tasks:
            return NOT_UNDERSTOOD
        return None if question or "talk" in self._trust else ONLY_TASKS

    async def _go_on(self, text: str, outcome: Outcome) -> ChatChunk | None:
        """Read `text` with the sentence it goes on with, or as taking that back."""
        if outcome.outcome in {"planned", "answered"} and is_sure(outcome):
            return None
        if (before := self._continuation.before(text)) is not None:
            whole_text = joined(before.text, text)
            whole = await self._understanding.of(whole_text)
            if is_other_command(before, whole):
                command = PlainCommand(whole_text, "voice", instead_of=before.command_id)
                return self._call(RUN_COMMAND, command)
        if (gone := self._continuation.taken_back(text)) is not None:
            command = PlainCommand(UNDO_THAT, "voice", instead_of=gone.command_id)
            return self._call(RUN_COMMAND, command)
        return None

    async def _open_gate(self, text: str, source: Source) -> None:
        """Let a question leave this machine, where questions may, once it is known to be whole."""
        is_whole = source == "chat" or not self._gate.is_selective
        if is_whole or await self._gate.until_over(text):
            self._gate.add_public(text)

    async def _say_no(self, approval_id: str, source: Source) -> None:
        """Let go of what waits for a yes: a yes that comes later is to something else."""
        if source == "voice":
            await asyncio.sleep(_UNCHANGED_FOR_S)
        await self._tools_made.drop_question(approval_id)

    async def _think(
        self, chat_ctx: ChatContext, tools: list[Tool], model_settings: ModelSettings
    ) -> AsyncGenerator[ChatChunk | str, None]:
        """Let the language model answer, and hold it to what is true."""
        may_call = "tools" in self._trust and model_settings.tool_choice != "none"
        shown = [tool for tool in tools if tool.id not in PRIVATE and may_call]
        calls = ModelCalls(shown=[tool.id for tool in shown], known=[tool.id for tool in tools])
        context = messages_for_model(chat_ctx, self._now(), hidden=PRIVATE)
        answer = Agent.default.llm_node(self, context, shown, model_settings)
        async for piece in held_to_truth(answer, calls):
            yield piece

    def _call(self, name: str, command: PlainCommand) -> ChatChunk:
        call = self._tools_made.own_call(name, command)
        return ChatChunk(id=shortuuid(), delta=ChoiceDelta(role="assistant", tool_calls=[call]))


def _is_for_engine(outcome: Outcome) -> bool:
    """Whether the words are sent, and not only looked at.

    So are most that do nothing: a question waits for its answer only once it was asked, and a
    reason ends the question before it.
    """
    return outcome.outcome not in _NOT_RUN and outcome is not TOO_LONG


def _last_message(chat_ctx: ChatContext) -> ChatMessage | None:
    messages = [message for message in chat_ctx.messages() if message.role == "user"]
    return messages[-1] if messages else None


def _outputs_at_end(chat_ctx: ChatContext) -> list[FunctionCallOutput]:
    outputs = []
    for item in reversed(chat_ctx.items):
        if not isinstance(item, FunctionCallOutput):
            break
        outputs.append(item)
    return outputs[::-1]


def _reply_of(outputs: list[FunctionCallOutput], asked_again: set[str]) -> str | None:
    """Give what the tools said, which is true; None when the model only looked something up."""
    told = [o for o in outputs if o.name not in FINDS and not o.is_error]
    replies = [o.output for o in told if o.call_id not in asked_again]
    if replies:
        return " ".join(replies)
    return _UNSURE if any(output.is_error for output in outputs) else None
