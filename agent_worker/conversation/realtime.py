"""A model that listens, thinks and speaks in one; its tools are the same actions.

It hears the voice itself, decides when a turn is over, and answers in its own voice. What it does
goes the way of every action: it is judged by the control API, by the words that the person said,
which come as its transcript, and runs once for each call. When it fails, or can't be paid any more,
the conversation goes on with the others.
"""

import asyncio

from livekit.agents import (
    Agent,
    AgentSession,
    ConversationItemAddedEvent,
    ErrorEvent,
    UserStateChangedEvent,
    llm,
)
from livekit.agents.llm import ChatMessage, RealtimeModelError
from livekit.agents.metrics import RealtimeModelMetrics, STTMetrics

from agent_worker.conversation.assistant import TYPED, Assistant
from agent_worker.conversation.commands import Commands
from agent_worker.conversation.tools import PRIVATE, Tools
from agent_worker.providers.leaving.gate import Gate
from agent_worker.providers.remote_realtime import realtime_model
from agent_worker.providers.spending.accounts import Accounts
from agent_worker.providers.spending.ledger import Account
from agent_worker.providers.spending.prices import Used
from agent_worker.settings.privacy import MayLeave
from agent_worker.settings.roles import Remote
from agent_worker.thinking.apologies import REALTIME_LOST
from agent_worker.thinking.instructions import INSTRUCTIONS
from agent_worker.thinking.offer import WHOLE
from shared.tasks import Source

_WORDS_WITHIN_S = 2.0
"""Its transcript comes beside its answer; a call whose words never come is judged without any."""

_SOUND_TOKENS_A_SECOND = 10
"""https://developers.openai.com/api/docs/guides/realtime-costs: one for each 100 ms that a person
speaks."""


class Heard:
    """Whether the words of the turn that goes on are there."""

    def __init__(self) -> None:
        self._there = asyncio.Event()

    def begin(self) -> None:
        """Note that the person speaks: other words are to come."""
        self._there.clear()

    def end(self) -> None:
        """Note that they are there."""
        self._there.set()

    async def wait(self) -> None:
        """Wait for them, but not for long."""
        try:
            async with asyncio.timeout(_WORDS_WITHIN_S):
                await self._there.wait()
        except TimeoutError:
            return


class RealtimeAssistant(Agent):
    """The agent of a conversation, as long as a realtime model leads it."""

    def __init__(self, model: llm.RealtimeModel, tools: Tools, account: Account) -> None:
        shown = [tool for tool in tools.all() if tool.id not in PRIVATE]
        super().__init__(
            instructions=INSTRUCTIONS,
            tools=[*shown],
            llm=model,
            stt=None,
            vad=None,
            turn_detection="realtime_llm",
        )
        self._account = account

    async def on_enter(self) -> None:
        """Have what the model takes charged."""
        self.realtime_llm_session.on("metrics_collected", self._charge)

    def _charge(self, metrics: RealtimeModelMetrics | STTMetrics) -> None:
        self._account.add(_used(metrics))


class Realtime:
    """Follows a conversation that a realtime model leads, and hands it over when that is over."""

    def __init__(
        self,
        assistant: RealtimeAssistant,
        tools: Tools,
        heard: Heard,
        gate: Gate,
    ) -> None:
        self.assistant = assistant
        self._tools = tools
        self._heard = heard
        self._gate = gate
        self._is_over = False

    @property
    def may_begin(self) -> bool:
        """Whether all that is said may leave this machine, and can be paid."""
        return self._gate.may_leave == MayLeave() and self._gate.refusal("stt") is None

    def follow(self, session: AgentSession[None], then: Assistant) -> None:
        """Lead `session` until the model fails or may not go on; `then` takes over."""
        self._session, self._then = session, then
        session.on("conversation_item_added", self._on_item)
        session.on("user_state_changed", self._on_user_state)
        session.on("error", self._on_error)

    def _on_item(self, event: ConversationItemAddedEvent) -> None:
        message = event.item
        if isinstance(message, ChatMessage) and message.role == "user":
            source: Source = "chat" if message.extra.get(TYPED) else "voice"
            self._tools.begin_turn((message.text_content or "").strip(), source)
            self._heard.end()

    def _on_user_state(self, event: UserStateChangedEvent) -> None:
        if event.new_state != "speaking":
            return
        self._heard.begin()
        if not self.may_begin:
            self._gate.tell_spent(self._then.begin_with)
            self._hand_over()

    def _on_error(self, event: ErrorEvent) -> None:
        if not isinstance(event.error, RealtimeModelError) or event.error.recoverable:
            return
        # LiveKit's way to say that a session need not be closed for it.
        event.error.recoverable = True
        self._then.begin_with(REALTIME_LOST)
        self._hand_over()

    def _hand_over(self) -> None:
        """Let the others go on, from now on."""
        if not self._is_over:
            self._is_over = True
            self._session.update_agent(self._then)


def prepare_realtime(
    remote: Remote | None, accounts: Accounts, commands: Commands, time_zone: str, gate: Gate
) -> Realtime | None:
    """Make what leads a conversation where a realtime model is set; None where none is."""
    if remote is None:
        return None
    heard = Heard()
    tools = Tools(commands, time_zone, WHOLE, heard.wait)
    account = accounts.of("realtime", remote.name)
    return Realtime(RealtimeAssistant(realtime_model(remote), tools, account), tools, heard, gate)


def _used(metrics: RealtimeModelMetrics | STTMetrics) -> Used:
    if isinstance(metrics, STTMetrics):  # of the transcript, which comes beside the answer
        return Used(
            seconds=metrics.audio_duration or metrics.input_audio_tokens / _SOUND_TOKENS_A_SECOND
        )
    given, made = metrics.input_token_details, metrics.output_token_details
    known = given.cached_tokens_details
    known_text = known.text_tokens if known is not None else 0
    known_audio = known.audio_tokens if known is not None else 0
    return Used(
        tokens_in=given.text_tokens - known_text,
        tokens_cached=known_text,
        tokens_out=made.text_tokens,
        audio_in=given.audio_tokens - known_audio,
        audio_cached=known_audio,
        audio_out=made.audio_tokens,
    )
