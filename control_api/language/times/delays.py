"""How long, in words: "an hour and a half"."""

import re
from datetime import timedelta

_AMOUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20,
    "thirty": 30, "forty": 40, "forty five": 45, "forty-five": 45, "fifty": 50, "sixty": 60,
    "ninety": 90, "half a": 0.5, "half an": 0.5, "a couple of": 2, "a couple": 2, "a few": 3,
    "another": 1, "one more": 1, "two more": 2,
}  # fmt: skip
_UNITS = {"minute": 1, "min": 1, "hour": 60, "day": 1440, "week": 10080, "fortnight": 20160}
_DELAY = re.compile(
    rf"(?P<amount>\d+(?:\.\d)?|{'|'.join(sorted(_AMOUNTS, key=len, reverse=True))})\s+(?:more\s+)?"
    rf"(?P<unit>{'|'.join(_UNITS)})s?(?P<half>\s+and a half)?",
    re.IGNORECASE,
)
_LONGEST_DELAY_MINUTES = 60 * 24 * 3660


def read_delay(text: str) -> timedelta | None:
    """How long: "an hour and a half", "two days"; None when the words are no such thing."""
    found = _DELAY.fullmatch(text.strip())
    if found is None:
        return None
    said = found["amount"].lower()
    amount = _AMOUNTS[said] if said in _AMOUNTS else float(said)
    minutes = (amount + (0.5 if found["half"] else 0)) * _UNITS[found["unit"].lower()]
    return timedelta(minutes=round(minutes)) if minutes <= _LONGEST_DELAY_MINUTES else None
