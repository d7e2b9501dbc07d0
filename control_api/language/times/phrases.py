"""Times inside what was said: a stretch that is nothing but a time, and titles that hold one."""

from datetime import date, datetime

import msgspec

from control_api.language.times.date_checks import NoSuchDateError, check_clocks
from control_api.language.times.places import (
    is_a_work,
    is_due,
    is_in_a_name,
    is_strong,
    is_vague,
    whole_place,
    without_names,
)
from control_api.language.times.said_times import When, find_times, merge
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words

_LEAST_WORDS = 2
"""Of a title, beside a day that is over: to "review last week" is a task."""


LONGEST_TIME = 200
"""Characters; the longest that anybody writes are half of it, and more takes long to search."""


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
    if len(words.mask) > LONGEST_TIME or language.phrases.no_time.match(words.mask):
        return None
    check_clocks(words.mask, language)
    text = language.phrases.possessive.sub("", words.mask.strip())
    if language.phrases.soon.fullmatch(text):
        raise NoSuchDateError(language.say("when-exactly"))
    joined = language.phrases.bare_hour.sub(language.phrases.at_hour, text)
    for attempt in dict.fromkeys((text, joined)):
        found = find_times(attempt, now, language)
        left, position = [], 0
        for when in found:
            left.append(attempt[position : when.start])
            position = when.end
        left.append(attempt[position:])
        if found and all(language.phrases.joining.fullmatch(part) for part in left):
            _ask(found, language)
            return _with_deadline(merge(found), attempt, language)
    return None


def is_unread_time(words: Words, language: Language) -> bool:
    """Whether nothing but words of days stands there: "the day after the following"."""
    said = language.calendar.day_word.sub(" ", words.mask)
    left = said.lower().split()
    return said != words.mask and all(word in language.unimportant for word in left)


def _ask(found: list[When], language: Language) -> None:
    """Raise NoSuchDateError for what can't be, and for several days at once."""
    question = next((when.question for when in found if when.question), None)
    if question:
        raise NoSuchDateError(question)
    days = [when for when in found if _day(when)]
    clocks = [when for when in found if when.clock and when.part is None]
    if len(clocks) > 1 or any(not _agree(days[0], when) for when in days[1:]):
        raise NoSuchDateError(language.say("several-times"))


def _with_deadline(when: When | None, text: str, language: Language) -> When | None:
    if when is None or not language.phrases.deadline.match(text):
        return when
    return msgspec.structs.replace(when, deadline=True)


def split_time(
    words: Words,
    now: datetime,
    language: Language,
    *,
    also: When | None = None,
    on_list: str | None = None,
) -> Timed:
    """The words without the times said at their edges, or clearly between them.

    `also` is a time that was said elsewhere; `on_list` is the list that they go on, where a time
    is as often part of a name. Raises NoSuchDateError and RepeatingError.
    """
    if language.calendar.repeating.search(words.mask):
        raise RepeatingError
    check_clocks(words.mask, language)
    words = without_names(words, language)
    are_works = on_list is not None and bool(language.time_names.works.search(on_list))
    found = [
        when
        for when in find_times(words.mask, now, language)
        if not is_vague(when, words.mask, language)
        and not is_in_a_name(when, words, language)
        and (not are_works or _is_led(when, words.mask, language))
    ]
    timed, is_all = _split(words, found, now, language, also)
    if on_list is not None and not timed.words.text:
        return Timed(words, also)  # the list is of things that are called so
    if is_all and also is None and not are_works:
        _ask_what_is_left(timed.words, language)
    return timed


def _split(
    words: Words, found: list[When], now: datetime, language: Language, also: When | None
) -> tuple[Timed, bool]:
    """The words without those of the times that are when it is due, and whether these are all."""
    is_all = True
    while True:
        rest, taken = _take(words, found, language)
        surplus = _surplus(taken, words.mask, also, language) or [
            when for when in taken if _is_told(when, words, rest, now, language)
        ]
        if not surplus:
            break
        is_all = False
        found = [when for when in found if when not in surplus]
    _ask(taken, language)
    # "Chapters 3 and 4" are no hours.
    unnumbered = language.times.numbered.sub("", rest.mask)
    if taken and language.phrases.and_again.search(unnumbered):
        raise NoSuchDateError(language.say("several-times"))
    if any(_is_over(when, now) for when in taken):
        raise _day_is_over(words, language)
    later = language.phrases.later.search(rest.mask)
    if later and later.start():
        rest = rest.slice(0, later.start()).strip()
    return Timed(rest, merge([also, *taken] if also is not None else taken)), is_all


def _take(words: Words, found: list[When], language: Language) -> tuple[Words, list[When]]:
    taken: list[When] = []
    rest = words
    for when in reversed(found):
        if is_due(when, rest.mask, language):
            rest = rest.without(*whole_place(when, rest.mask, language))
            taken.insert(0, when)
    return rest.strip(), taken


def _surplus(taken: list[When], text: str, also: When | None, language: Language) -> list[When]:
    """Those that belong to the title after all; several of the others are asked about."""
    days = [when for when in taken if _day(when)]
    if also is not None:
        surplus = days if _day(also) else []
        if also.clock is not None and also.part is None:
            surplus = [*surplus, *(when for when in taken if when.clock and when not in days)]
        return surplus
    works = [when for when in taken if len(taken) > 1 and is_a_work(when, text, language)]
    if works or all(_agree(days[0], when) for when in days[1:]):
        return works
    surplus = [when for when in days if not is_strong(when, text, language)]
    if not surplus or len(surplus) == len(days):
        raise NoSuchDateError(language.say("several-times"))
    return surplus


def _day(when: When) -> date | None:
    return when.moment.date() if when.moment else when.day


def _agree(one: When, other: When) -> bool:
    """Whether both can be meant: "next week on Friday"."""
    first, second = _day(one), _day(other)
    if first is None or second is None or first == second:
        return True
    return first <= second <= (one.last_day or first) or second <= first <= (
        other.last_day or second
    )


def _is_led(when: When, text: str, language: Language) -> bool:
    """Whether a preposition of time stands before it, outside of the name of a work."""
    start, _ = whole_place(when, text, language)
    joined = text[start : when.start] + text[when.start : when.end]
    return start > 0 and bool(language.time_names.led.match(joined))


def _is_told(when: When, words: Words, rest: Words, now: datetime, language: Language) -> bool:
    """Whether it is over, and what the task is about: "ask Bob what he did yesterday"."""
    return _is_over(when, now) and (
        len(rest.mask.split()) < _LEAST_WORDS
        or language.phrases.told.search(words.mask[: when.start]) is not None
    )


def _is_over(when: When, now: datetime) -> bool:
    last = when.last_day or when.day
    return last is not None and last < now.date()


def _ask_what_is_left(rest: Words, language: Language) -> None:
    """Raise NoSuchDateError for what looks like a time that was not read."""
    left = language.phrases.left_over.search(rest.mask)
    if left is None or left.start() == 0:
        return
    said = rest.text[left.start() :].strip()
    raise NoSuchDateError(language.say("no-known-time", said=said))


def check_ahead(words: Words, when: When | None, now: datetime, language: Language) -> None:
    """Raise NoSuchDateError when a task is asked for on a day that is over."""
    last = (when.last_day or when.day) if when else None
    if last is None and (when is not None or not language.phrases.past.search(words.mask)):
        return
    if (last is None and not language.phrases.about_the_past.search(words.mask)) or (
        last and last < now.date()
    ):
        raise _day_is_over(words, language)


def _day_is_over(words: Words, language: Language) -> NoSuchDateError:
    is_yesterday = language.phrases.yesterday.search(words.mask)
    return NoSuchDateError(
        language.say("yesterday-is-over" if is_yesterday else "named-day-is-over")
    )
