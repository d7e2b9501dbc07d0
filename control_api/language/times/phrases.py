"""Times inside what was said: a stretch that is nothing but a time, and titles that hold one."""

import re
from datetime import datetime

import msgspec

from control_api.language.times.calendar_words import (
    CLOCK_WORD,
    DAY_WORD,
    REPEATING,
    NoSuchDateError,
    check_dates,
)
from control_api.language.times.said_times import When, find_times, merge
from control_api.language.words.sentence import Words

# Possessive, and the longer words first: else each "due on" could be taken in two ways, and a row
# of them in more ways than there is time for.
_JOINING = re.compile(
    r"(?:[\s,;]|\b(?:on|by|at|for|due on|due by|due|until|till|from|this coming|no later than"
    r"|sometime|later|starting|around|about|the|and|then|early|late|first thing|to|in|as of)\b)*+",
    re.IGNORECASE,
)
_BARE_HOUR = re.compile(
    r"(?:(?<=\s)|^)(?<!at )(?<!around )(?P<hour>\d{1,2}(?::\d\d)?|(?:one|two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve)(?: (?:thirty|fifteen|forty[ -]five))?)$",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"^(?:today|tonight|tomorrow|tmrw|this (?!one)|next|on |at |by |first thing|the day after"
    r"|in (?:an?|\d+|half|one|two|three|four|five|ten|the)\b)",
    re.IGNORECASE,
)
_BEFORE_TIME = re.compile(
    r"(?:(?:\b(?:due on|due by|due at|due|on|by|at|for|until|till|from|no later than|sometime"
    r"|later|starting|around|about|early|late|first thing|this coming|the)|,)\s*)++$",
    re.IGNORECASE,
)
_NOT_A_TIME_BEFORE = re.compile(
    r"(?:\b(?:to|every|each|of|than|since|the|my|a|an|last|between|like|black|good|happy|merry"
    r"|and|or)|'s)\s*$",
    re.IGNORECASE,
)
_MAY_FOLLOW = re.compile(
    r"\s*(?:$|[,;]|\b(?:to|about|with|for|and|from|on|in|that|so|because|when|if|at|before|after"
    r"|regarding|re|by)\b)",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"(?:the |this )?(?:day|hour|minute|moment|second)s?|the (?:week|month|year|weekend)|now"
    r"|the \w+(?:st|nd|rd|th|first|second|third)",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"(?:sun|sat|mar|mon|wed|dec|jan|may|march|august)", re.IGNORECASE)
_HOLIDAY = re.compile(
    r"christmas|easter|halloween|thanksgiving|valentine|new year|day$", re.IGNORECASE
)
_PLAIN_DAY = re.compile(
    r"\b(?:sun|mon|tues|wednes|thurs|fri|satur|to)day\b|\bend\b|\b(?:the|last|first|of) day\b",
    re.IGNORECASE,
)
_MOST_CLOCKS = 2
"""From one to another, of what a title is rid of; of several times all but one would be lost."""
_LATER = re.compile(r"(?:^|\s)(?:later|sometime|some time|soon|again)$", re.IGNORECASE)


_PAST = re.compile(
    r"(?:^|\s)(?:yesterday|last (?:night|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|\w+ days? ago)"
    r"(?: (?:morning|afternoon|evening|night))?(?: at [\w: ]{1,15})?$",
    re.IGNORECASE,
)
# "Ask Bob what happened yesterday", "the talk I gave last week": there it belongs to the task.
_ABOUT_THE_PAST = re.compile(
    r"\b(?:about|what|that|who|which|how|from|since|why|where|was|were|did|said|gave|had|went)\b",
    re.IGNORECASE,
)


class RepeatingError(ValueError):
    """The words ask for a task that comes again and again."""


class Timed(msgspec.Struct, frozen=True):
    """Words without their time, and the time."""

    words: Words
    when: When | None


def read_when(words: Words, now: datetime) -> When | None:
    """The time that the words are from end to end; None when they hold anything else.

    Raises NoSuchDateError.
    """
    check_dates(words.mask)
    text = re.sub(r"'s?$", "", words.mask.strip())
    joined = _BARE_HOUR.sub(r"at \g<hour>", text)
    for attempt in dict.fromkeys((text, joined)):
        found = find_times(attempt, now)
        left, position = [], 0
        for when in found:
            left.append(attempt[position : when.start])
            position = when.end
        left.append(attempt[position:])
        if found and all(_JOINING.fullmatch(part) for part in left):
            return _with_deadline(merge(found), attempt)
    return None


def _with_deadline(when: When | None, text: str) -> When | None:
    if when is None or not re.match(r"\s*(?:by|until|till|no later than)\b", text, re.IGNORECASE):
        return when
    return msgspec.structs.replace(when, deadline=True)


def split_time(words: Words, now: datetime, *, also: When | None = None) -> Timed:
    """The words without the times said at their edges, or clearly between them.

    `also` is a time that was said elsewhere. Raises NoSuchDateError and RepeatingError.
    """
    if REPEATING.search(words.mask):
        raise RepeatingError
    check_dates(words.mask)
    found = [when for when in find_times(words.mask, now) if _may_be_due(when, words.mask, now)]
    taken: list[When] = []
    rest = words
    for when in reversed(found):
        start, end = _whole_place(when, rest.mask)
        if _accepted(when, rest.mask, start, end):
            rest = rest.without(start, end)
            taken.insert(0, when)
    if sum(when.clock is not None and when.part is None for when in taken) > _MOST_CLOCKS:
        raise NoSuchDateError("You named several times, and a task has one. Which one is it?")
    rest = rest.strip()
    later = _LATER.search(rest.mask)
    if later and later.start():
        rest = rest.slice(0, later.start()).strip()
    times = [also, *taken] if also is not None else taken
    return Timed(rest, merge(times))


def check_ahead(words: Words, when: When | None, now: datetime) -> None:
    """Raise NoSuchDateError when a task is asked for on a day that is over."""
    last = (when.last_day or when.day) if when else None
    if last is None and (when is not None or not _PAST.search(words.mask)):
        return
    if (last is None and not _ABOUT_THE_PAST.search(words.mask)) or (last and last < now.date()):
        day = "Yesterday" if re.search(r"yesterday\b", words.mask, re.IGNORECASE) else "That day"
        raise NoSuchDateError(f"{day} is over. Which day do you mean?")


def is_vague(when: When, text: str) -> bool:
    """Whether these words only look like a time: "the first", "the day"."""
    before = re.search(r"\b(?:on|by|before|for|due)\s*$", text[: when.start], re.IGNORECASE)
    return before is None and _VAGUE.fullmatch(text[when.start : when.end]) is not None


def _may_be_due(when: When, text: str, now: datetime) -> bool:
    if is_vague(when, text):
        return False
    last = when.last_day or when.day
    return last is None or last >= now.date()


def _whole_place(when: When, text: str) -> tuple[int, int]:
    before = _BEFORE_TIME.search(text[: when.start])
    return (before.start() if before else when.start), when.end


def _accepted(when: When, text: str, start: int, end: int) -> bool:
    said, before, after = text[when.start : when.end], text[:start], text[end:]
    joined = text[start : when.start]
    strong = bool(_STRONG.match(said)) or bool(
        re.search(r"\b(?:on|by|at|due|before|until|till)\b", joined, re.IGNORECASE)
    )
    if _NOT_A_TIME_BEFORE.search(before) or after[:1] in {"'", "-", "/", "&"}:
        return False
    if re.fullmatch(r"the\s*", joined, re.IGNORECASE) and not re.search(
        r"\b(?:after|end|last|first)\b", said
    ):
        return False
    named = (
        when.moment is not None
        or when.part is not None
        or bool(DAY_WORD.search(said) or CLOCK_WORD.search(said))
    )
    holiday = when.day is not None and when.clock is None and _is_holiday(said)
    month = when.last_day is not None and re.fullmatch(r"\w+", said) is not None
    if (holiday or month or _ABBREVIATED.fullmatch(said) or not named) and not strong:
        return False
    if not after.strip(" ,;.!?"):
        return True
    if not before.strip(" ,;.!?"):
        return strong or when.clock is not None or after[:1] == ","
    return (strong or when.clock is not None) and bool(_MAY_FOLLOW.match(after))


def _is_holiday(said: str) -> bool:
    return bool(_HOLIDAY.search(said)) and not _PLAIN_DAY.search(said)
