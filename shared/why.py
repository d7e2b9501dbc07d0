"""Why a command did what it did, and the same as a case of the evaluation."""

import msgspec

from shared.actions import Action
from shared.events import Event
from shared.outcomes import OutcomeKind, Reader
from shared.tasks import Source
from shared.turns import TurnTimes, TurnWords


class Why(msgspec.Struct, frozen=True, kw_only=True):
    """Answer of ``GET /api/v1/commands/{id}/why``."""

    command_id: str
    at: str
    """UTC, ISO 8601."""
    source: Source
    actor: str
    """The credential that asked, in a word or two."""
    sentence: str
    """All that matters of it, in a sentence or two that sound right aloud."""
    text: str | None
    """The words, when it was asked in words that were not deleted for good."""
    words: TurnWords | None
    """When it was said: how it was heard. None unless the person has words kept."""
    outcome: OutcomeKind
    reader: Reader | None
    """Who read it so; None for words that are no command, and for what was asked long ago."""
    confidence: float
    actions: list[Action]
    """What the words were taken for."""
    reply: str
    changes: list[Event]
    """What it changed, as it was before and is after."""
    took: TurnTimes | None
    """Milliseconds of its turn, when it was said in a conversation of the last 90 days."""


class EvaluationCase(msgspec.Struct, frozen=True):
    """Answer of ``GET /api/v1/commands/{id}/case``."""

    lines: list[str]
    """JSON, one object a line, as ``saydo eval`` takes them: a home where one is needed, and the
    case. What must come of it is what came of it: correct that."""
