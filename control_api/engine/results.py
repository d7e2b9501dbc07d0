"""What came of each action of a plan, or would come of it."""

import msgspec

from control_api.log.changes import Change, Purged
from control_api.log.deeds import Deed
from shared.actions import Action
from shared.tasks import Task
from shared.things import Thing
from shared.trash import Trashed

MOST_MENTIONED = 50
"""Of a command about more tasks, an import say, "it" can mean only these."""


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
    related: list[Task] = []
    """Tasks that its own task points to, to be named: what it is or was a part of, or waits for."""
    tasks: list[Task] = []
    """The tasks listed, in order; there may be more."""
    reach: int = 0
    """Of a thing that was deleted: how many tasks were in it, have it, or are somebody's."""
    total: int = 0
    """How many tasks the list has altogether."""
    trashed: list[Trashed] = []
    """What was deleted, the last first."""
    deeds: list[Deed] = []
    """What was done, the last first."""
    things: list[Thing] = []
    """What else was listed, in order."""
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
