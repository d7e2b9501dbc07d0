"""Clock times that a recogniser wrote without their colon: "330", "10.30"."""

import re

from control_api.language.words.language import Language
from control_api.language.words.sentence import Words

_LAST_HOUR, _LAST_MINUTE = 23, 59
_MINUTES_ARE_ROUND = 5
"""Nobody says "three thirty-one"; a number like 331 is something else."""
_YEARS = range(2024, 2060)


def with_colons(words: Words, language: Language) -> Words:
    """The same sentence with its clock times written "3:30"."""
    if not re.search(r"\d[. ]?\d\d", words.mask):
        return words
    patterns = [language.clock_digits.with_half, language.clock_digits.corrected]
    if not language.clock_digits.about_amounts.search(words.mask):
        patterns.append(language.clock_digits.always)
        if language.clock_digits.about_time.search(
            words.mask
        ) and not language.clock_digits.about_a_task.search(words.mask):
            patterns.append(language.clock_digits.perhaps)
    for pattern in patterns:
        for found in reversed(list(pattern.finditer(words.mask))):
            if _is_time(found, language):
                hour, minute = found.end("hour"), found.start("minute")
                words = Words(
                    f"{words.text[:hour]}:{words.text[minute:]}",
                    f"{words.mask[:hour]}:{words.mask[minute:]}",
                )
    return words


def _is_time(found: re.Match[str], language: Language) -> bool:
    hour, minute = int(found["hour"]), int(found["minute"])
    if not found["between"] and int(found["hour"] + found["minute"]) in _YEARS:
        return bool(language.clock_digits.at.match(found[0]))
    return hour <= _LAST_HOUR and minute <= _LAST_MINUTE and minute % _MINUTES_ARE_ROUND == 0
