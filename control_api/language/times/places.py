"""Whether a time that stands in a title is when it is due, or belongs to what it is called."""

import re
from collections.abc import Callable

from control_api.language.times.said_times import When
from control_api.language.words.language import Language
from control_api.language.words.sentence import Words

_MARKS = " ,;.!?"
_JOINTS = frozenset("'-/&")


def is_vague(when: When, text: str, language: Language) -> bool:
    """Whether these words only look like a time: "the first", "the day"."""
    before = language.phrases.makes_exact.search(text[: when.start])
    said = text[when.start : when.end]
    return before is None and language.phrases.vague.fullmatch(said) is not None


def whole_place(when: When, text: str, language: Language) -> tuple[int, int]:
    """Where it stands, with the words that lead to it: "on", "by"."""
    before = language.phrases.before_time.search(text[: when.start])
    return (before.start() if before else when.start), when.end


def is_strong(when: When, text: str, language: Language) -> bool:
    """Whether the words alone say that it is a time: "on Friday", "tomorrow"."""
    start, _ = whole_place(when, text, language)
    said, joined = text[when.start : when.end], text[start : when.start]
    phrases = language.phrases
    is_led = phrases.makes_strong.search(joined) is not None
    return is_led or when.moment is not None or _any(phrases.strong.match, said, when.words)


def is_due(when: When, text: str, language: Language) -> bool:
    """Whether a time in `text` is when it is due, by where it stands and what is around it."""
    start, end = whole_place(when, text, language)
    said, before, after = text[when.start : when.end], text[:start], text[end:]
    strong = is_strong(when, text, language)
    if _belongs_to_the_words(when, text, language) or not (
        strong or _is_plainly_a_time(when, said, language)
    ):
        return False
    if not after.strip(_MARKS) or language.phrases.surely_follow.match(after):
        return True
    if not before.strip(_MARKS):
        return strong or when.clock is not None or after[:1] == ","
    may_follow = language.phrases.may_follow.match(after)
    return (strong or when.clock is not None) and may_follow is not None


def _belongs_to_the_words(when: When, text: str, language: Language) -> bool:
    """Whether what stands right before or after it makes it a part of that."""
    phrases = language.phrases
    start, end = whole_place(when, text, language)
    said, joined = text[when.start : when.end], text[start : when.start]
    if phrases.not_a_time_before.search(text[:start]) or text[end : end + 1] in _JOINTS:
        return True
    if phrases.article.fullmatch(joined) and not phrases.takes_article.search(said):
        return True
    # "Ask Bob about Friday".
    return when.clock is None and phrases.is_topic.search(joined) is not None


def _is_plainly_a_time(when: When, said: str, language: Language) -> bool:
    """Whether it names a day or a time of day, and no feast, no month and nobody's name."""
    calendar, phrases = language.calendar, language.phrases
    named = (
        when.moment is not None
        or when.part is not None
        or _any(calendar.day_word.search, said, when.words)
        or _any(calendar.clock_word.search, said, when.words)
    )
    feast = (
        when.day is not None and when.clock is None and _is_holiday(when.words or said, language)
    )
    month = when.last_day is not None and re.fullmatch(r"\w+", said) is not None
    return named and not (feast or month or phrases.abbreviated.fullmatch(said))


def _any(find: Callable[[str], re.Match[str] | None], *texts: str) -> bool:
    return any(find(text) for text in texts)


def _is_holiday(said: str, language: Language) -> bool:
    phrases = language.phrases
    return bool(phrases.holiday.search(said)) and not phrases.plain_day.search(said)


def without_names(words: Words, language: Language) -> Words:
    """The words with what capitals make a name made unreadable: "The Day After Tomorrow"."""
    mask = words.mask
    for found in language.time_names.in_capitals.finditer(words.mask):
        outside = words.text[: found.start()] + words.text[found.end() :]
        if " " in found[0] and language.time_names.in_small_letters.search(outside):
            hidden = "x" * len(found[0])
            mask = mask[: found.start()] + hidden + mask[found.end() :]
    return Words(words.text, mask)


def is_in_a_name(when: When, words: Words, language: Language) -> bool:
    """Whether a name goes on behind it: "the Sunday Times", "Saturday Night Fever"."""
    names = language.time_names
    start, _ = whole_place(when, words.mask, language)
    led = names.of_time.search(words.mask[start : when.start])
    if led or names.of_time.match(words.mask, when.start):
        return False
    outside = words.text[: when.start] + words.text[when.end :]
    is_told_apart = names.in_small_letters.search(outside)
    return bool(is_told_apart and names.goes_on.match(words.text, when.end))


def is_a_work(when: When, text: str, language: Language) -> bool:
    """Whether it is what somebody watches or reads: "watch the day after tomorrow tonight"."""
    return bool(language.time_names.before_a_work.fullmatch(text[: when.start]))
