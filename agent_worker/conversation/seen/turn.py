"""One turn while it goes on: its words, what they were taken for, and the clock of each stage."""

import time
from collections.abc import Iterable

import msgspec
from livekit.agents.llm import MetricsReport

from shared.outcomes import Outcome
from shared.tasks import Source
from shared.turns import NewTurn, TurnTimes

LONGEST = 2000
"""Characters of one text in a record."""
_MOST_OTHERS = 20


class Heard(msgspec.Struct, frozen=True):
    """What the recogniser made of some sound."""

    first: str
    others: list[str]
    """Further hypotheses that were looked at."""


class Meant(msgspec.Struct, frozen=True):
    """What words would do, by a dry run."""

    outcome: Outcome
    source: Source
    took_ms: float


class OpenTurn:
    """A turn that the person has ended, and that is being answered."""

    def __init__(self, text: str, metrics: MetricsReport) -> None:
        self.text = text
        self.done: Outcome | None = None
        """What came of the last thing that was carried out."""
        self.source: Source | None = None
        self.tool_ms: float | None = None
        self.is_answered = False
        self._began = time.perf_counter()
        self._spoke_ms: float | None = None
        self._interrupted = False
        self._transcription_ms = _ms(metrics.get("transcription_delay"))
        self._end_of_turn_ms = _ms(metrics.get("end_of_turn_delay"))
        self._answer_ms: float | None = None
        self._speech_ms: float | None = None
        self._total_ms: float | None = None

    def ran(self, source: Source, outcome: Outcome, took_ms: float) -> None:
        """Note that something was carried out."""
        self.source, self.done = source, outcome
        self.tool_ms = (self.tool_ms or 0.0) + took_ms

    def spoke(self) -> None:
        """Note that the answer begins to be heard."""
        if self._spoke_ms is None:
            self._spoke_ms = (time.perf_counter() - self._began) * 1000

    def answered(self, metrics: MetricsReport, *, interrupted: bool) -> None:
        """Note that something was said to it; the first piece is what the person waited for."""
        if not self.is_answered:
            self._answer_ms = _ms(metrics.get("llm_node_ttft"))
            self._speech_ms = _ms(metrics.get("tts_node_ttfb"))
            self._total_ms = _ms(metrics.get("e2e_latency"))
        self.is_answered = True
        self._interrupted = interrupted

    def record(self, heard: Heard | None, meant: Meant | None) -> NewTurn:
        """All that is known of it; `meant` is what a dry run of its words said."""
        first = heard.first if heard is not None else self.text
        alike = meant.outcome.alternatives if meant is not None else []
        others = _others([*(heard.others if heard is not None else []), *alike], self.text, first)
        outcome = self.done or (meant.outcome if meant is not None else None)
        source = self.source or (meant.source if meant is not None else "voice")
        return NewTurn(
            source=source,
            heard=first[:LONGEST],
            text=self.text[:LONGEST],
            others=others,
            outcome=None if outcome is None else outcome.outcome,
            reader=None if outcome is None else outcome.reader,
            confidence=0.0 if outcome is None else outcome.confidence,
            command_id=None if self.done is None else self.done.command_id,
            interrupted=self._interrupted,
            took=TurnTimes(
                transcription=self._transcription_ms,
                end_of_turn=self._end_of_turn_ms,
                understanding=None if meant is None else meant.took_ms,
                answer=self._answer_ms,
                tool=self.tool_ms,
                speech=self._speech_ms,
                total=self._spoke_ms if self._total_ms is None else self._total_ms,
            ),
        )


def _others(texts: Iterable[str], *taken: str) -> list[str]:
    found = dict.fromkeys(text[:LONGEST] for text in texts if text not in taken)
    return list(found)[:_MOST_OTHERS]


def _ms(seconds: float | None) -> float | None:
    # LiveKit's delays are negative, or hours, where its clock has started at something else.
    return None if seconds is None or not 0 <= seconds < _AN_HOUR_S else seconds * 1000


_AN_HOUR_S = 3600
