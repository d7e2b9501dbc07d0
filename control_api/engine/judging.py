"""What of a plan may happen at once: decided by what it does, how much of it, and who wants it."""

from collections.abc import Callable
from typing import Literal

from control_api.engine.results import Result
from control_api.log.changes import Change
from shared.actions import Action
from shared.outcomes import DecidedBy
from shared.thing_actions import EmptyTrash, PurgeThing

AsksFor = Callable[[Result], bool]
"""Whether the words that a language model answers to ask for what an action does."""

Verdict = Literal["allowed", "needs_approval", "refused"]

MOST_UNASKED = 3
"""Tasks and other things that a language model may change at once, unasked."""
_FOR_GOOD = (PurgeThing, EmptyTrash)


def is_refused(actions: list[Action], decided_by: DecidedBy) -> bool:
    """Whether nobody is even asked: what can't be taken back is no language model's to want."""
    return decided_by == "model" and any(isinstance(action, _FOR_GOOD) for action in actions)


def judge(
    results: list[Result],
    changes: list[Change],
    decided_by: DecidedBy,
    asks_for: AsksFor | None,
) -> Verdict:
    """Judge a plan by what it would do. `changes` are its net changes.

    What a person decides is done. What a language model decides is done when it is little, takes
    nothing away, and the person's words ask for it; all else needs a yes.
    """
    if decided_by == "person" or not changes:
        return "allowed"
    is_much = len(counted(changes)) > MOST_UNASKED
    takes_away = any(change.after is None for change in changes)
    if is_much or takes_away or asks_for is None:
        return "needs_approval"
    is_asked = all(asks_for(result) for result in results if result.changes)
    return "allowed" if is_asked and not _takes_back(results) else "needs_approval"


def counted(changes: list[Change]) -> list[Change]:
    """The changes that a person would count: not what is on record beside them."""
    return [change for change in changes if change.kind != "occurrence"]


def _takes_back(results: list[Result]) -> bool:
    return any(result.undone for result in results)
