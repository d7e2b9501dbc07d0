"""What words were read as, and what came of each action: the words' side of the engine."""

from typing import Literal

import msgspec

from control_api.log.changes import Change, Purged
from shared.actions import Action
from shared.approvals import Decision
from shared.tasks import Task

MOST_MENTIONED = 50
"""Of a command about more tasks, an import say, "it" can mean only these."""

ReadingOutcome = Literal["planned", "clarify", "not_a_command", "refused"]


class Known(msgspec.Struct, frozen=True):
    """What the words may refer to."""

    open_tasks: list[Task] = []
    projects: list[str] = []
    mentioned: list[str] = []
    """Ids of the tasks mentioned in this conversation, the latest first."""


class Answer(msgspec.Struct, frozen=True):
    """A yes or no to what waits for one."""

    approval_id: str
    decision: Decision


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What a sentence means."""

    outcome: ReadingOutcome
    actions: list[Action] = []
    confidence: float = 0.0
    """0 to 1: how sure it is that the person meant this."""
    reply: str = ""
    """The question to ask, or the reason; empty when planned."""
    complete: bool = True
    """False when the words are a command that seems cut off."""
    dangling: bool = False
    """Something must follow the last word, whatever the words mean."""
    alternatives: list[str] = []
    """What may have been said instead of words that are no command, likeliest first."""
    answers: Answer | None = None
    """The words are a yes or no: it decides what is run."""
    waiting: str | None = None
    """What waits for a yes where the words were said."""


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What one action did, or would do."""

    action: Action
    before: Task | None = None
    """The task before the change; None when it is new or nothing was changed."""
    after: Task | None = None
    """The task after the change; None when it was deleted or nothing was changed."""
    also: list[Change] = []
    """What else was changed: projects made for it, parts deleted with it; all of it for a thing."""
    freed: list[Task] = []
    """Tasks that waited for this one, and wait for nothing any more."""
    tasks: list[Task] = []
    """The tasks listed, in order; there may be more."""
    total: int = 0
    """How many tasks the list has altogether."""
    undone: list["Result"] = []
    """For an undo or redo: the changes that were taken back, each as it was first made."""
    undoes: str | None = None
    """The id of the command that was taken back."""
    purged: list[Purged] = []
    """What was deleted for good."""
    is_logged: bool = False
    """What it changed is in the log already; here is only the last of it."""

    @property
    def changes(self) -> list[Change]:
        """Everything it changed, in order, its own task last."""
        if self.before is None and self.after is None:
            return self.also
        return [*self.also, Change(before=self.before, after=self.after)]
