"""How words sound, and their plain forms: so that "calling Sara" finds "Call Sarah"."""

import re
import unicodedata
from functools import lru_cache

from control_api.language.words.language import Language
from control_api.language.words.spelling import plain

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SHORTEST_STEM = 3


@lru_cache(maxsize=20_000)
def words_of(text: str, language: Language) -> tuple[str, ...]:
    """The plain forms of the words that say what it is about; all words when none does."""
    apart = language.hearing.apart.sub(" ", _without_accents(text))
    words = tuple(_without_apostrophe(word) for word in _WORD.findall(apart))
    telling = tuple(stem(w, language) for w in words if w not in language.unimportant)
    return telling or tuple(stem(w, language) for w in words)


@lru_cache(maxsize=20_000)
def sound(word: str, language: Language) -> str:
    """A rough key: words with the same one may have been said."""
    if word.isdigit():
        return word
    for pattern, replacement in language.sounds:
        word = pattern.sub(replacement, word)
    return word


@lru_cache(maxsize=20_000)
def stem(word: str, language: Language) -> str:
    """The plain form: "calling", "called" and "calls" are "call"; "paid" is "pay"."""
    word = _without_accents(language.past.get(word, word))
    for pattern, template in language.forms:
        if found := pattern.match(word):
            return found.expand(template)
    return word


def is_past(word: str, language: Language) -> bool:
    """Whether this may be a verb that tells of what was done: "paid", "called"."""
    return word in language.past or language.past_ending.search(word) is not None


def _without_apostrophe(word: str) -> str:
    return word.removesuffix("'s").replace("'", "")


def _without_accents(text: str) -> str:
    return plain(unicodedata.normalize("NFKC", text.casefold()))
