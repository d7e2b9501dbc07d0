"""Questions about time itself: what time it is, here or elsewhere, and what day a day is."""

from datetime import UTC, date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from control_api.engine.plan import CommandPlan
from control_api.language.times.due_dates import due_of
from control_api.language.times.phrases import read_when
from control_api.language.understanding.intent import Intent
from control_api.language.understanding.scene import Scene, answer, refuse
from control_api.language.understanding.titles import is_foreign
from control_api.language.wording.dates_aloud import say_clock
from control_api.language.wording.phrasing import at_start, capital, how_many, in_sentence
from control_api.language.words.language import Language
from control_api.language.words.sentence import Slots, Words

_DAYS_OF_WEEK = 7
_MINUTES_OF_HOUR = 60
_CONTINENTS = ("Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Pacific/")


def what_time(slots: Slots, scene: Scene, confidence: float) -> CommandPlan:
    """The time where the person is."""
    del slots
    clock = say_clock(scene.now, scene.language)
    return answer(scene.language.say("time-now", clock=clock, hour=scene.now.hour), confidence)


def what_time_in(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The time in another place."""
    language = scene.language
    named = slots.get("place") or slots["zone_name"]
    said = named.text.strip("?.! ")
    zone = _zone_of(said, language)
    if zone is None:
        return refuse(language.say("time-unknown-in", place=at_start(said)), confidence)
    there = scene.now.astimezone(ZoneInfo(zone))
    place = said.title() if said.islower() else said
    clock, hour = say_clock(there, language), there.hour
    is_zone = "zone_name" in slots
    if there.date() == scene.now.date():
        message = "time-of-zone" if is_zone else "time-in"
        return answer(language.say(message, place=place, clock=clock, hour=hour), confidence)
    message = "time-of-zone-on" if is_zone else "time-in-on"
    weekday = language.weekday_names[there.weekday()]
    reply = language.say(message, place=place, clock=clock, hour=hour, weekday=weekday)
    return answer(reply, confidence)


def _zone_of(said: str, language: Language) -> str | None:
    """The zone of a place: of all that it is called, or of its first name: "Orlando, Florida"."""
    words = said.casefold().replace(",", " ").split()
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        zone = language.places.get(name) or _cities().get(name)
        if zone is not None:
            return zone
    return None


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    """The cities that time zones are called after."""
    zones = [zone for zone in available_timezones() if zone.startswith(_CONTINENTS)]
    return {zone.rpartition("/")[2].replace("_", " ").casefold(): zone for zone in sorted(zones)}


def what_date(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Which date a day has; today when none is named."""
    day = _day(slots["when"], scene) if "when" in slots else scene.now.date()
    if day is None:
        return None
    message = "date-of-today" if day == scene.now.date() else "date-of-day"
    return answer(scene.language.say(message, date=_in_full(day, scene)), confidence)


def when_is(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """On what day a named day is: Christmas, the 24th, next Saturday."""
    said = slots["when"]
    day = _day(said, scene)
    language = scene.language
    if day is None or is_foreign(said, language):
        return None
    date_said = _in_full(day, scene)
    if day == scene.now.date():
        return answer(language.say("named-day-is-today", date=date_said), confidence)
    reply = language.say("named-day-is", day=in_sentence(said.text, language), date=date_said)
    return answer(capital(reply), confidence)


def is_day(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Whether one day is another: "is it Monday today", "is the 23rd a Saturday"."""
    names = {name.casefold(): at for at, name in enumerate(scene.language.weekday_names)}
    weekday = names.get(slots["weekday"].text.casefold())
    day = _day(slots["when"], scene) if "when" in slots else scene.now.date()
    if weekday is None or day is None:
        return None
    if day == scene.now.date():
        message = "is-weekday-today" if day.weekday() == weekday else "is-other-weekday-today"
    else:
        message = "is-weekday" if day.weekday() == weekday else "is-other-weekday"
    return answer(scene.language.say(message, date=_in_full(day, scene)), confidence)


def how_long_until(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """How many days until a day, or hours until a time of today."""
    said, language = slots["when"], scene.language
    when = read_when(said, scene.now, language)
    if when is None:
        return None
    if when.clock is not None and when.part is None:
        return _until_clock(said, scene, confidence)
    day = when.range()[0] or when.range()[1]
    days = (day - scene.now.date()).days if day else -1
    if day is None or days < 0:
        return None
    date_said = _in_full(day, scene)
    if days == 0:
        return answer(language.say("named-day-is-today", date=date_said), confidence)
    left, weekday = _left(slots, days, language), language.weekday_names[day.weekday()]
    if weekday.casefold() in said.text.casefold():
        reply = language.say("left-until-date", left=left, date=date_said)
    else:
        reply = language.say("left-until-day", left=left, day=said.text, date=date_said)
    return answer(capital(reply), confidence)


def _left(slots: Slots, days: int, language: Language) -> str:
    weeks, rest = divmod(days, _DAYS_OF_WEEK)
    in_weeks = "unit" in slots and slots["unit"].text.lower().startswith(language.listing.week)
    if not in_weeks or not weeks:
        return how_many(days, language, "day")
    more = [how_many(rest, language, "day")] if rest else []
    return language.listed([how_many(weeks, language, "week"), *more])


def _until_clock(said: Words, scene: Scene, confidence: float) -> CommandPlan | None:
    due = due_of(read_when(said, scene.now, scene.language), scene.now, scene.zone).due
    if due is None or "T" not in due:
        return None
    at = datetime.fromisoformat(due).replace(tzinfo=scene.zone).astimezone(UTC)
    minutes = int((at - scene.now.astimezone(UTC)).total_seconds()) // _MINUTES_OF_HOUR
    if minutes < 0:
        return None
    hours, rest = divmod(minutes, _MINUTES_OF_HOUR)
    language = scene.language
    parts = [how_many(hours, language, "hour")] if hours else []
    parts += [how_many(rest, language, "minute")] if rest or not hours else []
    reply = language.say("left-until-time", left=language.listed(parts), time=said.text)
    return answer(capital(reply), confidence)


def what_week(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The number of a week, as ISO 8601 counts them."""
    day = _day(slots["when"], scene) if "when" in slots else scene.now.date()
    if day is None:
        return None
    week = day.isocalendar().week
    return answer(scene.language.say("week-number", week=week), confidence)


def what_month(slots: Slots, scene: Scene, confidence: float) -> CommandPlan:
    """The month and the year."""
    del slots
    month, year = scene.language.month_names[scene.now.month - 1], str(scene.now.year)
    return answer(scene.language.say("month-now", month=month, year=year), confidence)


def _day(said: Words, scene: Scene) -> date | None:
    """The one day that is meant; None for a stretch of days or a time of day."""
    when = read_when(said, scene.now, scene.language)
    if when is None or when.clock is not None or when.last_day is not None:
        return None
    return when.range()[0]


def _in_full(day: date, scene: Scene) -> str:
    language = scene.language
    weekday = language.weekday_names[day.weekday()]
    month = language.month_names[day.month - 1]
    if day.year == scene.now.year:
        return language.say("day-date", weekday=weekday, month=month, day=day.day)
    year = str(day.year)
    return language.say("day-date-and-year", weekday=weekday, month=month, day=day.day, year=year)


INTENTS = {
    "tell_time": Intent(what_time),
    "tell_time_in": Intent(what_time_in),
    "tell_date": Intent(what_date),
    "tell_day": Intent(when_is),
    "tell_is_day": Intent(is_day),
    "tell_how_long_until": Intent(how_long_until),
    "tell_week": Intent(what_week),
    "tell_month": Intent(what_month),
}
