"""Short forms and slips of the pen: "tmrw", "wensday", "5ish"."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from control_api.language.times.rewriting import Rewritten
from control_api.language.words.language import Language

_WORD = re.compile(r"\b[a-z]{5,12}\b", re.IGNORECASE)


def spelled_out(said: Rewritten, language: Language) -> Rewritten:
    """The text with the words that Duckling knows."""
    said = said.replace(_WORD, lambda found: _corrected(found[0].lower(), language))
    for plain, pattern in language.spellings.short:
        said = said.expand(pattern, plain)
    return said


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
