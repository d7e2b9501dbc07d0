"""What is to be run: the actions that words were read as, or a program sent."""

from typing import Literal

import msgspec

from shared.actions import Action
from shared.approvals import Decision

PlanOutcome = Literal["planned", "clarify", "answered", "not_a_command", "refused"]


class ApprovalAnswer(msgspec.Struct, frozen=True):
    """A yes or no to what waits for one."""

    approval_id: str
    decision: Decision


class CommandPlan(msgspec.Struct, frozen=True, kw_only=True):
    """What a request asks for, read from its words or given as actions."""

    outcome: PlanOutcome
    actions: list[Action] = []
    confidence: float = 0.0
    """0 to 1: how sure it is that the person meant this."""
    names_all: bool = True
    """The words name each thing that they change; else they take in all that there are."""
    reply: str = ""
    """The question to ask, the answer or the reason; empty when planned."""
    remark: str = ""
    """What is said after what was done, such as what of the words can't be kept."""
    complete: bool = True
    """False when the words are a command that seems cut off."""
    dangling: bool = False
    """Something must follow the last word, whatever the words mean."""
    alternatives: list[str] = []
    """What may have been said instead of words that are no command, likeliest first."""
    answers: ApprovalAnswer | None = None
    """The words are a yes or no: it decides what is run."""
    waiting: str | None = None
    """What waits for a yes where the words were said."""
