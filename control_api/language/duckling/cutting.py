"""Which stretches of a text Duckling is asked about: small enough to be read in milliseconds.

Duckling's effort doubles with every time word that can be joined with its neighbours, so what a
person says as one time stays whole, and what only repeats is cut.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from control_api.language.words.language import Language

_WORD = re.compile(r"\S+")
_MARKS = ",.;:!?()\"'-\u2013\u2014/&"
_HINTS_AT_ONCE, _MOST_HINTS = 7, 60
_LEAST_WORDS, _MOST_WORDS = 5, 10
_MOST_OF_A_KIND = 2
_ONE_OF = {"part"}
"""Kinds of which a time has one."""
_MOST_OF_ALL = 6
"""Of the kinds that times are made of."""


def pieces(text: str, language: Language) -> list[tuple[int, int]]:
    """Places of the stretches to ask about one by one; none when there is no time in the text."""
    hints = [found.span() for found in language.time_hints.perhaps.finditer(text)]
    if not 0 < len(hints) <= _MOST_HINTS:
        return []
    return [
        piece
        for start, end, count in _around(text, hints, language)
        for begin, stop in (
            [(start, end)] if count <= _HINTS_AT_ONCE else _by_words(text, start, end, language)
        )
        for piece in _by_kinds(text, begin, stop, language)
    ]


def _around(
    text: str, hints: list[tuple[int, int]], language: Language
) -> Iterator[tuple[int, int, int]]:
    """Stretches of words that may be one time, and how many hints are in each.

    The same time makes the same stretch, whatever else is said before and after it.
    """
    stretch = list[re.Match[str]]()
    for word in (*_WORD.finditer(text), None):
        if word is not None and (_joins(word, language) or _has_hint(word, hints)):
            stretch.append(word)
            continue
        while stretch and not _has_hint(stretch[-1], hints) and _leads(stretch[-1], language):
            stretch.pop()
        if stretch:
            start, end = stretch[0].start(), stretch[-1].end()
            count = sum(start <= hint < end for hint, _ in hints)
            if count:
                yield start, end, count
        stretch = []


def _has_hint(word: re.Match[str], hints: list[tuple[int, int]]) -> bool:
    before = bisect_left(hints, (word.end(),))
    return before > 0 and hints[before - 1][1] > word.start()


def _joins(word: re.Match[str], language: Language) -> bool:
    bare = _bare(word)
    return not bare or bare in language.time_hints.joining


def _leads(word: re.Match[str], language: Language) -> bool:
    """Whether it ends no time, as something must follow it."""
    bare = _bare(word)
    return not bare or bare in language.time_hints.beginnings or bare in language.articles


def _bare(word: re.Match[str]) -> str:
    return word[0].lower().strip(_MARKS)


def _by_words(text: str, start: int, end: int, language: Language) -> list[tuple[int, int]]:
    """Stretches of a few words; most begin with a preposition."""
    starts = [start]
    words_in = 0
    for word in _WORD.finditer(text, start, end):
        begins = words_in >= _LEAST_WORDS and word[0].lower() in language.time_hints.beginnings
        if begins or words_in >= _MOST_WORDS:
            starts.append(word.start())
            words_in = 0
        words_in += 1
    return list(zip(starts, [*starts[1:], end], strict=True))


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
        most = 1 if kind in _ONE_OF else _MOST_OF_A_KIND
        if seen[kind] > most or seen["all"] > _MOST_OF_ALL:
            starts.append(found.start())
            seen = Counter({kind: 1, "all": 1})
    return list(zip(starts, [*starts[1:], end], strict=True))
