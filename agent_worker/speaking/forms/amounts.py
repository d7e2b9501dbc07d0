"""Money, measures, shares, ranges and plain numbers, as they are said."""

import re

from agent_worker.speaking.forms.numbers import cardinal, decimal, digit_by_digit, letters, ordinal
from agent_worker.speaking.forms.tables import (
    CURRENCIES,
    FRACTIONS,
    NUMBER,
    SIZES,
    UNITS,
    one_of,
)

_SIZE = rf"(?: ?(?P<size>{one_of(SIZES)})(?!\w))?"
_CENTS = 2
_DIGITS_AT_MOST = 6

_TIME = r"\d{1,2}(?::\d\d)?(?: ?[ap]m\b)?"
_RANGE = re.compile(
    rf"(?<![\w.,:/-])(?P<first>{_TIME}|[$€£]?{NUMBER}) ?(?P<dash>[-\u2013]) ?"
    rf"(?P<last>{_TIME}|[$€£]?{NUMBER})(?!\d|[\w/-]*-\d|[.,:/]\d)"
)
_MONEY_BEFORE = re.compile(
    rf"(?P<sign>-?)(?P<currency>{one_of(c for c in CURRENCIES if not c.isalpha())}) ?"
    rf"(?P<amount>{NUMBER}){_SIZE}(?!\w)"
)
_MONEY_BEHIND = re.compile(
    rf"(?<![\w.,])(?P<sign>-?)(?P<amount>{NUMBER}){_SIZE} ?(?P<currency>{one_of(CURRENCIES)})(?!\w)"
)
_UNIT = re.compile(
    rf"(?<![\w.,])(?P<sign>[-\u2212]?)(?P<amount>{NUMBER})(?P<fraction>[{''.join(FRACTIONS)}]?)"
    rf"(?: ?)(?P<unit>{one_of(UNITS)})(?!\w)"
)
_FRACTION = re.compile(rf"(?:(?<![\w.,])(?P<whole>\d+) ?)?(?P<part>[{''.join(FRACTIONS)}])")
_ORDINAL = re.compile(r"(?<![\w.,])(?P<number>\d{1,6})(?:st|nd|rd|th)\b")
_NUMBERED = re.compile(r"(?<!\w)(?:#|[Nn]o\. ?)(?=\d)")
_LETTERED = re.compile(r"(?<![\w.,-])(\d{1,4})([A-Z])(?!\w)")
_VERSION = re.compile(r"(?<![\w.,])\d+(?:\.\d+){2,}(?![\w])")
_RATIO = re.compile(r"(?<![\w:.])(\d{1,3}):(\d{1,3})(?![\w:])")
_PLAIN = re.compile(rf"(?<![\w.])(?P<sign>(?<!\S)[-\u2212])?(?P<number>{NUMBER})(?!\w)")


def say_ranges(text: str) -> str:
    """The stroke from one number to another, which are left as they are."""
    return _RANGE.sub(_range, text)


def say_amounts(text: str) -> str:
    """Money, measures, and what is left of numbers."""
    text = _MONEY_BEFORE.sub(_money, text)
    text = _MONEY_BEHIND.sub(_money, text)
    text = _UNIT.sub(_measure, text)
    text = _FRACTION.sub(_fraction, text)
    text = _ORDINAL.sub(lambda m: ordinal(int(m["number"])), text)
    text = _NUMBERED.sub("number ", text)
    text = _LETTERED.sub(lambda m: f"{m[1]} {letters(m[2])}", text)
    text = _VERSION.sub(lambda m: " point ".join(map(decimal, m[0].split("."))), text)
    text = _RATIO.sub(r"\1 to \2", text)
    return _PLAIN.sub(_plain, text)


def _range(found: re.Match[str]) -> str:
    """From one to the other; a hyphen between what does not grow may be anything."""
    first, last = found["first"], found["last"]
    grows = ":" in last or last[-1] == "m" or _value(first) < _value(last)
    if found["dash"] == "-" and not grows:
        return found[0]
    if first[0] in CURRENCIES and last[0] not in CURRENCIES:
        return f"{decimal(first[1:])} to {first[0]}{last}"
    return f"{first} to {last}"


def _value(number: str) -> float:
    return float(re.sub(r"[^\d.]", "", number))


def _money(found: re.Match[str]) -> str:
    one, several, hundredth, hundredths = CURRENCIES[found["currency"]]
    sign = "minus " if found["sign"] else ""
    amount, size = found["amount"].replace(",", ""), found["size"]
    whole, _, places = amount.partition(".")
    if size or len(places) not in {0, _CENTS}:
        return f"{sign}{decimal(amount)} {SIZES[size] + ' ' if size else ''}{several}"
    units, cents = int(whole), int(places or 0)
    said = f"{cardinal(units)} {one if units == 1 else several}"
    if not cents:
        return sign + said
    small = f"{cardinal(cents)} {hundredth if cents == 1 else hundredths}"
    return f"{sign}{said} and {small}" if units else sign + small


def _measure(found: re.Match[str]) -> str:
    one, several = UNITS[found["unit"]]
    sign = "minus " if found["sign"] else ""
    amount = decimal(found["amount"])
    if found["fraction"]:
        return f"{sign}{amount} and {FRACTIONS[found['fraction']]} {several}"
    return f"{sign}{amount} {one if found['amount'] == '1' else several}"


def _fraction(found: re.Match[str]) -> str:
    part = FRACTIONS[found["part"]]
    return f"{cardinal(int(found['whole']))} and {part}" if found["whole"] else part


def _plain(found: re.Match[str]) -> str:
    sign = "minus " if found["sign"] else ""
    number = found["number"]
    is_code = number[0] == "0" and len(number) > 1 and "." not in number
    if is_code or (number.isdigit() and len(number) > _DIGITS_AT_MOST):
        return sign + digit_by_digit(number)
    return sign + decimal(number)
