"""Rules inside what was said: "every other Tuesday", "on the first of every month"."""

from collections.abc import Callable
from typing import Literal

import msgspec

from control_api.language.words.language import Language
from control_api.time.rule import Frequency, Rule, rule_text
from shared.tasks import Repeat

_WORKDAYS = tuple((day, 0) for day in range(5))
_SATURDAY = ((5, 0),)
_LONGEST_MONTH = 31

Said = dict[str, str | None]


class SaidRepeat(msgspec.Struct, frozen=True):
    """A repeat, and where in the text it was said."""

    start: int
    end: int
    repeat: Repeat
    part: str | None = None
    """The part of the day that was said along with it."""

    @property
    def names_days(self) -> bool:
        """Whether the words say which days, so that no date is needed to know."""
        return "BY" in self.repeat.rule


def find_repeat(text: str, language: Language) -> SaidRepeat | None:
    """The repeat that is said in a text; None when there is none, or none that is clear."""
    for name, pattern in language.repeats.rules:
        found = pattern.search(text)
        rule = _READERS[name](found.groupdict(), language) if found else None
        if found is None or rule is None:
            continue
        end = found.end()
        times = language.repeats.times.match(text[end:])
        if times is not None:
            rule = msgspec.structs.replace(rule, count=_number(times["n"], language))
            end += times.end()
        said = found.groupdict()
        basis: Literal["due", "completion"] = "completion" if said.get("done") else "due"
        repeat = Repeat(rule=rule_text(rule), basis=basis)
        return SaidRepeat(found.start(), end, repeat, said.get("part"))
    return None


def _units(said: Said, language: Language) -> Rule | None:
    return Rule(
        freq=language.repeats.units[(said["unit"] or "").lower()],
        interval=_number(said.get("n"), language),
    )


def _monthly(said: Said, language: Language) -> Rule | None:
    days = _numbers(said["numbers"], language)
    if not all(1 <= day <= _LONGEST_MONTH for day in days):
        return None
    return Rule(freq="MONTHLY", interval=_number(said.get("n"), language), by_month_day=days)


def _month_end(said: Said, language: Language) -> Rule | None:
    return Rule(freq="MONTHLY", interval=_number(said.get("n"), language), by_month_day=(-1,))


def _monthly_weekday(said: Said, language: Language) -> Rule | None:
    return _numbered("MONTHLY", said, language, ())


def _yearly_weekday(said: Said, language: Language) -> Rule | None:
    return _numbered("YEARLY", said, language, (_month(said, language),))


def _yearly(said: Said, language: Language) -> Rule | None:
    days = _numbers(said["numbers"], language)
    if len(days) > 1 or not 1 <= days[0] <= _LONGEST_MONTH:
        return None
    return Rule(
        freq="YEARLY",
        interval=_number(said.get("n"), language),
        by_month=(_month(said, language),),
        by_month_day=days,
    )


def _weekly(said: Said, language: Language) -> Rule | None:
    words = language.calendar.weekdays.findall(said["days"] or "")
    by_day = tuple((day, 0) for day in sorted({_weekday(word, language) for word in words}))
    if not by_day:
        return None  # "on holidays"
    return Rule(freq="WEEKLY", interval=_number(said.get("n"), language), by_day=by_day)


def _workdays(said: Said, language: Language) -> Rule | None:
    del said, language
    return Rule(freq="WEEKLY", by_day=_WORKDAYS)


def _weekends(said: Said, language: Language) -> Rule | None:
    return Rule(freq="WEEKLY", interval=_number(said.get("n"), language), by_day=_SATURDAY)


def _parts(said: Said, language: Language) -> Rule | None:
    return Rule(freq="DAILY", interval=_number(said.get("n"), language))


def _quarters(said: Said, language: Language) -> Rule | None:
    del said, language
    return Rule(freq="MONTHLY", interval=3)


def _adverb(said: Said, language: Language) -> Rule | None:
    freq, interval = language.repeats.adverbs[(said["adverb"] or "").lower()]
    return Rule(freq=freq, interval=interval)


def _numbered(
    freq: Frequency, said: Said, language: Language, months: tuple[int, ...]
) -> Rule | None:
    words = language.repeats.place.findall(said["places"] or "")
    places = sorted(
        {language.repeats.places[word.lower()] for word in words}, key=lambda nth: (nth < 0, nth)
    )
    day, interval = (said["day"] or "").lower(), _number(said.get("n"), language)
    if day in language.repeats.workdays:
        return Rule(
            freq=freq,
            interval=interval,
            by_month=months,
            by_day=_WORKDAYS,
            by_set_pos=tuple(places),
        )
    weekday = _weekday(day, language)
    by_day = tuple((weekday, nth) for nth in places)
    return Rule(freq=freq, interval=interval, by_month=months, by_day=by_day)


def _number(word: str | None, language: Language) -> int:
    if word is None:
        return 1
    return max(int(word), 1) if word.isdecimal() else language.repeats.counts[word.lower()]


def _numbers(text: str | None, language: Language) -> tuple[int, ...]:
    words = language.calendar.numbers.findall(text or "")
    days = {
        int(word) if word.isdecimal() else language.ordinals[word.lower().replace(" ", "-")]
        for word in words
    }
    return tuple(sorted(days))


def _weekday(word: str, language: Language) -> int:
    """Its number, from Monday on, also of a short one."""
    begins = word[:2].lower()
    return next(
        number
        for number, name in enumerate(language.weekday_names)
        if name.lower().startswith(begins)
    )


def _month(said: Said, language: Language) -> int:
    return language.months[(said["month"] or "").lower()]


_READERS: dict[str, Callable[[Said, Language], Rule | None]] = {
    "units": _units,
    "yearly_weekday": _yearly_weekday,
    "yearly": _yearly,
    "monthly_weekday": _monthly_weekday,
    "month_end": _month_end,
    "monthly": _monthly,
    "weekly": _weekly,
    "workdays": _workdays,
    "weekends": _weekends,
    "parts": _parts,
    "quarters": _quarters,
    "adverb": _adverb,
}
