"""How long each stage of a turn took, in the log: times only, never words."""

import logging

from livekit.agents import AgentSession, ConversationItemAddedEvent
from livekit.agents.llm import ChatMessage

_STAGES = {
    "transcription_delay": "transcription",
    "end_of_turn_delay": "end_of_turn",
    "llm_node_ttft": "answer",
    "tts_node_ttfb": "speech",
    "e2e_latency": "total",
}
"""LiveKit's names of what counts, and ours. All in seconds, from the end the VAD saw."""

_log = logging.getLogger(__name__)


def log_stages(session: AgentSession[None]) -> None:
    """Write a line for each message of `session` that has times."""

    def on_item(event: ConversationItemAddedEvent) -> None:
        if not isinstance(event.item, ChatMessage):
            return
        metrics = event.item.metrics
        took = [
            f"{ours}={metrics[theirs] * 1000:.0f}"  # type: ignore[literal-required]
            for theirs, ours in _STAGES.items()
            if theirs in metrics
        ]
        if took:
            _log.info("turn, ms: %s", " ".join(took))

    session.on("conversation_item_added", on_item)
