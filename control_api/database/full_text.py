"""What a person typed to search for, as FTS5 is asked for it; any text will do."""

import itertools
import re
import unicodedata
from collections.abc import Iterable

from control_api.input.names import name_key
from control_api.input.search_key import search_key

SHORTEST_PART = 3
"""Characters; the indexes of parts are asked for nothing shorter, only for what begins so."""
LONGEST_INDEXED_BEGINNING = 3
"""Characters; so far the index has the beginnings of its words, too."""
_MOST_WORDS = 30
_SHARP_S, _MOST_SHARP_S = "ss", 3
_MOST_PHRASES = 64
"""Ways to spell one: three words with three each have no more."""
_UNASKED = frozenset({"Cc", "Cs"})
_LAST = "\U0010ffff"
# Thai, Lao, Burmese, Khmer, Japanese, Chinese; and Korean, which writes compounds as one word.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]"
)


def beginnings(text: str) -> str | None:
    """Ask for tasks that have, for each word of the text, a word that begins with it.

    None when the text has no word in it.
    """
    return " AND ".join(map(beginning, words(text))) or None


def beginning(word: str) -> str:
    """Ask for what has a word that begins so."""
    return _any_of(f'"{each}"*' for each in spellings(word))


def whole_word(word: str) -> str:
    """Ask for what has this word."""
    return _any_of(f'"{each}"' for each in spellings(word))


def spellings(word: str) -> list[str]:
    """The word as texts may have it: the index keeps an ß, where keys and questions have ss."""
    first, *parts = word.split(_SHARP_S, _MOST_SHARP_S)
    ways = itertools.product((_SHARP_S, "ß"), repeat=len(parts))
    return [first + "".join(s + part for s, part in zip(way, parts, strict=True)) for way in ways]


def _any_of(asked: Iterable[str]) -> str:
    ways = list(asked)
    return ways[0] if len(ways) == 1 else f"({' OR '.join(ways)})"


def phrase(text: str) -> str | None:
    """Ask for tasks that have the words of the text one after the other; None as above."""
    found = words(text)
    ways = itertools.islice(itertools.product(*map(spellings, found)), _MOST_PHRASES)
    return _any_of(f'"{" ".join(way)}"' for way in ways) if found else None


def part(text: str) -> str | None:
    """Ask for what has the text in it, within words or over several; None when it is too short."""
    key = part_key(text)
    quoted = key.replace('"', '""')
    return f'"{quoted}"' if len(key) >= SHORTEST_PART else None


def short_part(text: str) -> tuple[str, str] | None:
    """Between which two strings are all that an index of parts has of the text.

    From the first on, and before the second; None when the text is empty or `part` can ask for it.
    """
    key = part_key(text)
    return (key, key + _LAST) if 0 < len(key) < SHORTEST_PART else None


def part_key(text: str) -> str:
    """The text as the indexes of parts have it."""
    return search_key(_asked(text))


def is_unspaced(text: str) -> bool:
    """Whether it has letters of a script that sets no blanks between words."""
    return _UNSPACED.search(text) is not None


def plain(text: str) -> str:
    """The text as the keys of titles are written, without what no title has."""
    return name_key(_asked(text).strip())


def _asked(text: str) -> str:
    return "".join(" " if unicodedata.category(each) in _UNASKED else each for each in text)


def words(text: str) -> list[str]:
    """The words of a text, as far as the index is asked for them."""
    found = plain(text).replace('"', " ").split()
    return [word for word in found if any(map(str.isalnum, word))][:_MOST_WORDS]
