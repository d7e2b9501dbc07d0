"""Times inside what was said: a stretch that is nothing but a time, and titles that hold one."""

import re
from datetime import datetime

import msgspec

from control_api.language.times.date_checks import (
    NoSuchDateError,
    check_dates,
)
from control_api.language.times.said_times import When, find_times, merge
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words

_MOST_CLOCKS = 2
"""From one to another, of what a title is rid of; of several times all but one would be lost."""


class RepeatingError(ValueError):
    """The words ask for a task that comes again and again."""


class Timed(msgspec.Struct, frozen=True):
    """Words without their time, and the time."""

    words: Words
    when: When | None


def read_when(words: Words, now: datetime, language: Language) -> When | None:
    """The time that the words are from end to end; None when they hold anything else.

    Raises NoSuchDateError.
    """
    check_dates(words.mask, language)
    text = language.phrases.possessive.sub("", words.mask.strip())
    joined = language.phrases.bare_hour.sub(language.phrases.at_hour, text)
    for attempt in dict.fromkeys((text, joined)):
        found = find_times(attempt, now, language)
        left, position = [], 0
        for when in found:
            left.append(attempt[position : when.start])
            position = when.end
        left.append(attempt[position:])
        if found and all(language.phrases.joining.fullmatch(part) for part in left):
            return _with_deadline(merge(found), attempt, language)
    return None


def _with_deadline(when: When | None, text: str, language: Language) -> When | None:
    if when is None or not language.phrases.deadline.match(text):
        return when
    return msgspec.structs.replace(when, deadline=True)


def split_time(
    words: Words, now: datetime, language: Language, *, also: When | None = None
) -> Timed:
    """The words without the times said at their edges, or clearly between them.

    `also` is a time that was said elsewhere. Raises NoSuchDateError and RepeatingError.
    """
    if language.calendar.repeating.search(words.mask):
        raise RepeatingError
    check_dates(words.mask, language)
    found = [
        when
        for when in find_times(words.mask, now, language)
        if _may_be_due(when, words.mask, now, language)
    ]
    taken: list[When] = []
    rest = words
    for when in reversed(found):
        start, end = _whole_place(when, rest.mask, language)
        if _accepted(when, rest.mask, start, end, language):
            rest = rest.without(start, end)
            taken.insert(0, when)
    if sum(when.clock is not None and when.part is None for when in taken) > _MOST_CLOCKS:
        raise NoSuchDateError("You named several times, and a task has one. Which one is it?")
    rest = rest.strip()
    later = language.phrases.later.search(rest.mask)
    if later and later.start():
        rest = rest.slice(0, later.start()).strip()
    times = [also, *taken] if also is not None else taken
    return Timed(rest, merge(times))


def check_ahead(words: Words, when: When | None, now: datetime, language: Language) -> None:
    """Raise NoSuchDateError when a task is asked for on a day that is over."""
    last = (when.last_day or when.day) if when else None
    if last is None and (when is not None or not language.phrases.past.search(words.mask)):
        return
    if (last is None and not language.phrases.about_the_past.search(words.mask)) or (
        last and last < now.date()
    ):
        day = "Yesterday" if language.phrases.yesterday.search(words.mask) else "That day"
        raise NoSuchDateError(f"{day} is over. Which day do you mean?")


def is_vague(when: When, text: str, language: Language) -> bool:
    """Whether these words only look like a time: "the first", "the day"."""
    before = language.phrases.makes_exact.search(text[: when.start])
    said = text[when.start : when.end]
    return before is None and language.phrases.vague.fullmatch(said) is not None


def _may_be_due(when: When, text: str, now: datetime, language: Language) -> bool:
    if is_vague(when, text, language):
        return False
    last = when.last_day or when.day
    return last is None or last >= now.date()


def _whole_place(when: When, text: str, language: Language) -> tuple[int, int]:
    before = language.phrases.before_time.search(text[: when.start])
    return (before.start() if before else when.start), when.end


def _accepted(when: When, text: str, start: int, end: int, language: Language) -> bool:
    phrases, calendar = language.phrases, language.calendar
    said, before, after = text[when.start : when.end], text[:start], text[end:]
    joined = text[start : when.start]
    strong = bool(phrases.strong.match(said) or phrases.makes_strong.search(joined))
    if phrases.not_a_time_before.search(before) or after[:1] in {"'", "-", "/", "&"}:
        return False
    if phrases.article.fullmatch(joined) and not phrases.takes_article.search(said):
        return False
    named = (
        when.moment is not None
        or when.part is not None
        or bool(calendar.day_word.search(said) or calendar.clock_word.search(said))
    )
    holiday = when.day is not None and when.clock is None and _is_holiday(said, language)
    month = when.last_day is not None and re.fullmatch(r"\w+", said) is not None
    if (holiday or month or phrases.abbreviated.fullmatch(said) or not named) and not strong:
        return False
    if not after.strip(" ,;.!?"):
        return True
    if not before.strip(" ,;.!?"):
        return strong or when.clock is not None or after[:1] == ","
    return (strong or when.clock is not None) and bool(phrases.may_follow.match(after))


def _is_holiday(said: str, language: Language) -> bool:
    phrases = language.phrases
    return bool(phrases.holiday.search(said)) and not phrases.plain_day.search(said)
