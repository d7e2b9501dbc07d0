"""A sentence that went on after it was answered.

"Remind me to call Sarah." ... "Tomorrow at three." A short wait makes the assistant quick, and now
and then too quick, so what it has begun can be taken back: words that follow within a moment are
read together with those before, and when they make one command, it takes the place of the first.
"""

import asyncio
from dataclasses import dataclass

from shared.actions import Action
from shared.outcomes import Outcome

GOES_ON_WITHIN_S = 1.5
"""Silence after which what is said is a new sentence."""
_ENDS = " \t.?!…,;"


@dataclass(frozen=True)
class Said:
    """The turn before."""

    text: str
    command_id: str | None
    """Of the command it became, if it became one that can be undone."""
    actions: list[Action]


class Continuation:
    """Remembers the last turn of one conversation, and when the person spoke."""

    def __init__(self) -> None:
        self._last: Said | None = None
        self._stopped_at: float | None = None
        self._is_fresh = False
        """Whether nothing was heard since the last turn was over."""
        self._gap_s = float("inf")
        self._answered: tuple[str, Said | None] = ("", None)
        """The turn that is being answered, and the one it may go on from."""

    def on_speaking(self, speaking: bool) -> None:
        """Note that the person began or stopped to speak."""
        now = asyncio.get_running_loop().time()
        if not speaking:
            self._stopped_at = now
        elif self._is_fresh and self._stopped_at is not None:
            self._gap_s = now - self._stopped_at
            self._is_fresh = False

    def turn_over(self, text: str) -> None:
        """Note that a turn was over, with `text` in it."""
        self._answered = (text, self.before(text))
        self._last = Said(text, None, [])
        self._is_fresh = True
        self._gap_s = float("inf")

    def became(self, text: str, outcome: Outcome) -> None:
        """Note what the engine did for the last turn, which it read as `text`."""
        self._last = Said(text, outcome.command_id, outcome.actions)

    def before(self, text: str) -> Said | None:
        """Give the turn that `text` may go on from; None after a longer silence.

        It is asked for while `text` may still grow, and again after its own turn is over.
        """
        if self._answered[0] == text:
            return self._answered[1]
        return self._last if self._gap_s <= GOES_ON_WITHIN_S else None


def joined(first: str, second: str) -> str:
    """One sentence of two."""
    second = second.strip()
    if second[:2] != "I " and not second[:2].isupper():
        second = second[:1].lower() + second[1:]
    return f"{first.strip(_ENDS)} {second}"
