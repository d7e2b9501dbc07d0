"""What of a plan may happen at once, what is asked about first, and what is left to the hand.

The one place that decides it: by what the plan risks, how much of it there is, who wants it, and
whether it was said or done by hand.
"""

from collections.abc import Callable
from typing import Literal

import msgspec

from control_api.engine.results import Result
from control_api.log.changes import Change
from shared.actions import Action
from shared.outcomes import DecidedBy
from shared.progress import Verdict
from shared.thing_actions import DeleteProject, EmptyTrash, PurgeThing
from shared.voice_settings import LEAVING, WORDS, VoiceSettings

AsksFor = Callable[[Result], bool]
"""Whether the words that a language model answers to ask for what an action does."""

Risk = Literal["none", "change", "bulk", "delete", "outward"]
"""What a plan can do to what is there: nothing, a little, much at once, take away more than what
was named, or let more of what is said leave this machine."""

MOST_UNASKED = 3
"""Tasks and other things that a language model may change at once, unasked."""
_FOR_GOOD = (PurgeThing, EmptyTrash)


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """Who wants a plan, and how that was said."""

    decided_by: DecidedBy
    in_words: bool
    """It was said or typed; else it was done by hand, on a page that shows what it is about."""
    names_all: bool = True
    """The words name each thing that they change; else they take in all that there are."""
    is_sure: bool = True
    """The words mean this, and hardly anything else."""
    is_approved: bool = False
    """It was asked about, and this is the yes."""
    asks_for: AsksFor | None = None
    """When a model decides: whether the person's words ask for what an action does."""


def is_refused(actions: list[Action], wish: Wish) -> bool:
    """Whether nobody is even asked: what can't be taken back is done by a person's hand only."""
    by_hand = wish.decided_by == "person" and not wish.in_words
    return not by_hand and any(isinstance(action, _FOR_GOOD) for action in actions)


def judge(results: list[Result], changes: list[Change], wish: Wish) -> Verdict:
    """Judge a plan by what it would do. `changes` are its net changes.

    What a person does by hand is done, and what their words name one by one. Asked about is what
    they may not have meant, what they say of many things at once, what takes away more than they
    named, and what lets more of what they say leave this machine. What a language model decides is
    done when it is little, takes nothing away, and the person's words ask for it.
    """
    if wish.is_approved or not changes:
        return "allowed"
    if wish.decided_by == "model":
        return _judge_model(results, changes, wish.asks_for)
    if not wish.in_words:
        return "allowed"
    is_asked = not wish.is_sure or risk_of(results, changes, wish) in _ASKED
    return "needs_approval" if is_asked else "allowed"


_ASKED: frozenset[Risk] = frozenset({"bulk", "delete", "outward"})


def risk_of(results: list[Result], changes: list[Change], wish: Wish) -> Risk:
    """How much a person's own words put at risk."""
    if not changes:
        return "none"
    if any(result.reach or isinstance(result.action, DeleteProject) for result in results):
        return "delete"
    if let_out(changes):
        return "outward"
    if wish.names_all:
        return "change"
    if any(change.after is None for change in changes):
        return "delete"
    return "bulk" if len(counted(changes)) > 1 else "change"


def let_out(changes: list[Change]) -> list[str]:
    """The settings with which more of what is said may leave this machine than before."""
    return [
        name
        for change in changes
        if change.kind == VoiceSettings.KIND
        for name in LEAVING
        if _reach(name, change.after) > _reach(name, change.before)
    ]


def _reach(name: str, settings: object) -> int:
    """How far out that setting lets it; the default's where nothing is set."""
    kept = settings if isinstance(settings, VoiceSettings) else VoiceSettings()
    return WORDS[name].index(getattr(kept, name))


def counted(changes: list[Change]) -> list[Change]:
    """The changes that a person would count: not what is on record beside them."""
    return [change for change in changes if change.kind != "occurrence"]


def _judge_model(results: list[Result], changes: list[Change], asks_for: AsksFor | None) -> Verdict:
    is_much = len(counted(changes)) > MOST_UNASKED
    takes_away = any(change.after is None for change in changes)
    if is_much or takes_away or asks_for is None or let_out(changes):
        return "needs_approval"
    is_asked = all(asks_for(result) for result in results if result.changes)
    return "allowed" if is_asked and not _takes_back(results) else "needs_approval"


def _takes_back(results: list[Result]) -> bool:
    return any(result.undone for result in results)
