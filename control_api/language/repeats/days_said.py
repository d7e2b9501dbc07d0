"""The days inside a repeat: weekdays and ranges of them, places in a month, dates, number words."""

from control_api.language.words.language import Language
from control_api.time.rule import Rule, parse_rule

Said = dict[str, str | None]
"""What a part of a repeat is made of, by the names of the groups in its expression."""

WORKDAYS = tuple((day, 0) for day in range(5))
_SATURDAY, _SUNDAY = 5, 6
_WEEK = 7
_LONGEST_MONTH = 31
_MONTHS = 12


def weekdays_said(text: str | None, language: Language) -> tuple[tuple[int, int], ...]:
    """The days of a week, as `Rule.by_day` has them: "Monday to Thursday and Saturday"."""
    days: set[int] = set()
    items = list(language.repeats.days.finditer(text or ""))
    for item in items:
        if item["sort"] is None:
            first = weekday(item["from"] or item["one"], language)
            last = weekday(item["to"], language) if item["to"] else first
            days.update((first + ahead) % _WEEK for ahead in range((last - first) % _WEEK + 1))
        elif item["sort"].lower().replace(" ", "") in language.repeats.weekends:
            # By itself it is one time in a week, on its first day.
            days.update({_SATURDAY} if len(items) == 1 else {_SATURDAY, _SUNDAY})
        else:
            days.update(day for day, _ in WORKDAYS)
    return tuple((day, 0) for day in sorted(days))


def whole_weekend(text: str | None, language: Language) -> tuple[tuple[int, int], ...]:
    """The same, but that a weekend is both of its days."""
    days = weekdays_said(text, language)
    sorts = [item["sort"] for item in language.repeats.days.finditer(text or "") if item["sort"]]
    names = {sort.lower().replace(" ", "") for sort in sorts}
    both = {(_SATURDAY, 0), (_SUNDAY, 0)} if names & language.repeats.weekends else set()
    return tuple(sorted({*days, *both}))


def weekday(word: str, language: Language) -> int:
    """Its number, from Monday on, also of a short one."""
    begins = word[:2].lower()
    return next(
        number
        for number, name in enumerate(language.weekday_names)
        if name.lower().startswith(begins)
    )


def places_said(text: str | None, language: Language) -> tuple[int, ...]:
    """Which of several in a month, from its end where negative: "the second and the last"."""
    words = language.repeats.place.findall(text or "")
    places = {language.repeats.places[word.lower()] for word in words}
    return tuple(sorted(places, key=lambda nth: (nth < 0, nth)))


def month_days_said(text: str | None, language: Language) -> tuple[int, ...] | None:
    """Days of a month; None when there is no such day."""
    words = language.calendar.numbers.findall(text or "")
    days = sorted({_ordinal(word, language) for word in words})
    return tuple(days) if all(1 <= day <= _LONGEST_MONTH for day in days) else None


def date_said(said: Said, language: Language) -> Rule | None:
    """The rule of a date that comes every year; None when there is no such date."""
    if said["first"] and said["second"]:
        month, day = int(said["first"]), int(said["second"])
        if month > _MONTHS or not language.written_dates.is_month_first:
            month, day = day, month
    else:
        name = said.get("month") or said["month_"] or ""
        number = said["number"] or said["number_"] or ""
        month, day = language.months[name.lower()], _ordinal(number, language)
    return checked(Rule(freq="YEARLY", by_month=(month,), by_month_day=(day,)))


def holiday_said(said: Said, language: Language) -> Rule:
    """The rule of a holiday."""
    return parse_rule(language.repeats.holidays[(said["holiday"] or "").lower()])


def checked(rule: Rule) -> Rule | None:
    """The rule, when there are such months and days."""
    lengths = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if not all(1 <= month <= _MONTHS for month in rule.by_month):
        return None
    longest = max((lengths[month - 1] for month in rule.by_month), default=_LONGEST_MONTH)
    return rule if all(-longest <= day <= longest and day for day in rule.by_month_day) else None


def count_said(word: str | None, language: Language) -> int:
    """How many, which may be none; one when nothing is said of it."""
    if word is None:
        return 1
    digits = "".join(filter(str.isdecimal, word))
    return int(digits) if digits else language.repeats.counts[word.lower()]


def _ordinal(word: str, language: Language) -> int:
    digits = "".join(filter(str.isdecimal, word))
    return int(digits) if digits else language.ordinals[word.lower().replace(" ", "-")]
