"""What rings: timers, which count down, and alarms, which wake at a time of day."""

from typing import Annotated, ClassVar, Literal

import msgspec
from msgspec import UNSET, UnsetType

from shared.tasks import Repeat

BellKind = Literal["timer", "alarm"]
Label = Annotated[str, msgspec.Meta(max_length=200)]
"""What it is for, in a word or two: "pasta"; empty for one without a name."""
LONGEST_TIMER_S = 7 * 24 * 3600
Seconds = Annotated[int, msgspec.Meta(ge=1, le=LONGEST_TIMER_S)]
LONGEST_SNOOZE_MIN = 24 * 60


class Timer(msgspec.Struct, frozen=True):
    """So many seconds that are counted down. It rings at their end, until it is stopped."""

    KIND: ClassVar[Literal["timer"]] = "timer"

    id: str
    seconds: int
    """From its beginning, with what was added since."""
    created_at: str
    updated_at: str
    label: str = ""
    ends_at: str | None = None
    """When it rings, UTC, ISO 8601 with ``Z``; None while it is paused."""
    left_s: int | None = None
    """Seconds left, while it is paused."""


class Alarm(msgspec.Struct, frozen=True):
    """A time of day at which it rings, until it is stopped; once, or as its repeat says."""

    KIND: ClassVar[Literal["alarm"]] = "alarm"

    id: str
    at: str
    """Local date-time of its next turn, see `shared.actions`."""
    created_at: str
    updated_at: str
    time_zone: str | None = None
    """IANA zone of `at`; without one it floats with the person."""
    label: str = ""
    repeat: Repeat | None = None
    snoozed_until: str | None = None
    """When it rings once more, UTC, ISO 8601 with ``Z``."""


Bell = Timer | Alarm


class TimerPage(msgspec.Struct, frozen=True):
    """One page of the timers, the oldest first."""

    items: list[Timer]
    next_cursor: str | None


class AlarmPage(msgspec.Struct, frozen=True):
    """One page of the alarms, the oldest first."""

    items: list[Alarm]
    next_cursor: str | None


class NewTimer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``POST /api/v1/timers``."""

    seconds: Seconds
    label: Label = ""


class TimerChanges(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``PATCH /api/v1/timers/{id}``: what is left out stays."""

    label: Label | UnsetType = UNSET
    add_s: int | UnsetType = UNSET
    left_s: Seconds | UnsetType = UNSET
    paused: bool | UnsetType = UNSET


class NewAlarm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``POST /api/v1/alarms``."""

    at: str
    time_zone: str | None = None
    label: Label = ""
    repeat: Repeat | None = None


class AlarmChanges(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Body of ``PATCH /api/v1/alarms/{id}``: what is left out stays."""

    at: str | UnsetType = UNSET
    time_zone: str | None | UnsetType = UNSET
    label: Label | UnsetType = UNSET
    repeat: Repeat | None | UnsetType = UNSET
