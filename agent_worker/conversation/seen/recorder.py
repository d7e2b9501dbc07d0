"""Puts each turn's record together, from what the session, the client and the ears tell."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import TypeVar

import msgspec
from livekit.agents import (
    AgentSession,
    AgentStateChangedEvent,
    ConversationItemAddedEvent,
    ErrorEvent,
)
from livekit.agents.llm import ChatMessage

from agent_worker.conversation.seen.turn import Heard, Meant, OpenTurn
from agent_worker.hearing.recogniser import ChooseTranscript
from agent_worker.metrics import INTERRUPTIONS, PROVIDER_ERRORS, SLOW_TURNS, TURN_SECONDS
from shared.outcomes import CommandRequest, Outcome
from shared.turns import SLOW_MS, NewTurn

_REMEMBERED = 16
"""Texts of which it is known how they were heard, and what they would do."""

_What = TypeVar("_What")


class Recorder:
    """Follows one conversation; a turn is told once its answer is over, or the next one begins."""

    def __init__(self, tell: Callable[[NewTurn], None]) -> None:
        """`tell` is given each record."""
        self._tell = tell
        self._heard: OrderedDict[str, Heard] = OrderedDict()
        self._meant: OrderedDict[str, Meant] = OrderedDict()
        self._turn: OpenTurn | None = None

    def follow(self, session: AgentSession[None]) -> None:
        """Listen to what the session tells of itself."""
        session.on("conversation_item_added", self._on_item)
        session.on("agent_state_changed", self._on_state)
        session.on("error", _count_error)

    def choosing(self, choose: ChooseTranscript) -> ChooseTranscript:
        """`choose`, with what it was given and what it took noted."""

        async def noted(text: str, others: Callable[[], Awaitable[list[str]]]) -> str:
            looked_at: list[str] = []

            async def asked() -> list[str]:
                looked_at.extend(found := await others())
                return found

            taken = await choose(text, asked)
            _remember(self._heard, taken, Heard(text, looked_at))
            return taken

        return noted

    def asked(self, request: CommandRequest, outcome: Outcome, took_ms: float) -> None:
        """Note what the control API was asked, and what it answered."""
        if not request.dry_run:
            if self._turn is not None:
                self._turn.ran(request.source, outcome, took_ms)
        elif request.text is not None:
            _remember(self._meant, request.text, Meant(outcome, request.source, took_ms))

    def over(self) -> None:
        """Tell of the turn that is still open, since the conversation ends."""
        turn, self._turn = self._turn, None
        if turn is not None:
            record = turn.record(self._heard.get(turn.text), self._meant.get(turn.text))
            _count(record)
            self._tell(record)

    def _on_item(self, event: ConversationItemAddedEvent) -> None:
        message = event.item
        if not isinstance(message, ChatMessage):
            return
        if message.role == "user":
            self.over()
            self._turn = OpenTurn((message.text_content or "").strip(), message.metrics)
        elif message.role == "assistant" and self._turn is not None:
            self._turn.answered(message.metrics, interrupted=message.interrupted)

    def _on_state(self, event: AgentStateChangedEvent) -> None:
        if self._turn is None:
            return
        if event.new_state == "speaking":
            self._turn.spoke()
        elif event.new_state == "listening" and self._turn.is_answered:
            self.over()


def _count(record: NewTurn) -> None:
    for stage, took_ms in msgspec.structs.asdict(record.took).items():
        if took_ms is not None:
            TURN_SECONDS.labels(stage).observe(took_ms / 1000)
    if (record.took.total or 0) > SLOW_MS:
        SLOW_TURNS.inc()
    if record.interrupted:
        INTERRUPTIONS.inc()


def _count_error(event: ErrorEvent) -> None:
    kind = str(getattr(event.error, "type", "other_error"))
    provider = str(getattr(event.source, "provider", "unknown"))
    PROVIDER_ERRORS.labels(kind.removesuffix("_error"), provider).inc()


def _remember(known: OrderedDict[str, _What], text: str, what: _What) -> None:
    known[text] = what
    known.move_to_end(text)
    while len(known) > _REMEMBERED:
        known.popitem(last=False)
