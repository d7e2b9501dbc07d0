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
from control_api.language.wording.phrasing import how_many, number
from control_api.language.wording.repeat_words import say_repeat
from control_api.language.words.language import Language
from control_api.time.due_times import local
from control_api.time.rings import next_ring
from shared.bells import Alarm, Bell, Timer

_MINUTE_S, _HOUR_S, _DAY_S = 60, 3600, 86400
_EXACT_S = 300
"""Of more than that nobody wants to hear the seconds."""
_NOT_IN_NAMES = ("timer", "alarm")


def say_length(seconds: int, language: Language) -> str:
    """A length of time: "one hour and twenty minutes"."""
    days, rest = divmod(seconds, _DAY_S)
    hours, rest = divmod(rest, _HOUR_S)
    minutes, rest = divmod(rest, _MINUTE_S)
    counted = ((days, "day"), (hours, "hour"), (minutes, "minute"), (rest, "second"))
    parts = [how_many(count, language, what) for count, what in counted if count]
    return _joined(parts) or how_many(0, language, "second")


def say_left(seconds: int, language: Language) -> str:
    """What is left, as one says it: of many minutes without the seconds."""
    if seconds <= _EXACT_S or seconds % _MINUTE_S == 0:
        return say_length(seconds, language)
    # A second of the way between the words and the store is no part of the answer.
    whole = round(seconds / _MINUTE_S) * _MINUTE_S
    about = "" if abs(seconds - whole) <= 1 else "about "
    return about + say_length(whole, language)


def bell_name(bell: Bell, language: Language) -> str:
    """The bell in a sentence: "the pasta timer", "the ten minute timer", "the 7 AM alarm"."""
    if bell.label:
        kind = "" if bell.label.lower().split()[-1] in _NOT_IN_NAMES else f" {bell.KIND}"
        return f"the {bell.label}{kind}"
    if isinstance(bell, Alarm):
        return f"the {say_clock(datetime.fromisoformat(bell.at), language)} alarm"
    return f"the {_as_adjective(bell, language)} timer"


def bare_name(bell: Bell, language: Language) -> str:
    """The same in a list of nothing but timers or alarms: "pasta"."""
    if bell.label:
        return bell.label
    return "an alarm" if isinstance(bell, Alarm) else f"the {_as_adjective(bell, language)} one"


def say_when(alarm: Alarm, now: datetime, zone: ZoneInfo, language: Language) -> str:
    """When it is set for: "Friday at 7 AM", "every weekday at 7 AM"; `now` is aware."""
    shown, today = _shown(alarm, now, zone), local(now, zone).date()
    if alarm.repeat is None or alarm.snoozed_until is not None:
        return say_moment(shown, today, language)
    day = say_day(shown.date(), today, language)
    first = "" if shown.date() - today <= timedelta(days=1) else f", from {day} on"
    return f"{say_repeat(alarm.repeat, language)} {at_clock(shown, language)}{first}"


def say_when_it_rings(alarm: Alarm, now: datetime, zone: ZoneInfo, language: Language) -> str:
    """The same after "it rings": "on Friday at 7 AM"."""
    if alarm.repeat is not None:
        return say_when(alarm, now, zone, language)
    return on_moment(_shown(alarm, now, zone), local(now, zone).date(), language)


def _shown(alarm: Alarm, now: datetime, zone: ZoneInfo) -> datetime:
    at = next_ring(alarm, zone, now)
    return datetime.fromisoformat(alarm.at) if at is None else local(at, zone)


def _as_adjective(timer: Timer, language: Language) -> str:
    said = say_length(timer.seconds, language).split()
    return " ".join(word.rstrip("s") if word.endswith("s") else word for word in said)


def _joined(parts: list[str]) -> str:
    if len(parts) <= 1:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def counted(count: int, kind: str, language: Language) -> str:
    """The number of bells: "two timers"."""
    return f"{number(count, language)} {kind}{'' if count == 1 else 's'}"
