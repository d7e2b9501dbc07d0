"""The changes of timers and alarms, and the question which there are.

In each `Update`, a field left out stays as it is. Undo puts back what was before; what has rung
meanwhile does not ring again.
"""

import msgspec
from msgspec import UNSET, UnsetType

from shared.bells import BellKind
from shared.tasks import Repeat


class CreateTimer(msgspec.Struct, tag="create_timer", omit_defaults=True, frozen=True):
    """Starts a timer."""

    seconds: int
    label: str = ""
    timer_id: str | None = None
    """Chosen by the caller (a UUID), or by the engine when absent; so is `alarm_id`."""


class UpdateTimer(msgspec.Struct, tag="update_timer", omit_defaults=True, frozen=True):
    """Names, pauses or resumes a timer, or changes how long it goes on."""

    timer_id: str
    label: str | UnsetType = UNSET
    add_s: int | UnsetType = UNSET
    """Seconds more; less when negative. One that is over goes on for so long from now."""
    left_s: int | UnsetType = UNSET
    """Seconds that are left from now on."""
    paused: bool | UnsetType = UNSET


class DeleteTimer(msgspec.Struct, tag="delete_timer", frozen=True):
    """Moves a timer to the trash; it does not ring."""

    timer_id: str


class CreateAlarm(msgspec.Struct, tag="create_alarm", omit_defaults=True, frozen=True):
    """Sets an alarm."""

    at: str
    time_zone: str | None = None
    label: str = ""
    repeat: Repeat | None = None
    alarm_id: str | None = None


class UpdateAlarm(msgspec.Struct, tag="update_alarm", omit_defaults=True, frozen=True):
    """Names an alarm, sets it to another time, or makes it repeat."""

    alarm_id: str
    at: str | UnsetType = UNSET
    time_zone: str | None | UnsetType = UNSET
    label: str | UnsetType = UNSET
    repeat: Repeat | None | UnsetType = UNSET


class DeleteAlarm(msgspec.Struct, tag="delete_alarm", frozen=True):
    """Moves an alarm to the trash; it does not ring."""

    alarm_id: str


class SnoozeBell(msgspec.Struct, tag="snooze_bell", omit_defaults=True, frozen=True):
    """Silences what rings, and lets it ring again in so many minutes."""

    bell_id: str | None = None
    """Of a timer or an alarm; all that rings when left out."""
    minutes: int = 10


class StopBell(msgspec.Struct, tag="stop_bell", omit_defaults=True, frozen=True):
    """Silences what rings: an alarm that repeats waits for its next turn, all else is over."""

    bell_id: str | None = None
    """Of a timer or an alarm; all that rings when left out."""


class ListBells(msgspec.Struct, tag="list_bells", omit_defaults=True, frozen=True):
    """Asks which timers and alarms are set, and when they ring. Changes nothing."""

    kind: BellKind | None = None
    bell_id: str | None = None
    """Only this one."""
    day: str | None = None
    """Only what rings on that day, ISO date."""


BellAction = (
    CreateTimer
    | UpdateTimer
    | DeleteTimer
    | CreateAlarm
    | UpdateAlarm
    | DeleteAlarm
    | SnoozeBell
    | StopBell
    | ListBells
)
"""Any of the above, told apart by its ``type`` field."""
