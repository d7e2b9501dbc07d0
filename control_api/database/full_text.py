"""What a person typed to search for, as FTS5 is asked for it; any text will do."""

import itertools
import unicodedata
from collections.abc import Iterable

from control_api.input.names import name_key

SHORTEST_PART = 3
"""Characters; the index of parts of titles knows nothing shorter."""
LONGEST_INDEXED_BEGINNING = 3
"""Characters; so far the index has the beginnings of its words, too."""
_MOST_WORDS = 30
_SHARP_S, _MOST_SHARP_S = "ss", 3
_MOST_PHRASES = 64
"""Ways to spell one: three words with three each have no more."""
_UNASKED = frozenset({"Cc", "Cs"})


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


def part_of_title(text: str) -> str | None:
    """Ask for titles that have the text in them as it is; None when it is too short to ask."""
    part = plain(text)
    quoted = part.replace('"', '""')
    return f'"{quoted}"' if len(part) >= SHORTEST_PART else None


def plain(text: str) -> str:
    """The text as the keys of titles are written, without what no title has."""
    kept = (" " if unicodedata.category(each) in _UNASKED else each for each in text)
    return name_key("".join(kept).strip())


def words(text: str) -> list[str]:
    """The words of a text, as far as the index is asked for them."""
    found = plain(text).replace('"', " ").split()
    return [word for word in found if any(map(str.isalnum, word))][:_MOST_WORDS]
