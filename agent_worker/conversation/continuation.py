"""A sentence that went on after it was answered.

"Remind me to call Sarah." ... "Tomorrow at three." A short wait makes the assistant quick, and now
and then too quick, so what it has begun can be taken back: words that follow within a moment are
read together with those before, and when they make one command, it takes the place of the first.

"Delete the dentist." ... "No wait, keep it." takes back what was done, also once the reply began.
"""

import asyncio
import re
from dataclasses import dataclass

from agent_worker.conversation.turns import is_sure
from shared.actions import Action, CreateTask, Redo, Undo
from shared.outcomes import Outcome

GOES_ON_WITHIN_S = 1.5
"""Silence after which what is said is a new sentence."""
TAKEN_BACK_WITHIN_S = 6.0
"""Silence after which "no wait" is of something else: time to hear the reply and be startled."""
_ENDS = " \t.?!…,;"
_WORD = re.compile(r"[a-z']+")
_TAKES_BACK = re.compile(
    r"(?:.* )?(?:no no|no wait|wait no|actually no|no actually|no stop|no don't|no do not"
    r"|(?:please )?(?:don't|do not)(?: (?:do|delete|remove) (?:it|that))?"
    r"|(?:keep|leave) (?:it|that)|not that(?: one)?|on second thoughts?|or(?: maybe| rather)? not"
    r"|never ?mind|scratch that|forget (?:it|that)|just kidding)"
)


@dataclass(frozen=True)
class LastTurn:
    """The turn before."""

    text: str
    command_id: str | None
    """Of the command it became, if it became one that can be undone."""
    actions: list[Action]


class Continuation:
    """Remembers the last turn of one conversation, and when the person spoke."""

    def __init__(self) -> None:
        self._last: LastTurn | None = None
        self._stopped_at: float | None = None
        self._is_fresh = False
        """Whether nothing was heard since the last turn was over."""
        self._gap_s = float("inf")
        self._answered: tuple[str, LastTurn | None, float] = ("", None, self._gap_s)
        """The turn that is being answered, the one before it, and the silence between, in s."""

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
        self._answered = (text, *self._previous(text))
        self._last = LastTurn(text, None, [])
        self._is_fresh = True
        self._gap_s = float("inf")

    def became(self, text: str, outcome: Outcome) -> None:
        """Note what the engine did for the last turn, which it read as `text`."""
        command_id = outcome.command_id if outcome.outcome == "done" else None
        self._last = LastTurn(text, command_id, outcome.actions)

    def before(self, text: str) -> LastTurn | None:
        """Give the turn that `text` may go on from; None after a longer silence.

        It is asked for while `text` may still grow, and again after its own turn is over.
        """
        said, gap_s = self._previous(text)
        return said if gap_s <= GOES_ON_WITHIN_S else None

    def taken_back(self, text: str) -> LastTurn | None:
        """Give the turn whose command `text` takes back, if it does."""
        said, gap_s = self._previous(text)
        if said is None or said.command_id is None or gap_s > TAKEN_BACK_WITHIN_S:
            return None
        # Who says "no wait, no" does not want the deletion back that the first half took away.
        is_undo = any(isinstance(action, Undo | Redo) for action in said.actions)
        return said if takes_back(text) and not is_undo else None

    def _previous(self, text: str) -> tuple[LastTurn | None, float]:
        return self._answered[1:] if self._answered[0] == text else (self._last, self._gap_s)


def adds_to(before: LastTurn, whole: Outcome) -> bool:
    """Whether `whole`, the sentence of `before` with more words, says more of the same.

    Other words in a title are no more of the same: any words make a longer title.
    """
    titles = {action.title for action in whole.actions if isinstance(action, CreateTask)}
    kept = all(a.title in titles for a in before.actions if isinstance(a, CreateTask))
    return kept and is_other_command(before, whole)


def is_other_command(before: LastTurn, whole: Outcome) -> bool:
    """Whether `whole` is surely a command, and not the one that `before` was."""
    return whole.outcome == "planned" and is_sure(whole) and whole.actions != before.actions


def takes_back(text: str) -> bool:
    """Whether somebody did not mean what they have just said: "no wait", "... no, keep it"."""
    words = _WORD.findall(text.lower().replace("\u2019", "'"))
    return _TAKES_BACK.fullmatch(" ".join(words)) is not None


def joined(first: str, second: str) -> str:
    """One sentence of two."""
    second = second.strip()
    if second[:2] != "I " and not second[:2].isupper():
        second = second[:1].lower() + second[1:]
    return f"{first.strip(_ENDS)} {second}"
