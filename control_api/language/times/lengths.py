"""Lengths of time in words: "an hour and a half", "2 wks", "1h30"."""

import math
import re
from datetime import datetime, timedelta

import msgspec
from dateutil.relativedelta import relativedelta

from control_api.language.words.language import Language

_MINUTES_A_DAY = 60 * 24
_DAYS_A_MONTH = 30
_LONGEST_MONTHS, _LONGEST_MINUTES = 12 * 20, 60 * 24 * 3660


class Length(msgspec.Struct, frozen=True):
    """So many months, and so many minutes."""

    months: int = 0
    minutes: int = 0
    is_days: bool = True
    """Whether it was said in whole days: 24 hours from now is a time of day, too."""

    @property
    def delta(self) -> timedelta | None:
        """The same as a fixed length; None where months have it vary."""
        return None if self.months else timedelta(minutes=self.minutes)

    def after(self, moment: datetime) -> datetime:
        """So much later. Raises OverflowError."""
        try:
            return moment + relativedelta(months=self.months) + timedelta(minutes=self.minutes)
        except ValueError as error:  # beyond the year 9999
            raise OverflowError from error

    def before(self, moment: datetime) -> datetime:
        """So much earlier. Raises OverflowError."""
        return Length(-self.months, -self.minutes).after(moment)


def length_of(found: re.Match[str], language: Language) -> Length | None:
    """What a match with the groups of `Delays.length` says; None when it can't be meant."""
    said = found.groupdict()
    half = 0.5 if said.get("half") or said.get("half_unit") else 0.0
    amount = said.get("upto") or said.get("or") or said["amount"]
    length = _times(number_of(amount, language) + half, said["unit"], language)
    if more := said.get("amount2") or said.get("minutes"):
        unit = said.get("unit2") or language.delays.minute
        second = _times(number_of(more, language), unit, language)
        length = Length(
            length.months + second.months,
            length.minutes + second.minutes,
            length.is_days and second.is_days,
        )
    if length.months > _LONGEST_MONTHS or length.minutes > _LONGEST_MINUTES:
        return None
    return length


def one(unit: str, language: Language) -> Length:
    """One hour, one week."""
    return _times(1, unit, language)


def number_of(said: str, language: Language) -> float:
    """How many: "2.5", "a couple of", "twenty-five"."""
    said = said.lower().replace(",", ".").replace("-", " ")
    known = language.delays.amounts
    if said in known:
        return known[said]
    if said[:1].isdigit():
        return float(said)
    return sum(known[part] for part in said.split())


def _times(amount: float, unit: str, language: Language) -> Length:
    unit = unit.lower()
    if unit in language.delays.unit_months:
        months = amount * language.delays.unit_months[unit]
        return Length(int(months), round(months % 1 * _DAYS_A_MONTH) * _MINUTES_A_DAY)
    minutes = round(amount * language.delays.unit_minutes[unit])
    if language.delays.unit_minutes[unit] > _MINUTES_A_DAY:
        # Nobody counts the hours of a week and a half.
        return Length(0, math.ceil(minutes / _MINUTES_A_DAY) * _MINUTES_A_DAY)
    is_days = language.delays.unit_minutes[unit] == _MINUTES_A_DAY
    return Length(0, minutes, is_days and minutes % _MINUTES_A_DAY == 0)
