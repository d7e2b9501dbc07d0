"""When the sentence is over: what the words say decides how long a silence has to last."""

import re
from collections.abc import Awaitable, Callable

from livekit.agents import LanguageCode
from livekit.agents.llm import ChatContext

from agent_worker.conversation.small_talk import wants_silence
from shared.actions import CreateTask, ListTasks
from shared.outcomes import Outcome

COMPLETE_S = 0.2
"""Silence after a command that needs nothing more."""
SENTENCE_S = 0.35
"""Silence after a whole sentence, or a command people often add to ("... tomorrow at three")."""
UNSURE_S = 0.7
UNFINISHED_S = 0.95
"""Silence after words that something must follow. Longer only makes people repeat themselves."""
SURE = 0.8
"""From this confidence on, the engine's reading of a command is taken for what was meant."""

_LIKELY = 0.7
"""Above this, a whole command that ends like a sentence is answered as one, sure or not."""

_SENTENCE_END = re.compile(r"[.?!]['\"”)]*$")


def is_sure(outcome: Outcome) -> bool:
    """Whether the engine read a whole command, rather than guessed at one or heard half of it."""
    is_command = outcome.outcome != "not_a_command" and outcome.complete
    return is_command and outcome.confidence >= SURE


def invites_more(outcome: Outcome) -> bool:
    """Whether people often go on after such a command: of what it is about, no day is said yet."""
    return any(
        (isinstance(action, CreateTask) and not action.due)
        or (isinstance(action, ListTasks) and action == ListTasks())
        for action in outcome.actions
    )


def lacks_something(outcome: Outcome) -> bool:
    """Whether the answer would ask for what the next words may say: "Remind me tomorrow"."""
    return outcome.outcome == "clarify" and not outcome.options


def _patience_with(outcome: Outcome) -> float | None:
    """Seconds of silence that what was understood asks for; None when that does not tell."""
    if outcome.dangling:
        return UNFINISHED_S
    if not outcome.complete or lacks_something(outcome):
        return UNSURE_S
    if is_sure(outcome):
        return SENTENCE_S if invites_more(outcome) else COMPLETE_S
    return None


class EndOfTurn:
    """How long to wait after words before answering them."""

    def __init__(
        self,
        understand: Callable[[str], Awaitable[Outcome | None]],
        sounds_over: Callable[[], Awaitable[bool]] | None = None,
    ) -> None:
        """`understand` answers None when it can't tell what the words mean."""
        self._understand = understand
        self._sounds_over = sounds_over
        self._last: tuple[str, float] = ("", UNFINISHED_S)
        self.times = 1.0
        """How many times as long as usual it waits."""

    async def patience(self, text: str) -> float:
        """Seconds of silence after which `text` counts as all that is said."""
        if self._last[0] != text:
            self._last = (text, await self._judge(text))
        return self._last[1] * self.times

    async def _judge(self, text: str) -> float:
        if not text:
            return UNFINISHED_S
        if wants_silence(text):
            return COMPLETE_S
        outcome = await self._understand(text)
        if outcome is not None and (known := _patience_with(outcome)) is not None:
            return known
        if not _SENTENCE_END.search(text.strip()):
            return UNSURE_S
        is_likely = outcome is not None and outcome.confidence > _LIKELY
        # Whisper ends cut-off sentences with a full stop too, so the melody has a say here.
        sounds_over = is_likely or self._sounds_over is None or await self._sounds_over()
        return SENTENCE_S if sounds_over else UNSURE_S


class WordsTurnDetector:
    """LiveKit's text turn detector over `EndOfTurn`, for `turn_detection` of an AgentSession.

    LiveKit knows two waits, `min_delay` and `max_delay`; `set_max_delay` makes the second one fit
    the words before it is used.
    """

    def __init__(self, end_of_turn: EndOfTurn, set_max_delay: Callable[[float], None]) -> None:
        self._end_of_turn = end_of_turn
        self._set_max_delay = set_max_delay

    @property
    def model(self) -> str:
        """Name in metrics."""
        return "words"

    @property
    def provider(self) -> str:
        """Name in metrics."""
        return "saydo"

    async def unlikely_threshold(self, language: LanguageCode | None) -> float | None:
        """Below this the turn counts as unfinished."""
        del language
        return 0.5

    async def supports_language(self, language: LanguageCode | None) -> bool:
        """Answer for every language: in an unknown one, silence and punctuation still tell."""
        del language
        return True

    async def predict_end_of_turn(
        self,
        chat_ctx: ChatContext,
        *,
        timeout: float | None = None,  # noqa: ASYNC109 (LiveKit's signature)
    ) -> float:
        """1 when the shortest wait is enough, else 0 with `max_delay` set to the wait needed."""
        del timeout
        messages = [m for m in chat_ctx.messages() if m.role == "user"]
        text = (messages[-1].text_content or "") if messages else ""
        patience = await self._end_of_turn.patience(text)
        if patience <= COMPLETE_S:
            return 1.0
        self._set_max_delay(patience)
        return 0.0
