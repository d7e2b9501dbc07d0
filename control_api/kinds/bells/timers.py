"""What is done to timers."""

from datetime import datetime, timedelta
from typing import Any

import msgspec
from msgspec import UNSET
from sqlite_utils import Database

from control_api.engine.moment import Moment
from control_api.engine.results import Result
from control_api.kinds.bells.inputs import clean_label, clean_seconds
from control_api.kinds.bells.kept import TIMERS
from control_api.kinds.simple.actions import Actions, Given
from control_api.kinds.simple.store import save_thing
from control_api.log.changes import Change
from control_api.time.rings import seconds_left, stamp
from shared.bell_actions import CreateTimer, DeleteTimer, UpdateTimer
from shared.bells import Timer


def _start(db: Database, given: Given, moment: Moment) -> Given:
    del db
    seconds = clean_seconds(given["seconds"])
    return given | {"ends_at": stamp(moment.now + timedelta(seconds=seconds))}


TIMER_ACTIONS = Actions(
    kept=TIMERS,
    id_field="timer_id",
    create=CreateTimer,
    update=UpdateTimer,
    delete=DeleteTimer,
    clean={"label": clean_label},
    check=_start,
)


def update_timer(db: Database, action: UpdateTimer, moment: Moment) -> Result:
    """Name it, pause it or let it go on, give it more time or less. Raises as its inputs do."""
    before = TIMERS.existing(db, action.timer_id)
    left, total = seconds_left(before, moment.now), before.seconds
    if action.left_s is not UNSET:
        left = clean_seconds(action.left_s, "left_s")
        total = max(total, left)
    if action.add_s is not UNSET:
        left = clean_seconds(left + action.add_s, "add_s")
        total = max(total + action.add_s, left)
    is_paused = before.ends_at is None
    if action.paused is not UNSET and left:
        is_paused = action.paused
    changes: dict[str, Any] = {"seconds": total}
    if is_paused:
        changes |= {"left_s": left, "ends_at": None}
    elif left != seconds_left(before, moment.now) or before.ends_at is None:
        changes |= {"left_s": None, "ends_at": stamp(moment.now + timedelta(seconds=left))}
    if action.label is not UNSET:
        changes["label"] = clean_label(action.label)
    return saved(db, action, before, msgspec.structs.replace(before, **changes), moment)


def put_off(timer: Timer, until: datetime) -> Timer:
    """The timer as it rings again then. `until` is aware."""
    return msgspec.structs.replace(timer, ends_at=stamp(until), left_s=None)


def saved(db: Database, action: Any, before: Any, after: Any, moment: Moment) -> Result:
    """Keep a bell as it is after a change, when it is one."""
    if after != before:
        after = msgspec.structs.replace(after, updated_at=moment.stamp)
        save_thing(db, after)
    return Result(action=action, also=[Change(before=before, after=after)])
