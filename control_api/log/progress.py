"""A command on its way, told step by step to who watches. Nothing of it is kept."""

from collections.abc import Callable
from typing import Any

from control_api.database.clock import utc_stamp
from shared.progress import PlannedStep, ProgressEvent, Stage, Verdict
from shared.tasks import Source

MOST_STEPS = 100
"""Of one plan, that are told one by one."""

Tell = Callable[[ProgressEvent], None]


class Progress:
    """Tells what becomes of one command; where nobody watches, nothing is told."""

    def __init__(self, tell: Tell | None = None) -> None:
        """`tell` may be called in any thread, and must not raise."""
        self._tell = tell
        self._about: dict[str, Any] = {}
        self._steps: list[PlannedStep] = []
        self._under_way: int | None = None
        self._is_open = False
        self._if_not_done: Stage = "rolled_back"

    @property
    def is_watched(self) -> bool:
        """Whether anybody is told."""
        return self._tell is not None

    def begin(self, command_id: str, source: Source, actor: str) -> None:
        """Note which command it is; nothing is told yet."""
        self._about = {"command_id": command_id, "source": source, "actor": actor}

    def decided(self, approval_id: str, *, is_yes: bool) -> None:
        """Tell of a yes; a no is told at the end, once it is kept."""
        self._about["approval_id"] = approval_id
        self._is_open = True
        if is_yes:
            self._say("approved")
        else:
            self._if_not_done = "declined"

    def planned(self, steps: list[PlannedStep], total: int, text: str | None) -> None:
        """Tell the plan: its first steps, and how many it has."""
        self._is_open = True
        self._steps = steps
        self._about["total"] = total
        self._say("planned", steps=steps, text=text)

    def started(self, step: int) -> None:
        """Tell that a step, counted from 1 on, is tried."""
        self._under_way = step
        self._say_step("started", step)

    def finished(self, step: int) -> None:
        """Tell that it can be done."""
        self._under_way = None
        self._say_step("finished", step)

    def checked(self, verdict: Verdict, words: str = "", approval_id: str | None = None) -> None:
        """Tell what the policy says, and why."""
        if approval_id is not None:
            self._about["approval_id"] = approval_id
        self._say("checked", verdict=verdict, words=words)

    def ended(self, words: str, *, is_done: bool) -> None:
        """Tell what came of it, once it is kept or taken back."""
        if self._is_open:
            self._say("done" if is_done else self._if_not_done, words=words, step=self._under_way)

    def _say_step(self, stage: Stage, step: int) -> None:
        if step <= len(self._steps):
            self._say(stage, step=step, words=self._steps[step - 1].words)

    def _say(self, stage: Stage, **fields: Any) -> None:
        if self._tell is not None:
            self._tell(ProgressEvent(stage=stage, at=utc_stamp(), **self._about | fields))
