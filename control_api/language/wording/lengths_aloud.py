"""Lengths of time as people say them: "an hour and a half", "two days"."""

from control_api.language.wording.phrasing import how_many
from control_api.language.words.language import Language

_HOUR_MIN, _DAY_MIN, _WEEK_MIN = 60, 24 * 60, 7 * 24 * 60


def say_minutes(minutes: int, language: Language) -> str:
    """So many minutes, in the largest units that they are whole in."""
    return language.say("length", minutes=minutes, parts=_parts(minutes, language))


def in_minutes(minutes: int, language: Language) -> str:
    """When so many minutes are over: "in half an hour"."""
    return language.say("in-length", minutes=minutes, parts=_parts(minutes, language))


def _parts(minutes: int, language: Language) -> str:
    parts, left = [], minutes
    for length, unit in ((_WEEK_MIN, "week"), (_DAY_MIN, "day"), (_HOUR_MIN, "hour")):
        # Two weeks, but ten days.
        if left >= length and (unit != "week" or left % length == 0):
            parts.append(how_many(left // length, language, unit))
            left %= length
    if left or not parts:
        parts.append(how_many(left, language, "minute"))
    return language.listed(parts)
