"""What was done and what was deleted, found again: of late, or in a stretch of days."""

from datetime import UTC, date, datetime, time, timedelta

from sqlite_utils import Database

from control_api.engine.moment import Moment
from control_api.engine.results import Result
from control_api.engine.trash_store import find_deleted
from control_api.input.fields import invalid
from control_api.log.deeds import ACCOUNT, Deed, actor_of, deeds_of
from control_api.log.entries import read_command
from control_api.log.kinds import Kinds
from shared.thing_actions import ListChanges, ListTrash

MOST_LISTED = 200
"""Commands, or things in the trash: more is not told aloud."""
_STAMP = "%Y-%m-%dT%H:%M:%S.%fZ"


def list_trash(db: Database, kinds: Kinds, action: ListTrash, moment: Moment) -> Result:
    """What was deleted in those days. Raises `InvalidInputError` for a day that is none."""
    since, until = _stretch(action.deleted_from, action.deleted_to, moment)
    found = find_deleted(db, kinds, since=since, until=until, limit=MOST_LISTED)
    return Result(action=action, trashed=found, total=len(found))


def list_changes(db: Database, kinds: Kinds, action: ListChanges, moment: Moment) -> Result:
    """What was done in those days and still holds. Raises `InvalidInputError` as `list_trash`."""
    since, until = _stretch(action.changed_from, action.changed_to, moment)
    limit = MOST_LISTED if action.limit is None else min(max(action.limit, 1), MOST_LISTED)
    account = _account(moment.actor) if action.mine else actor_of(action.by or "")
    found = latest_deeds(db, kinds, since=since, until=until, actor=account, limit=limit)
    return Result(action=action, deeds=found, total=len(found))


def latest_deeds(
    db: Database,
    kinds: Kinds,
    *,
    since: str = "",
    until: str = "~",
    actor: str = "",
    limit: int,
) -> list[Deed]:
    """What the last commands did that a person asked for and that hold, the latest first.

    `limit` is of commands, `since` and `until` are UTC, ISO 8601; `actor` is how the credential of
    those who asked begins.
    """
    found: list[Deed] = []
    count = 0
    rows = db.execute("""
        SELECT id, at, actor FROM commands WHERE can_undo = 1 AND undone_by IS NULL
        ORDER BY position DESC
    """)
    for command_id, at, asked_by in rows:
        if at < since or count == limit:
            break
        if at < until and asked_by.startswith(actor):
            found += deeds_of(read_command(db, kinds, command_id), kinds)
            count += 1
    return found


def _account(actor: str) -> str:
    """Whose credential it is; nothing where all are one person's."""
    return f"{actor.partition(',')[0]}," if actor.startswith(ACCOUNT) else ""


def _stretch(first: str | None, last: str | None, moment: Moment) -> tuple[str, str]:
    """From the first day's beginning to the last one's end.

    The days are meant as seen from the person's now; what was done has the stamp of the real time,
    which may be another when a program says what now is.
    """
    real = datetime.fromisoformat(moment.stamp).astimezone(moment.zone).date()
    ahead = real - moment.now.astimezone(moment.zone).date()
    since = "" if first is None else _begin(_day(first, "from"), ahead, moment)
    until = "~" if last is None else _begin(_day(last, "to"), ahead + timedelta(days=1), moment)
    return since, until


def _begin(day: date, ahead: timedelta, moment: Moment) -> str:
    try:
        begin = datetime.combine(day + ahead, time(), moment.zone)
        return begin.astimezone(UTC).strftime(_STAMP)
    except OverflowError:
        return "" if day.year == 1 else "~"


def _day(text: str, field: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise invalid(field, "Write the day as an ISO date: 2026-11-24.") from error
