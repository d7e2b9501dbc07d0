"""What the launcher starts, and how it tells that it works."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Program:
    """What to start and how to tell that it works."""

    name: str
    command: list[str]
    environment: dict[str, str]
    """All of it. Secrets travel here, never in `command`, which everybody can read."""
    ready_url: str
    """Answers 200 once the program does its work, and something as long as it lives."""
    ready_within: float
    """Seconds."""
    stops_within: float
    """Seconds it is given to end by itself."""
    remedy: str
    """What to do when it doesn't work, a whole sentence."""
    on_death: Callable[[], Awaitable[None]] | None = None
    """What to do after it died unasked, before it is started again."""
    asks_twice: bool = False
    """Whether it waits for its clients at the first SIGTERM, and stops at the second."""
    spare: list[str] | None = None
    """Command of a second process that does all it can, and begins at a line of standard input."""
