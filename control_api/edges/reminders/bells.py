"""Timers and alarms as reminders: when each is to ring, and what its receipt says."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
from sqlite_utils import Database

from control_api.edges.reminders.plan import stamp
from control_api.language.wording.bell_replies import say_missed, say_ringing
from control_api.language.words.language import Language
from control_api.time.rings import RINGS, ring_times
from shared.bells import Alarm, Bell, Timer
from shared.events import Kind
from shared.reminders import ReminderState

KINDS: tuple[Kind, ...] = ("timer", "alarm")
_TYPES: dict[str, type[Bell]] = {"timer": Timer, "alarm": Alarm}


def bells_by_id(
    db: Database, bell_ids: Iterable[str], *, with_trash: bool = False
) -> dict[str, Bell]:
    """Those of the bells that there are; `with_trash`: and those that were stopped or deleted."""
    rows = db.execute(
        """
        SELECT kind, document FROM things
        WHERE id IN (SELECT value FROM json_each(?)) AND (? OR deleted_at IS NULL)
            AND kind IN ('timer', 'alarm')
        """,
        [msgspec.json.encode(list(bell_ids)).decode(), with_trash],
    )
    found = [msgspec.json.decode(text, type=_TYPES[kind]) for kind, text in rows]
    return {bell.id: bell for bell in found}


def bell_occasions(bell: Bell | None, zone: ZoneInfo, now: datetime) -> dict[str, str]:
    """The times of a bell, each by the key that makes it go out once; none of one that is gone."""
    if bell is None:
        return {}
    times = [stamp(at) for at in ring_times(bell, zone, now)]
    return dict(zip(times, times, strict=True))


def is_ringing(at: datetime, state: ReminderState, now: datetime) -> bool:
    """Whether it sounds, with nobody having stopped it so far."""
    return state in {"due", "delivered"} and now - at < RINGS


def say_bell(bell: Bell, at: datetime, now: datetime, zone: ZoneInfo, language: Language) -> str:
    """What is shown or said of it; of what is long over, that it was missed."""
    say = say_ringing if now - at < RINGS else say_missed
    return say(bell, at, now, zone, language)
