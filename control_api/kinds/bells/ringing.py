"""What silences a bell that rings, for a while or for good; and the question which bells there are.

Stopping and snoozing are changes like any other, so they are in the log and can be undone.
"""

from collections.abc import Callable
from datetime import date, timedelta

from sqlite_utils import Database

from control_api.engine.moment import Moment
from control_api.engine.results import Result
from control_api.kinds.bells import alarms, timers
from control_api.kinds.bells.inputs import clean_snooze
from control_api.kinds.bells.kept import called, existing_bell
from control_api.kinds.simple.store import all_bells, trash_thing
from control_api.log.changes import Change
from control_api.time.due_times import local
from control_api.time.rings import is_over, next_ring, rang_at, rest_of, ringing_since
from shared.bell_actions import ListBells, SnoozeBell, StopBell
from shared.bells import Alarm, Bell, Timer
from shared.problems import ConflictError


def stop_bell(db: Database, action: StopBell, moment: Moment) -> Result:
    """Let it ring no more. Raises `NotFoundError`, and `ConflictError` for what does not ring."""

    def rest(bell: Bell) -> Bell | None:
        return rest_of(bell, moment.zone, moment.now) if isinstance(bell, Alarm) else None

    return _silence(db, action, moment, rest)


def snooze_bell(db: Database, action: SnoozeBell, moment: Moment) -> Result:
    """Let it ring again later. Raises as `stop_bell`, and `InvalidInputError` for the minutes."""
    until = moment.now + timedelta(minutes=clean_snooze(action.minutes))

    def later(bell: Bell) -> Bell:
        if isinstance(bell, Timer):
            return timers.put_off(bell, until)
        return alarms.put_off(bell, until, moment)

    return _silence(db, action, moment, later)


def list_bells(db: Database, action: ListBells, moment: Moment) -> Result:
    """The bells that ring or will, the next one first."""
    found = [
        (next_ring(bell, moment.zone, moment.now), bell)
        for bell in all_bells(db)
        if action.kind in {None, bell.KIND}
        and action.bell_id in {None, bell.id}
        and not is_over(bell, moment.zone, moment.now)
    ]
    if action.day is not None:
        day = date.fromisoformat(action.day)
        found = [(at, bell) for at, bell in found if at and local(at, moment.zone).date() == day]
    found.sort(key=lambda pair: (pair[0] is not None, pair[0] or moment.now))
    return Result(action=action, things=[bell for _, bell in found])


def _silence(
    db: Database,
    action: StopBell | SnoozeBell,
    moment: Moment,
    after: Callable[[Bell], Bell | None],
) -> Result:
    changes = []
    for bell in _meant(db, action.bell_id, moment):
        left = after(bell)
        if left is None:
            trash_thing(db, bell.id, moment.stamp)
            changes.append(Change(before=bell, after=None))
        else:
            changes += timers.saved(db, action, bell, left, moment).also
    return Result(action=action, also=changes)


def _meant(db: Database, bell_id: str | None, moment: Moment) -> list[Bell]:
    if bell_id is None:
        ringing = [each for each in all_bells(db) if ringing_since(each, moment.zone, moment.now)]
        if not ringing:
            raise ConflictError("Nothing is ringing.")
        return ringing
    bell = existing_bell(db, bell_id)
    if rang_at(bell, moment.zone, moment.now) is None:
        raise ConflictError(f"The {called(bell)} is not ringing.")
    return [bell]
