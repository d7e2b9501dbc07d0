"""Which stretches of a text Duckling is asked about: small enough to be read in milliseconds.

Duckling's effort doubles with every time word that can be joined with its neighbours, so what a
person says as one time stays whole, and what only repeats is cut.
"""

import re
from collections import Counter

from control_api.language.words.language import Language

_HINTS_AT_ONCE, _MOST_HINTS = 7, 60
_LEAST_WORDS, _MOST_WORDS = 5, 10
_MOST_OF_A_KIND = 2
_MOST_OF_ALL = 6
"""Of the kinds that times are made of."""


def pieces(text: str, language: Language) -> list[tuple[int, int]]:
    """Places of the stretches to ask about one by one; none when there is no time in the text."""
    hints = len(language.time_hints.perhaps.findall(text))
    if not 0 < hints <= _MOST_HINTS:
        return []
    whole = [(0, len(text))] if hints <= _HINTS_AT_ONCE else _by_words(text, language)
    return [piece for start, end in whole for piece in _by_kinds(text, start, end, language)]


def _by_words(text: str, language: Language) -> list[tuple[int, int]]:
    """Stretches of a few words; most begin with a preposition."""
    starts = [0]
    words_in = 0
    for word in re.finditer(r"\S+", text):
        begins = words_in >= _LEAST_WORDS and word[0].lower() in language.time_hints.beginnings
        if begins or words_in >= _MOST_WORDS:
            starts.append(word.start())
            words_in = 0
        words_in += 1
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _by_kinds(text: str, start: int, end: int, language: Language) -> list[tuple[int, int]]:
    """Stretches in which no kind of word comes again and again."""
    starts = [start]
    seen: Counter[str] = Counter()
    for found in language.time_hints.kinds.finditer(text, start, end):
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
