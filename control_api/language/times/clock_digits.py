"""Clock times that a recogniser wrote without their colon: "330", "10.30"."""

import re

from control_api.language.words.sentence import Words

_LAST_HOUR, _LAST_MINUTE = 23, 59
_MINUTES_ARE_ROUND = 5
"""Nobody says "three thirty-one"; a number like 331 is something else."""
_YEARS = range(2024, 2060)
_DIGITS = r"(?P<hour>\d{1,2})(?P<between>[. ]?)(?P<minute>\d\d)(?![\d:.,/%-]*\d|[%$€£-])"
_HALF = r"\s?(?:a\.?\s?m|p\.?\s?m)\b"
# A number that a thing follows counts things: "at 330 Main Street", "for 120 people".
_ENDS = (
    r"(?=[.,;:!?]*\s*(?:$|[,;]|(?:today|tonight|tomorrow|on|in the|this|next|instead|please|and|to"
    r"|about|for|with|that|thanks|o'?clock|from|sharp|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    rf"|{_HALF}))"
)
_ALWAYS = re.compile(
    r"\b(?:at|by|until|till|before|after|around|(?:reminder|remind me|event) for)"
    rf" {_DIGITS}{_ENDS}",
    re.IGNORECASE,
)
_WITH_HALF = re.compile(rf"(?<![\d.$€£]){_DIGITS}(?={_HALF})", re.IGNORECASE)
_PERHAPS = re.compile(rf"\b(?:to|for|from) {_DIGITS}{_ENDS}", re.IGNORECASE)
_CORRECTED = re.compile(
    r"^(?:\W|\b(?:no|actually|sorry|wait|please|oh)\b)*"
    r"(?:(?:let's )?(?:make|do|have|set) (?:it|that|this)|i (?:meant|mean|said)|how about)"
    rf"(?: (?:at|for|to|by))? {_DIGITS}{_ENDS}",
    re.IGNORECASE,
)
# Only where a time is changed or planned is a number after "to" or "for" no price and no measure.
_ABOUT_TIME = re.compile(
    r"\b(?:move|push|postpone|reschedule|shift|delay|defer|bump|put|bring|change|switch|schedule"
    r"|book|plan|pencil|snooze|set it|it (?:should|needs to) be)\b",
    re.IGNORECASE,
)
_ABOUT_A_TASK = re.compile(
    r"\b(?:remind|reminder|remember|forget|add|note|need|have to|task)\b", re.IGNORECASE
)
_ABOUT_AMOUNTS = re.compile(
    r"\b(?:pay|buy|sell|spend|budget|price|cost|dollars?|euros?|pounds?|oven|degrees|percent|heat"
    r"|preheat|bake|count|divide|multiply|increase|reduce|raise|lower|title|name|rename|call it"
    r"|extension|room|channel|page|flight|bus|route|invoice|order|donate|owe|bill)\b",
    re.IGNORECASE,
)


def with_colons(words: Words) -> Words:
    """The same sentence with its clock times written "3:30"."""
    if not re.search(r"\d[. ]?\d\d", words.mask):
        return words
    patterns = [_WITH_HALF, _CORRECTED]
    if not _ABOUT_AMOUNTS.search(words.mask):
        patterns.append(_ALWAYS)
        if _ABOUT_TIME.search(words.mask) and not _ABOUT_A_TASK.search(words.mask):
            patterns.append(_PERHAPS)
    for pattern in patterns:
        for found in reversed(list(pattern.finditer(words.mask))):
            if _is_time(found):
                hour, minute = found.end("hour"), found.start("minute")
                words = Words(
                    f"{words.text[:hour]}:{words.text[minute:]}",
                    f"{words.mask[:hour]}:{words.mask[minute:]}",
                )
    return words


def _is_time(found: re.Match[str]) -> bool:
    hour, minute = int(found["hour"]), int(found["minute"])
    if not found["between"] and int(found["hour"] + found["minute"]) in _YEARS:
        return bool(re.match(r"at\b", found[0], re.IGNORECASE))
    return hour <= _LAST_HOUR and minute <= _LAST_MINUTE and minute % _MINUTES_ARE_ROUND == 0
