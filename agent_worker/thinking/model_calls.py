"""Which of a language model's tool calls are let through: few, small, and of what it was shown."""

import json
import logging
from collections.abc import Iterable

from livekit.agents.llm import FunctionToolCall
from livekit.agents.utils import shortuuid

MOST_CALLS = 10
"""In one answer; who wants more is not helping."""
LONGEST_ARGUMENTS = 4_000
"""Characters."""

_log = logging.getLogger(__name__)


class ModelCalls:
    """The calls in one answer of a language model."""

    def __init__(self, shown: Iterable[str], known: Iterable[str]) -> None:
        """`shown` are the tools of this one request, `known` all names that may be in our log."""
        self._shown = frozenset(shown)
        self._known = frozenset(known)
        self._kept = 0
        self._dropped: list[str] = []

    @property
    def is_enough(self) -> bool:
        """Whether so many calls came that no more of the answer is worth reading."""
        return self._kept + len(self._dropped) >= MOST_CALLS

    def keep(self, calls: list[FunctionToolCall]) -> list[FunctionToolCall]:
        """Give those that may be run, each with an id of ours: a model could choose a used one."""
        kept = []
        for call in calls:
            if self.is_enough or call.name not in self._shown or not _is_sound(call):
                # A name that a model made up may hold what a person wrote.
                self._dropped.append(call.name if call.name in self._known else "unknown")
            else:
                self._kept += 1
                kept.append(call.model_copy(update={"call_id": shortuuid("call_")}))
        return kept

    def report(self) -> None:
        """Log what was dropped."""
        if self._dropped:
            names = ", ".join(sorted(set(self._dropped)))
            _log.warning(
                "Dropped %d calls that the language model may not make: %s.",
                len(self._dropped),
                names,
            )


def _is_sound(call: FunctionToolCall) -> bool:
    if len(call.arguments) > LONGEST_ARGUMENTS:
        return False
    try:
        return isinstance(json.loads(call.arguments or "{}"), dict)
    except (ValueError, RecursionError):
        return False
