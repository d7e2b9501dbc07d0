"""How words sound, and their plain forms: so that "calling Sara" finds "Call Sarah"."""

import re
import unicodedata
from functools import lru_cache

from control_api.language.words.language import Language

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SHORTEST_STEM = 3


@lru_cache(maxsize=20_000)
def words_of(text: str, language: Language) -> tuple[str, ...]:
    """The plain forms of the words that say what it is about; all words when none does."""
    words = tuple(_without_apostrophe(word) for word in _WORD.findall(_without_accents(text)))
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


def stem(word: str, language: Language) -> str:
    """The plain form: "calling", "called" and "calls" are "call"; "paid" is "pay"."""
    if word in language.past:
        return language.past[word]
    for ending in ("ing", "ies", "ied", "ed", "es", "s"):
        root = word.removesuffix(ending)
        if root != word and len(root) >= _SHORTEST_STEM and re.search(r"[aeiouy]", root):
            return _mended(root, ending)
    return _mended(word, "")


def _mended(root: str, ending: str) -> str:
    if ending in {"ies", "ied"}:
        return root + "y"
    if ending == "s" and root.endswith("s"):
        return root + "s"
    doubled = len(root) > _SHORTEST_STEM and root[-1] == root[-2] and root[-1] not in "lsz"
    if ending and doubled:
        return root[:-1]
    # "booking" and "book", "writing" and "write" meet without the last e.
    return root[:-1] if root.endswith("e") and len(root) > _SHORTEST_STEM else root


def _without_apostrophe(word: str) -> str:
    return word.removesuffix("'s").replace("'", "")


def _without_accents(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))
