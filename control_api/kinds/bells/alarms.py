"""What is done to alarms."""

from datetime import datetime, timedelta

import msgspec
from msgspec import UNSET
from sqlite_utils import Database

from control_api.engine.moment import Moment
from control_api.engine.results import Result
from control_api.input.fields import invalid
from control_api.kinds.bells.inputs import clean_label, clean_when
from control_api.kinds.bells.kept import ALARMS
from control_api.kinds.bells.timers import saved
from control_api.kinds.simple.actions import Actions, Given
from control_api.time.rings import next_ring, rest_of, stamp
from shared.bell_actions import CreateAlarm, DeleteAlarm, UpdateAlarm
from shared.bells import Alarm

_JUST_NOW = timedelta(minutes=1)
"""Times are given to the minute: who says 2:05 at half past that minute means now."""


def _at(db: Database, given: Given, moment: Moment) -> Given:
    del db
    when = clean_when(given["at"], given["time_zone"], given["repeat"])
    alarm = _ahead(Alarm(id="", created_at="", updated_at="", **when), moment)
    return given | {"at": alarm.at, "time_zone": alarm.time_zone, "repeat": alarm.repeat}


ALARM_ACTIONS = Actions(
    kept=ALARMS,
    id_field="alarm_id",
    create=CreateAlarm,
    update=UpdateAlarm,
    delete=DeleteAlarm,
    clean={"label": clean_label},
    check=_at,
)


def update_alarm(db: Database, action: UpdateAlarm, moment: Moment) -> Result:
    """Name it, or set it to another time. Raises `InvalidInputError` for one that is over."""
    before = ALARMS.existing(db, action.alarm_id)
    given = msgspec.structs.asdict(action)
    when = {
        name: getattr(before, name) if given[name] is UNSET else given[name]
        for name in ("at", "time_zone", "repeat")
    }
    label = before.label if action.label is UNSET else clean_label(action.label)
    after = msgspec.structs.replace(before, label=label)
    if when != {name: getattr(before, name) for name in when}:
        after = msgspec.structs.replace(after, snoozed_until=None, **clean_when(**when))
        after = _ahead(after, moment)
    return saved(db, action, before, after, moment)


def put_off(alarm: Alarm, until: datetime, moment: Moment) -> Alarm:
    """The alarm as it rings again then, and after that as it would anyway. `until` is aware."""
    rest = rest_of(alarm, moment.zone, moment.now)
    kept = rest or msgspec.structs.replace(alarm, repeat=None)
    return msgspec.structs.replace(kept, snoozed_until=stamp(until))


def _ahead(alarm: Alarm, moment: Moment) -> Alarm:
    """The alarm from its next turn on. Raises `InvalidInputError` when it has none."""
    if next_ring(alarm, moment.zone, moment.now - _JUST_NOW) is None:
        raise invalid("at", "That time is over. Choose one that is still to come.")
    rest = rest_of(alarm, moment.zone, moment.now - _JUST_NOW)
    return alarm if rest is None else rest
