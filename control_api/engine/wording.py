"""What the engine has said for it, as it knows no language itself."""

from datetime import datetime
from typing import Literal, Protocol
from zoneinfo import ZoneInfo

from control_api.engine.results import Result
from control_api.log.changes import Change

Refusal = Literal["declined", "changed_since", "only_by_hand"]
"""Why a plan is left: the person said no, what it is about is not as it was when the person was
asked, or it deletes for good."""


class Wording(Protocol):
    """Says in the person's language what came of a plan.

    It is asked inside the write, as the reply is kept with the command and the question with the
    plan that waits: worded after the commit they would need a second one.
    """

    def results(self, results: list[Result], *, now: datetime, zone: ZoneInfo) -> str:
        """What was done, or would be. `now` is aware."""
        ...

    def question(
        self, results: list[Result], changes: list[Change], *, now: datetime, zone: ZoneInfo
    ) -> str:
        """What would be done, and that it takes a yes. `changes` are all that count of it."""
        ...

    def refusal(self, reason: Refusal) -> str:
        """Why nothing was done."""
        ...

    def none_of(self, reason: str, *, place: int, total: int) -> str:
        """Why none of several actions was done: the one at a place, from 1 on, failed."""
        ...
