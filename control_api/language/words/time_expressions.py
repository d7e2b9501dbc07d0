"""The expressions for times: what each is for stands with its data."""

import re
from typing import Literal

import msgspec

Part = Literal["morning", "lunch", "afternoon", "evening", "tonight", "night"]


class Calendar(msgspec.Struct, frozen=True):
    """Names of days and months, and dates in figures."""

    day_word: re.Pattern[str]
    clock_word: re.Pattern[str]
    part_of_day: re.Pattern[str]
    repeating: re.Pattern[str]
    month_day: re.Pattern[str]
    day_month: re.Pattern[str]
    clock: re.Pattern[str]
    high_hour: re.Pattern[str]
    named_day: re.Pattern[str]
    numbered_day: re.Pattern[str]
    month: re.Pattern[str]
    numbers: re.Pattern[str]
    weekdays: re.Pattern[str]
    exact: re.Pattern[str]


class ClockDigits(msgspec.Struct, frozen=True):
    """Clock times without their colon."""

    always: re.Pattern[str]
    with_half: re.Pattern[str]
    perhaps: re.Pattern[str]
    corrected: re.Pattern[str]
    about_time: re.Pattern[str]
    about_a_task: re.Pattern[str]
    about_amounts: re.Pattern[str]
    at: re.Pattern[str]


class Delays(msgspec.Struct, frozen=True):
    """Lengths of time."""

    amounts: dict[str, float]
    unit_minutes: dict[str, float]
    unit_months: dict[str, int]
    minute: str
    """What a number after the hours counts."""
    length: re.Pattern[str]
    ahead: re.Pattern[str]
    """From now on: "in two hours"."""
    from_now: re.Pattern[str]


class Durations(msgspec.Struct, frozen=True):
    """Lengths of time, to the second."""

    numbers: dict[str, int]
    fractions: dict[str, float]
    unit_seconds: dict[str, int]
    part: re.Pattern[str]
    joint: re.Pattern[str]


class Phrases(msgspec.Struct, frozen=True):
    """Stretches of a sentence that are a time."""

    no_time: re.Pattern[str]
    joining: re.Pattern[str]
    bare_hour: re.Pattern[str]
    strong: re.Pattern[str]
    before_time: re.Pattern[str]
    not_a_time_before: re.Pattern[str]
    may_follow: re.Pattern[str]
    surely_follow: re.Pattern[str]
    vague: re.Pattern[str]
    abbreviated: re.Pattern[str]
    holiday: re.Pattern[str]
    plain_day: re.Pattern[str]
    later: re.Pattern[str]
    past: re.Pattern[str]
    about_the_past: re.Pattern[str]
    told: re.Pattern[str]
    is_topic: re.Pattern[str]
    soon: re.Pattern[str]
    left_over: re.Pattern[str]
    and_again: re.Pattern[str]
    deadline: re.Pattern[str]
    possessive: re.Pattern[str]
    at_hour: str
    """Makes a time of day of a bare hour, as a replacement of `bare_hour`."""
    yesterday: re.Pattern[str]
    makes_exact: re.Pattern[str]
    makes_strong: re.Pattern[str]
    article: re.Pattern[str]
    takes_article: re.Pattern[str]


class Times(msgspec.Struct, frozen=True):
    """What Duckling's times need to be read as a person means them."""

    deadline: re.Pattern[str]
    meal: re.Pattern[str]
    numbered: re.Pattern[str]
    night: re.Pattern[str]
    this_part: re.Pattern[str]
    midnight: re.Pattern[str]
    afternoon: re.Pattern[str]
    end: re.Pattern[str]
    weekend: str
    first_sure_hour: int
    """From which on a bare hour is in the morning, and none in the evening; 12 where none is."""
    parts: dict[str, Part]
    """The words that `Calendar.part_of_day` finds."""
    before: re.Pattern[str]
    after: re.Pattern[str]
    at: str
    """What Duckling reads in place of a deadline."""
    on_day: str
    """Stands before a date in place of other words."""
    tail: re.Pattern[str]


class Spellings(msgspec.Struct, frozen=True):
    """Words that Duckling does not know as they are written."""

    well_spelled: dict[str, int]
    """And how many slips each may have."""
    other_words: frozenset[str]
    short: list[tuple[str, re.Pattern[str]]]
    """What stands there instead, as a template."""
    in_words: list[re.Pattern[str]]
    """Numbers of dates, of which the groups are a part each."""


class WrittenDates(msgspec.Struct, frozen=True):
    """Dates in figures and words."""

    is_month_first: bool
    figures: re.Pattern[str]
    rules: list[tuple[str, re.Pattern[str]]]
    to_the_last_day: re.Pattern[str]
    no_date: re.Pattern[str]
    without_article: re.Pattern[str]
    with_article: str
    day_and_number: re.Pattern[str]
    no_clock: re.Pattern[str]
    named: re.Pattern[str]
    month_alone: re.Pattern[str]
    with_weekday: re.Pattern[str]


class RelativeDays(msgspec.Struct, frozen=True):
    """Days that are counted from another one."""

    perhaps: re.Pattern[str]
    before_it: str
    near: dict[str, int]
    quarters: dict[str, int]
    weeks: dict[str, int]
    spans: dict[str, str]
    which: dict[str, int]
    rules: list[tuple[str, re.Pattern[str]]]
    """How each is read, see `relative_days`."""
    after_next: re.Pattern[str]


class ClockForms(msgspec.Struct, frozen=True):
    """Times of day."""

    perhaps: re.Pattern[str]
    hours: dict[str, int]
    minutes: dict[str, int]
    before_the_hour: frozenset[str]
    other_half: dict[str, str]
    ranges: list[tuple[str, re.Pattern[str]]]
    """From one to another."""
    forms: list[tuple[str, re.Pattern[str]]]
    """What stands there instead, as a template."""
    meals: list[tuple[str, re.Pattern[str]]]
    """The same of the meals."""
    at_table: re.Pattern[str]
    """Where a meal is what somebody does, and no time."""
    hundred: re.Pattern[str]
    past_the_hour: re.Pattern[str]


class TimeNames(msgspec.Struct, frozen=True):
    """Where a time is part of a name."""

    in_small_letters: re.Pattern[str]
    in_capitals: re.Pattern[str]
    goes_on: re.Pattern[str]
    of_time: re.Pattern[str]
    before_a_work: re.Pattern[str]
    works: re.Pattern[str]
    led: re.Pattern[str]


class TimeHints(msgspec.Struct, frozen=True):
    """Where a text may hold a time."""

    perhaps: re.Pattern[str]
    beginnings: frozenset[str]
    joining: frozenset[str]
    """Words, no time themselves, that may stand in one or lead to it."""
    kinds: re.Pattern[str]
    """The kinds of words that times are made of, each a group by its name."""
