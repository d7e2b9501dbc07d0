"""Several times of one day: "at 8 and 20", "in the morning and in the evening"."""

from datetime import time

from control_api.language.words.language import Language
from control_api.language.words.sentence import Words

_NOON = 12


def one_time_each(words: Words, language: Language) -> list[Words]:
    """The sentence once for each time of day that is said in a row in it; none for one time."""
    found = language.repeats.several.search(words.mask)
    if found is None:
        return []
    items = [each["moment"] for each in language.repeats.moments.finditer(found["items"])]
    said = _with_halves([item.strip() for item in items], language)
    before, after = words.slice(0, found.start()).strip(), words.slice(found.end()).strip()
    return [Words.joined(before, Words(item, item), after) for item in said]


def _with_halves(items: list[str], language: Language) -> list[str]:
    """Each as it is said by itself: after nine comes five in the afternoon.

    "At 8 and 10 PM" is both in the evening, "at 9 and 5 PM" is not.
    """
    repeats = language.repeats
    afternoon = bool(repeats.afternoon.search(items[-1]))
    hours = [_hour(item, language) for item in items]
    said = []
    for place, item in enumerate(items):
        hour, before = hours[place], hours[place - 1] if place else None
        if repeats.part.fullmatch(item):
            named = item.lower() if item.lower() in repeats.parts else item.lower()[:-1]
            said.append(repeats.parts[named])
            continue
        if hour is not None and hour < _NOON and not repeats.half.search(item):
            last = hours[-1]
            shares = afternoon and last is not None and hour < last % _NOON and place == 0
            later = before is not None and hour <= before
            if shares or later:
                hour += _NOON
                hours[place] = hour
                item = f"{time(hour):%H:%M}"  # noqa: PLW2901 (the same time, told apart)
        said.append(f"{repeats.clock_of}{item}")
    return said


def _hour(item: str, language: Language) -> int | None:
    """The hour that is written, of twelve or twenty-four; None for one in words."""
    digits = ""
    for character in item:
        if not character.isdecimal():
            break
        digits += character
    if not digits:
        word = item.lower().split()[0]
        return language.repeats.counts.get(word)
    hour = int(digits)
    if language.repeats.afternoon.search(item) and hour < _NOON:
        hour += _NOON
    return hour if hour <= 24 else None  # noqa: PLR2004 (hours of a day)
