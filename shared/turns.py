"""What happened in each turn of a conversation by voice: what was heard, how it was read, how long.

The words are kept only for who wants that; the numbers are nobody's words.
"""

from typing import Annotated, Literal

import msgspec

from shared.outcomes import OutcomeKind, Reader
from shared.tasks import Source

SLOW_MS = 2000
"""An answer that begins later than this after the words is too late."""
LONGEST_KEPT_DAYS = 365

Said = Annotated[str, msgspec.Meta(max_length=2000)]
Milliseconds = Annotated[float, msgspec.Meta(ge=0, le=3_600_000)]


class TurnTimes(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Milliseconds; None for a stage that the turn did not have.

    They overlap: words are read while the silence is still being proved.
    """

    transcription: Milliseconds | None = None
    """From the end of the voice to its words."""
    end_of_turn: Milliseconds | None = None
    """From the end of the voice until it was sure that no more comes."""
    understanding: Milliseconds | None = None
    """What the words would do, asked of the control API."""
    answer: Milliseconds | None = None
    """To the first piece of the answer: the reply, or the language model's first words."""
    tool: Milliseconds | None = None
    """Carrying it out, all calls together."""
    speech: Milliseconds | None = None
    """To the first sound of the answer."""
    total: Milliseconds | None = None
    """From the end of the voice, or of what was typed, to the beginning of the answer."""


class NewTurn(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Body of ``POST /api/v1/sessions/{room}/turns``: a turn that is over, told by the worker."""

    source: Source = "voice"
    heard: Said = ""
    """What the recogniser heard first."""
    text: Said = ""
    """What was taken for said: that, or another hypothesis."""
    others: Annotated[list[Said], msgspec.Meta(max_length=20)] = []
    """The hypotheses that were not taken, likeliest first."""
    outcome: OutcomeKind | None = None
    """What the words were taken for; None when nobody could be asked."""
    reader: Reader | None = None
    confidence: Annotated[float, msgspec.Meta(ge=0, le=1)] = 0.0
    command_id: Annotated[str, msgspec.Meta(max_length=36)] | None = None
    """Of what was run."""
    interrupted: bool = False
    """The person cut the answer short."""
    took: TurnTimes = TurnTimes()


class TurnWords(msgspec.Struct, frozen=True, kw_only=True):
    """The words of a turn."""

    heard: str
    """What the recogniser heard first."""
    text: str
    """What was taken for said."""
    others: list[str]
    """The hypotheses that were not taken, likeliest first."""


class TurnRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A turn as it is kept."""

    at: str
    """When it was over: UTC, ISO 8601."""
    source: Source
    words: TurnWords | None
    """None unless the person has words kept, and for so long only."""
    outcome: OutcomeKind | None
    reader: Reader | None
    confidence: float
    command_id: str | None
    interrupted: bool
    took: TurnTimes


class TurnPage(msgspec.Struct, frozen=True):
    """One page of the turns of a conversation, the newest first."""

    items: list[TurnRecord]
    next_cursor: str | None


class Transcripts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whether the words of conversations are kept: ``/api/v1/me/transcripts``."""

    keep_days: Annotated[int, msgspec.Meta(ge=0, le=LONGEST_KEPT_DAYS)] = 0
    """For so many days; 0: not at all."""


class SlowTurnEvent(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="slow_turn"):
    """Sent on the event stream when an answer came too late. It has no place in the log."""

    type: Literal["slow_turn"] = "slow_turn"
    room: str
    at: str
    """UTC, ISO 8601."""
    took: TurnTimes
