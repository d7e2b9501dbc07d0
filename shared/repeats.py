"""What became of the times of a repeating task, and which come next."""

import msgspec

from shared.things import Occurrence


class OccurrencePage(msgspec.Struct, frozen=True):
    """One page of what is on record of a task that repeats, the latest time first."""

    items: list[Occurrence]
    next_cursor: str | None
    upcoming: list[str]
    """The next five due dates, its own first; empty for a task that does not repeat any more."""
    time_zone: str | None
    """IANA zone of the next due dates; None for all-day and floating times."""
