"""Times of day as people write and say them: "17h30", "fifteen hundred", "from 2 to 4"."""

import re
from datetime import datetime, timedelta

from control_api.language.times.rewriting import Rewritten
from control_api.language.words.language import Language

_NOON = 12
_AN_HOUR = timedelta(hours=1)


def with_clocks(said: Rewritten, wall: datetime, language: Language) -> Rewritten:
    """The text with its times of day as Duckling reads them."""
    clocks = language.clock_forms
    if not clocks.perhaps.search(said.text):
        return said
    for _, pattern in clocks.ranges:
        said = said.replace(pattern, lambda found: _begin(found, language))
    meals = [] if clocks.at_table.search(said.text) else clocks.meals
    for plain, pattern in (*clocks.forms, *meals):
        said = said.expand(pattern, plain)
    said = said.replace(
        clocks.hundred, lambda found: f"{_hours(found['hundreds'], language):02}:00"
    )
    return said.replace(clocks.past_the_hour, lambda found: _past_the_hour(found, wall, language))


def _begin(found: re.Match[str], language: Language) -> str:
    """When it begins, with the half of the day that the end names."""
    begin, begin_half, half = found["begin"], found["begin_half"] or "", found["half"] or ""
    if begin_half or not half:
        return f"{language.times.at} {begin}{begin_half}"
    first, last = (_hours(hour, language) % _NOON for hour in (found["hour"], found["end_hour"]))
    if first > last:
        half = language.clock_forms.other_half[half.strip()[0].lower()]
    return f"{language.times.at} {begin} {half}"


def _hours(said: str, language: Language) -> int:
    return int(said) if said.isdecimal() else language.clock_forms.hours[said.lower()]


def _past_the_hour(found: re.Match[str], wall: datetime, language: Language) -> str:
    """The next one: "at half past"."""
    minutes = language.clock_forms.minutes[found["minutes"].lower()]
    before = found["side"].lower() in language.clock_forms.before_the_hour
    moment = wall.replace(minute=60 - minutes if before else minutes)
    moment += _AN_HOUR if moment <= wall else timedelta()
    return f"{language.times.at} {moment:%H:%M}"
