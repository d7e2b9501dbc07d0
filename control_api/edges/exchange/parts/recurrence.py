"""Recurrence rules as parts, and the words that other programs have for the simple ones."""

import re

_UNITS = {
    "d": "DAILY",
    "day": "DAILY",
    "w": "WEEKLY",
    "wk": "WEEKLY",
    "week": "WEEKLY",
    "m": "MONTHLY",
    "mo": "MONTHLY",
    "mnth": "MONTHLY",
    "mth": "MONTHLY",
    "month": "MONTHLY",
    "y": "YEARLY",
    "yr": "YEARLY",
    "year": "YEARLY",
}
_WORDS = {
    "daily": ("DAILY", 1),
    "weekdays": ("WEEKLY", 1),
    "weekly": ("WEEKLY", 1),
    "biweekly": ("WEEKLY", 2),
    "fortnight": ("WEEKLY", 2),
    "sennight": ("WEEKLY", 1),
    "monthly": ("MONTHLY", 1),
    "bimonthly": ("MONTHLY", 2),
    "quarterly": ("MONTHLY", 3),
    "semiannual": ("MONTHLY", 6),
    "annual": ("YEARLY", 1),
    "yearly": ("YEARLY", 1),
    "biannual": ("YEARLY", 2),
    "biyearly": ("YEARLY", 2),
}
_DURATION = re.compile(r"(\d{0,4}) *([a-z]+?)s?")
_ISO_DURATION = re.compile(r"P(\d{1,4})([DWMY])")


def parts_of(rule: str) -> dict[str, str]:
    """The parts of a rule by name."""
    pairs = (part.partition("=") for part in rule.upper().removeprefix("RRULE:").split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs if value}


def every(frequency: str, interval: int = 1, **more: str) -> str:
    """A rule of these parts."""
    rule = f"FREQ={frequency}" + (f";INTERVAL={interval}" if interval > 1 else "")
    return ";".join([rule, *(f"{name}={value}" for name, value in more.items())])


def rule_of_word(word: str) -> str | None:
    """The rule of ``weekly``, ``3wks`` or ``P30D``; None when there is none for it."""
    word = word.strip()
    if word.lower() == "weekdays":
        return every("WEEKLY", BYDAY="MO,TU,WE,TH,FR")
    if known := _WORDS.get(word.lower()):
        return every(*known)
    if iso := _ISO_DURATION.fullmatch(word.upper()):
        count, unit = int(iso[1]), iso[2].lower()
    elif found := _DURATION.fullmatch(word.lower()):
        count, unit = int(found[1] or 1), found[2]
    else:
        return None
    if unit in {"q", "qtr", "quarter"}:
        unit, count = "m", count * 3
    if not count or unit not in _UNITS:
        return None
    return every(_UNITS[unit], count)


def word_of_rule(rule: str) -> str | None:
    """The word of Taskwarrior for a rule that `rule_of_word` reads; None for others."""
    parts = parts_of(rule)
    if parts == parts_of(every("WEEKLY", BYDAY="MO,TU,WE,TH,FR")):
        return "weekdays"
    interval = parts.pop("INTERVAL", "1")
    frequency = parts.pop("FREQ", "")
    unit = {"DAILY": "d", "WEEKLY": "w", "MONTHLY": "mo", "YEARLY": "y"}.get(frequency)
    if parts or unit is None or not interval.isdecimal():
        return None
    words = {"d": "daily", "w": "weekly", "mo": "monthly", "y": "yearly"}
    return words[unit] if interval == "1" else f"{interval}{unit}"
