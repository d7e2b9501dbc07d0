"""What waits for a person's yes."""

from typing import Literal

import msgspec

from shared.actions import Action
from shared.tasks import Source

Decision = Literal["approve", "refuse"]


class Approval(msgspec.Struct, frozen=True, kw_only=True):
    """A plan that was asked about, and is carried out only after a yes."""

    id: str
    at: str
    """When it was asked; UTC, ISO 8601."""
    expires_at: str
    """From then on a yes comes too late; UTC, ISO 8601."""
    conversation: str
    """Where "yes" and "no" are an answer to it."""
    source: Source
    question: str
    """What was said: the plan, in words."""
    actions: list[Action]
    """Exactly what a yes runs."""
    steps: list[str] = []
    """What the first hundred of them are to do, each in words, where the approval is listed."""


class ApprovalPage(msgspec.Struct, frozen=True):
    """What waits for a yes now, the newest first."""

    items: list[Approval]
    next_cursor: str | None = None
    """There is never more than one page."""


class ApprovalDecision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``POST /api/v1/approvals/{id}``."""

    decision: Decision
