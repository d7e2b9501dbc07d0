"""How timers, alarms and lengths of time are called: "the pasta timer", "ten minutes"."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from control_api.language.wording.dates_aloud import (
    at_clock,
    on_moment,
    say_clock,
    say_day,
    say_moment,
)
from control_api.language.wording.phrasing import how_many, in_a_row, number
from control_api.language.wording.repeat_words import say_repeat
from control_api.language.words.language import Language
from control_api.time.due_times import local
from control_api.time.rings import next_ring
from shared.bells import Alarm, Bell, Timer

_MINUTE_S, _HOUR_S, _DAY_S = 60, 3600, 86400
_EXACT_S = 300
"""Of more than that nobody wants to hear the seconds."""


def say_length(seconds: int, language: Language) -> str:
    """A length of time: "one hour and twenty minutes"."""
    return _joined([how_many(n, language, unit) for n, unit in _units(seconds)], language)


def say_left(seconds: int, language: Language) -> str:
    """What is left, as one says it: of many minutes without the seconds."""
    if seconds <= _EXACT_S or seconds % _MINUTE_S == 0:
        return say_length(seconds, language)
    whole = round(seconds / _MINUTE_S) * _MINUTE_S
    length = say_length(whole, language)
    # A second of the way between the words and the store is no part of the answer.
    is_exact = abs(seconds - whole) <= 1
    return length if is_exact else language.say("length-about", length=length)


def bell_name(bell: Bell, language: Language) -> str:
    """The bell in a sentence: "the pasta timer", "the ten minute timer", "the 7 AM alarm"."""
    if bell.label:
        said = "alarm-named" if isinstance(bell, Alarm) else "timer-named"
        says_it = language.bells.says_its_kind.search(bell.label)
        return language.say("bell-named" if says_it else said, label=bell.label)
    if isinstance(bell, Alarm):
        clock = say_clock(datetime.fromisoformat(bell.at), language)
        return language.say("alarm-of-clock", clock=clock)
    return language.say("timer-of-length", length=_before_timer(bell, language))


def bare_name(timer: Timer, language: Language) -> str:
    """The same in a list of nothing but timers: "pasta"."""
    if timer.label:
        return timer.label
    return language.say("timer-of-length-short", length=_before_timer(timer, language))


def say_when(alarm: Alarm, now: datetime, zone: ZoneInfo, language: Language) -> str:
    """When it is set for: "Friday at 7 AM", "every weekday at 7 AM"; `now` is aware."""
    shown, today = _shown(alarm, now, zone), local(now, zone).date()
    if alarm.repeat is None or alarm.snoozed_until is not None:
        return say_moment(shown, today, language)
    often, clock = say_repeat(alarm.repeat, language), at_clock(shown, language)
    if shown.date() - today <= timedelta(days=1):
        return language.say("repeat-at-clock", often=often, at_clock=clock)
    day = say_day(shown.date(), today, language)
    return language.say("alarm-from-day", often=often, at_clock=clock, day=day)


def say_when_it_rings(alarm: Alarm, now: datetime, zone: ZoneInfo, language: Language) -> str:
    """The same after "it rings": "on Friday at 7 AM"."""
    if alarm.repeat is not None:
        return say_when(alarm, now, zone, language)
    return on_moment(_shown(alarm, now, zone), local(now, zone).date(), language)


def _shown(alarm: Alarm, now: datetime, zone: ZoneInfo) -> datetime:
    at = next_ring(alarm, zone, now)
    return datetime.fromisoformat(alarm.at) if at is None else local(at, zone)


def _before_timer(timer: Timer, language: Language) -> str:
    """Its length as its name: "ten minute"."""
    parts = [
        language.say(f"length-before-{unit}", count=n, number=number(n, language))
        for n, unit in _units(timer.seconds)
    ]
    return _joined(parts, language)


def _units(seconds: int) -> list[tuple[int, str]]:
    """How many days, hours, minutes and seconds; those that there are any of."""
    days, rest = divmod(seconds, _DAY_S)
    hours, rest = divmod(rest, _HOUR_S)
    minutes, rest = divmod(rest, _MINUTE_S)
    units = ((days, "day"), (hours, "hour"), (minutes, "minute"), (rest, "second"))
    return [(n, unit) for n, unit in units if n] or [(0, "second")]


def _joined(lengths: list[str], language: Language) -> str:
    *first, last = lengths
    if not first:
        return last
    return language.say("length-and-length", lengths=in_a_row(first, language), length=last)
