"""Which stretches of a text Duckling is asked about: small enough to be read in milliseconds.

Duckling's effort doubles with every time word that can be joined with its neighbours, so what a
person says as one time stays whole, and what only repeats is cut.
"""

import re
from collections import Counter

# Most sentences hold no time, and Duckling takes its time to find that out.
_PERHAPS = re.compile(
    r"\d|day|week|month|year|quarter|hour|minute|\bmins?\b|second|morning|noon|night|evening|tomorrow|tmrw"
    r"|one|two|three|four|five|six|seven|eight|nine|ten\b|eleven|twelve|half|lunch|\beod\b|now|christ"
    r"|easter|hallow|thanks|valen|\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep"
    r"|oct|nov|dec)|fortnight|\bnext\b|\blast\b|first|third|fifth|[a-z]th\b",
    re.IGNORECASE,
)
_HINTS_AT_ONCE, _MOST_HINTS = 7, 60
_LEAST_WORDS, _MOST_WORDS = 5, 10
_BEGINNINGS = frozenset({"at", "on", "in", "by", "for", "from", "until", "and", "then", "to"})
_NUMBER = (
    r"(?:\d{4}-\d\d-\d\d\b|\d{1,12}(?:st|nd|rd|th)?\b|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"|first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|\w{3,5}teen|\w{3,5}tie)th"
    r"|half|quarter|hundred|thousand|million|couple|few|dozen)\b)"
)
_KINDS = re.compile(
    rf"""
    (?P<clock>\d{{1,2}}[:.]\d\d(?:\s?[ap]\.?m\b)?|\d{{1,2}}\s?[ap]\.?m\b
        |\b(?:noon|midnight|midday|morning|afternoon|evening|tonight|night|lunch)\b)
    | (?P<weekday>\b(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:days?)?\b)
    | (?P<month>\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?
        |sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b)
    # "Half past three" and "two thousand and seventeen" are one number each.
    | (?P<number>{_NUMBER}(?:(?:[ ]|-(?=[a-z])|\ past\ |\ to\ |\ and\ ){_NUMBER}){{0,3}})
    | (?P<bound>\b(?:until|till?|from|since|after|before|between|through|by|past|ago)\b)
    | (?P<joint>\b(?:and|or|to|the|of|on|at|in|for|an?)\b)
    | (?P<other>[a-z]+|\d+)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MOST_OF_A_KIND = 2
_MOST_OF_ALL = 6
"""Of the kinds that times are made of."""


def pieces(text: str) -> list[tuple[int, int]]:
    """Places of the stretches to ask about one by one; none when there is no time in the text.

    `text` is ASCII.
    """
    hints = len(_PERHAPS.findall(text))
    if not 0 < hints <= _MOST_HINTS:
        return []
    whole = [(0, len(text))] if hints <= _HINTS_AT_ONCE else _by_words(text)
    return [piece for start, end in whole for piece in _by_kinds(text, start, end)]


def _by_words(text: str) -> list[tuple[int, int]]:
    """Stretches of a few words; most begin with a preposition."""
    starts = [0]
    words_in = 0
    for word in re.finditer(r"\S+", text):
        begins = words_in >= _LEAST_WORDS and word[0].lower() in _BEGINNINGS
        if begins or words_in >= _MOST_WORDS:
            starts.append(word.start())
            words_in = 0
        words_in += 1
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _by_kinds(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Stretches in which no kind of word comes again and again."""
    starts = [start]
    seen: Counter[str] = Counter()
    for found in _KINDS.finditer(text, start, end):
        kind = found.lastgroup or ""
        if kind == "joint":
            continue
        if kind == "other":
            kind = found[0].lower()
        elif kind != "bound":
            seen["all"] += 1
        seen[kind] += 1
        if seen[kind] > _MOST_OF_A_KIND or seen["all"] > _MOST_OF_ALL:
            starts.append(found.start())
            seen = Counter({kind: 1, "all": 1})
    return list(zip(starts, [*starts[1:], end], strict=True))
