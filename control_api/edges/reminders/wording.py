"""What is said when a reminder goes out."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from control_api.edges.reminders.plan import instant
from control_api.language.wording.dates_aloud import at_clock, say_due, say_moment
from control_api.language.wording.phrasing import in_sentence
from control_api.language.words.language import Language
from shared.tasks import Task

ON_TIME = timedelta(minutes=2)


def say_reminder(
    task: Task, at: datetime, now: datetime, zone: ZoneInfo, language: Language
) -> str:
    """One or two sentences: what it is about, when that is, and that it comes late if it does.

    `at` and `now` are aware.
    """
    here = now.astimezone(zone)
    title = in_sentence(task.title, language)
    said = language.say("reminder-out", title=title)
    if task.due is not None and _instant(task.due, task.time_zone, zone) > at:
        when = say_due(task.due, task.time_zone, here, zone, language)
        said = language.say("reminder-out-due", title=title, due=when)
    if now - at <= ON_TIME:
        return said
    due = at.astimezone(zone)
    is_today = due.date() == here.date()
    when = at_clock(due, language) if is_today else say_moment(due, here.date(), language)
    return f"{said} {language.say('reminder-late', when=when)}"


def _instant(due: str, time_zone: str | None, zone: ZoneInfo) -> datetime:
    try:
        return instant(due, zone if time_zone is None else ZoneInfo(time_zone))
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC)
