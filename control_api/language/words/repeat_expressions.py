"""The expressions for repeats: what each is for stands with its data."""

import re
from typing import Literal

import msgspec

from control_api.time.rule import Frequency

Readings = list[tuple[str, re.Pattern[str]]]
"""How each is read, and what is."""


class Repeats(msgspec.Struct, frozen=True):
    """When a task comes again."""

    counts: dict[str, int]
    """Every other, every third: number words by what they stand for."""
    units: dict[str, tuple[Frequency, int]]
    adverbs: dict[str, tuple[Frequency, int]]
    places: dict[str, int]
    """In a month, from its end where negative; the first word for each is the one that is said."""
    weekends: frozenset[str]
    holidays: dict[str, str]
    """Their rules."""
    edges: dict[str, Literal["first", "middle", "last"]]
    parts: dict[str, str]
    """What a part of the day is called when it is said of one day."""
    perhaps: re.Pattern[str]
    days: re.Pattern[str]
    place: re.Pattern[str]
    part: re.Pattern[str]
    cores: Readings
    additions: Readings
    befores: Readings
    own_part: re.Pattern[str]
    clock_between: re.Pattern[str]
    from_on: re.Pattern[str]
    to_day: re.Pattern[str]
    onwards: re.Pattern[str]
    until: re.Pattern[str]
    through: re.Pattern[str]
    stretch: re.Pattern[str]
    end_of: re.Pattern[str]
    after_a_day: re.Pattern[str]
    several: re.Pattern[str]
    moments: re.Pattern[str]
    clock_of: str
    afternoon: re.Pattern[str]
    half: re.Pattern[str]
    unclear: Readings
    left_over: re.Pattern[str]
    joined_by: re.Pattern[str]
    joins: re.Pattern[str]
    cut_off: re.Pattern[str]
    goes_along: re.Pattern[str]
    named: re.Pattern[str]
    """Before a word that is no repeat, but a thing: "the daily"."""
    goes_on: re.Pattern[str]
