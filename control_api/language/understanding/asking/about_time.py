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
from control_api.language.wording.phrasing import at_start, how_many
from control_api.language.words.language import Language
from control_api.language.words.sentence import Slots, Words

_DAYS_OF_WEEK = 7
_MINUTES_OF_HOUR = 60
_CONTINENTS = ("Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Pacific/")


def what_time(slots: Slots, scene: Scene, confidence: float) -> CommandPlan:
    """The time where the person is."""
    del slots
    return answer(f"It's {say_clock(scene.now, scene.language)}.", confidence)


def what_time_in(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The time in another place."""
    named = slots.get("place") or slots["zone_name"]
    said = named.text.strip("?.! ")
    zone = _zone_of(said, scene.language)
    if zone is None:
        return refuse(f"I don't know what time it is in {at_start(said)}.", confidence)
    there = scene.now.astimezone(ZoneInfo(zone))
    day = ""
    if there.date() != scene.now.date():
        day = f" on {scene.language.weekday_names[there.weekday()]}"
    place = said.title() if said.islower() else said
    if "zone_name" in slots:
        return answer(f"It's {say_clock(there, scene.language)}{day}, {place} time.", confidence)
    return answer(f"In {place} it's {say_clock(there, scene.language)}{day}.", confidence)


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
    is_today = day == scene.now.date()
    said = "Today is" if is_today else "That is"
    return answer(f"{said} {_in_full(day, scene)}.", confidence)


def when_is(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """On what day a named day is: Christmas, the 24th, next Saturday."""
    said = slots["when"]
    day = _day(said, scene)
    if day is None or is_foreign(said, scene.language):
        return None
    if day == scene.now.date():
        return answer(f"That is today, {_in_full(day, scene)}.", confidence)
    return answer(f"{at_start(said.text)} is {_in_full(day, scene)}.", confidence)


def is_day(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """Whether one day is another: "is it Monday today", "is the 23rd a Saturday"."""
    names = {name.casefold(): at for at, name in enumerate(scene.language.weekday_names)}
    weekday = names.get(slots["weekday"].text.casefold())
    day = _day(slots["when"], scene) if "when" in slots else scene.now.date()
    if weekday is None or day is None:
        return None
    fits = "Yes" if day.weekday() == weekday else "No"
    verb = "today is" if day == scene.now.date() else "it is"
    return answer(f"{fits}, {verb} {_in_full(day, scene)}.", confidence)


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
    if days == 0:
        return answer(f"That is today, {_in_full(day, scene)}.", confidence)
    left, weekday = at_start(_left(slots, days, language)), language.weekday_names[day.weekday()]
    if weekday.casefold() in said.text.casefold():
        return answer(f"{left} until {_in_full(day, scene)}.", confidence)
    return answer(f"{left} until {said.text}: {_in_full(day, scene)}.", confidence)


def _left(slots: Slots, days: int, language: Language) -> str:
    weeks, rest = divmod(days, _DAYS_OF_WEEK)
    in_weeks = "unit" in slots and slots["unit"].text.lower().startswith(language.listing.week)
    if not in_weeks or not weeks:
        return how_many(days, language, "day")
    more = f" and {how_many(rest, language, 'day')}" if rest else ""
    return f"{how_many(weeks, language, 'week')}{more}"


def _until_clock(said: Words, scene: Scene, confidence: float) -> CommandPlan | None:
    due = due_of(read_when(said, scene.now, scene.language), scene.now, scene.zone).due
    if due is None or "T" not in due:
        return None
    at = datetime.fromisoformat(due).replace(tzinfo=scene.zone).astimezone(UTC)
    minutes = int((at - scene.now.astimezone(UTC)).total_seconds()) // _MINUTES_OF_HOUR
    if minutes < 0:
        return None
    hours, rest = divmod(minutes, _MINUTES_OF_HOUR)
    parts = [how_many(hours, scene.language, "hour")] if hours else []
    parts += [how_many(rest, scene.language, "minute")] if rest or not hours else []
    return answer(f"{at_start(' and '.join(parts))} until {said.text}.", confidence)


def what_week(slots: Slots, scene: Scene, confidence: float) -> CommandPlan | None:
    """The number of a week, as ISO 8601 counts them."""
    day = _day(slots["when"], scene) if "when" in slots else scene.now.date()
    if day is None:
        return None
    return answer(f"That is week {day.isocalendar().week}.", confidence)


def what_month(slots: Slots, scene: Scene, confidence: float) -> CommandPlan:
    """The month and the year."""
    del slots
    month = scene.language.month_names[scene.now.month - 1]
    return answer(f"It's {month} {scene.now.year}.", confidence)


def _day(said: Words, scene: Scene) -> date | None:
    """The one day that is meant; None for a stretch of days or a time of day."""
    when = read_when(said, scene.now, scene.language)
    if when is None or when.clock is not None or when.last_day is not None:
        return None
    return when.range()[0]


def _in_full(day: date, scene: Scene) -> str:
    weekday = scene.language.weekday_names[day.weekday()]
    spoken = f"{weekday}, {scene.language.month_names[day.month - 1]} {day.day}"
    return spoken if day.year == scene.now.year else f"{spoken}, {day.year}"


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
