"""Conditions on the times of tasks: between two days, and over already."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from control_api.kinds.tasks.lists.values import Condition, Found, Values, where
from control_api.kinds.tasks.records.document import UTC_SECONDS

STAMPS = frozenset({"created_at", "updated_at", "completed_at"})

_TASKS = "SELECT position FROM tasks WHERE deleted_at IS NULL"
_FIRST, _LAST = "0000", "9999~"
"""Before and after every day and every instant, as text."""
_ZONES_APART = 2
"""Days that two people's calendars differ by, at most."""


def between(values: Values, column: str, first: date | None, last: date | None) -> Condition:
    """Tasks with a time from one day to another, as days are where the person is."""
    after = shifted(last, 1)
    begin_utc = values.add(_instant(values, first, otherwise=_FIRST))
    end_utc = values.add(_instant(values, after, otherwise=_LAST))
    if column in STAMPS:
        sql = f"(tasks.{column} >= {begin_utc} AND tasks.{column} < {end_utc})"
        return where(sql)
    begin = values.add(_text(first, otherwise=_FIRST))
    end = values.add(_text(after, otherwise=_LAST))
    sql = f"""(
        (tasks.{column}_utc IS NULL AND tasks.{column} >= {begin} AND tasks.{column} < {end})
        OR (tasks.{column}_utc >= {begin_utc} AND tasks.{column}_utc < {end_utc})
    )"""
    if column != "due":
        return where(sql, near=near(values, column, first, last))
    # Two indexes know it exactly: of days and local times, and of instants.
    ways = [
        f"{_TASKS} AND due >= {begin} AND due < {end}",
        f"{_TASKS} AND due_utc IS NOT NULL AND due_utc >= {begin_utc} AND due_utc < {end_utc}",
    ]
    found = Found(" UNION ".join(ways), " UNION ALL ".join(ways))
    return Condition(sql.replace("tasks.", "+tasks."), (found,))


def between_times(values: Values, first: datetime | None, last: datetime | None) -> Condition:
    """Tasks with a time of day that are due from one aware time on and before another.

    No index finds them: it is asked together with their day.
    """
    begin = values.add(_clock(first, values.zone, otherwise=_FIRST))
    end = values.add(_clock(last, values.zone, otherwise=_LAST))
    begin_utc = values.add(_clock(first, UTC, otherwise=_FIRST))
    end_utc = values.add(_clock(last, UTC, otherwise=_LAST))
    return Condition(
        f"""(
            (length(+tasks.due) = 19 AND +tasks.due_utc IS NULL
                AND +tasks.due >= {begin} AND +tasks.due < {end})
            OR (+tasks.due_utc >= {begin_utc} AND +tasks.due_utc < {end_utc})
        )"""
    )


def near(values: Values, column: str, first: date | None, last: date | None) -> str:
    """What an index of the column can tell: of these tasks, some have no time between the days."""
    earliest = values.add(_text(shifted(first, -_ZONES_APART), otherwise=_FIRST))
    latest = values.add(_text(shifted(last, 1 + _ZONES_APART), otherwise=_LAST))
    return f"tasks.{column} >= {earliest} AND tasks.{column} < {latest}"


def due_before(values: Values, at: datetime) -> Condition:
    """Tasks that should have been done by then, an aware time, whether they are or not."""
    local = at.astimezone(values.zone)
    today = values.add(local.date().isoformat())
    now = values.add(local.strftime(UTC_SECONDS))
    now_utc = values.add(local.astimezone(UTC).strftime(UTC_SECONDS))
    sql = f"""(
        (length(tasks.due) = 10 AND tasks.due < {today})
        OR (length(tasks.due) = 19 AND tasks.due_utc IS NULL AND tasks.due < {now})
        OR tasks.due_utc < {now_utc}
    )"""
    latest = values.add(_text(shifted(local.date(), 1 + _ZONES_APART), otherwise=_LAST))
    return where(sql, near=f"tasks.due < {latest}")


def shifted(day: date | None, days: int) -> date | None:
    """So many days later; None when there is no such day."""
    try:
        return None if day is None else day + timedelta(days=days)
    except OverflowError:
        return None


def _clock(at: datetime | None, zone: tzinfo | None, *, otherwise: str) -> str:
    return otherwise if at is None else at.astimezone(zone).strftime(UTC_SECONDS)


def _text(day: date | None, *, otherwise: str) -> str:
    return otherwise if day is None else day.isoformat()


def _instant(values: Values, day: date | None, *, otherwise: str) -> str:
    """The midnight that a day begins with where the person is, in UTC."""
    try:
        if day is not None:
            midnight = datetime.combine(day, time(), values.zone)
            return midnight.astimezone(UTC).strftime(UTC_SECONDS)
    except OverflowError:  # the last midnight of all, west of Greenwich
        pass
    return otherwise
