"""Short forms, slips of the pen and dates in words: "tmrw", "wensday", "ten March"."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from control_api.language.times.rewriting import Rewritten
from control_api.language.words.language import Language

_WORD = re.compile(r"\b[a-z]{5,12}\b", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d]+")


def spelled_out(said: Rewritten, language: Language) -> Rewritten:
    """The text with the words that Duckling knows."""
    said = said.replace(_WORD, lambda found: _corrected(found[0].lower(), language))
    for plain, pattern in language.spellings.short:
        said = said.expand(pattern, plain)
    for pattern in language.spellings.in_words:
        said = said.replace(pattern, lambda found: _in_figures(found, language))
    return said


def _in_figures(found: re.Match[str], language: Language) -> str:
    """The number of a day or a year: "twenty six" is 26, "two thousand and six" 2006."""
    parts = found.groupdict()
    return str(
        sum(
            factor * _number(parts.get(name) or "", language)
            for name, factor in (("thousands", 1000), ("hundreds", 100), ("rest", 1), ("rest_", 1))
        )
    )


def _number(words: str, language: Language) -> int:
    return sum(language.durations.numbers[word] for word in _WORDS.findall(words.lower()))


@lru_cache(maxsize=8_192)
def _corrected(word: str, language: Language) -> str | None:
    """The word that was meant; None for one that is well spelled, or no time."""
    if word in language.spellings.well_spelled or word in language.spellings.other_words:
        return None
    for meant, slips in language.spellings.well_spelled.items():
        near = word[0] == meant[0] and abs(len(word) - len(meant)) <= slips
        if near and OSA.distance(word, meant) <= slips:
            return meant
    return None
