"""What was chosen for all commands of one call."""

from contextvars import ContextVar

WORKSPACE: ContextVar[str | None] = ContextVar("workspace", default=None)
"""Name or id of the shared workspace that all commands are about."""
