"""What becomes of a command, told while it is handled."""

from typing import Literal

import msgspec

from shared.actions import Action
from shared.tasks import Source

Verdict = Literal["allowed", "needs_approval", "refused"]
"""What the policy says of a plan."""
Stage = Literal[
    "planned", "approved", "started", "finished", "checked", "done", "rolled_back", "declined"
]


class PlannedStep(msgspec.Struct, frozen=True, kw_only=True):
    """One action of a plan."""

    words: str
    """What it is to do: ``Add "Milk"``."""
    action: Action
    """The same, exactly; without the things of an import."""


class ProgressEvent(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="progress"):
    """Sent on the event stream while a command is handled. It has no place in the log.

    ``planned`` gives the steps; ``started`` and ``finished`` tell of one; ``checked`` is what the
    policy says of them all. Nothing is done before ``done``: the steps are tried in one
    transaction, and ``rolled_back`` means that none of them has changed anything. A plan that was
    asked about begins with ``approved``, or is over with ``declined``.
    """

    type: Literal["progress"] = "progress"
    stage: Stage
    command_id: str
    at: str
    """UTC, ISO 8601."""
    source: Source
    actor: str
    """The credential that asked for it, or decided it, in a word or two."""
    words: str = ""
    """Of a step, what it is to do; of a verdict or an end, why, or what was done. May be empty."""
    total: int = 0
    """How many steps the plan has."""
    step: int | None = None
    """Its place in the plan, from 1 on; once it was rolled back, of the step that failed, if any.
    """
    steps: list[PlannedStep] = []
    """The first hundred of them; the others are not told one by one."""
    text: str | None = None
    """Once it is planned, the words that it was read from."""
    verdict: Verdict | None = None
    """Once it is checked."""
    approval_id: str | None = None
    """Of what waits for a yes, or was decided."""
