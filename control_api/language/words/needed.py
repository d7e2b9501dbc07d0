"""Which words a template can't do without, so that most of them need not be tried at all."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from control_api.language.words.templates import TOKEN, Sentence

Words = frozenset[str]
Tokens = list[re.Match[str]]

_BETWEEN = re.compile(r"[\s,;:.!?]+")
_BEGINNING = re.compile(r"(?:[\w'](?![\w'])|[^\w'])")
_COMMON_COSTS = 100
"""To be tried for a short word, which are common, is as bad as for so many others."""
_COMMON_LENGTH = 3


class Index(msgspec.Struct, frozen=True):
    """Sentences by the words that they can't do without."""

    by_word: dict[str, list[int]]
    """Places of the sentences that need one of several words, of which this is one."""
    always: list[int]
    """Those that need none."""

    def among(self, text: str, sentences: Sequence[Sentence]) -> list[Sentence]:
        """Those that may match the text, in their order."""
        places = set(self.always)
        for word in _words_in(text):
            places.update(self.by_word.get(word, ()))
        return [sentences[place] for place in sorted(places)]


def index_of(needs: Iterable[Words]) -> Index:
    """The index of sentences that need these words, each one of its own."""
    by_word: dict[str, list[int]] = defaultdict(list)
    always = []
    for place, words in enumerate(needs):
        for word in words:
            by_word[word].append(place)
        if not words:
            always.append(place)
    return Index(dict(by_word), always)


def needed_words(template: str, phrases: dict[str, str]) -> Words:
    """Words of which whatever the template matches has at least one; none when there are no such.

    Raises KeyError for a phrase that is nowhere.
    """
    tokens = list(TOKEN.finditer(template.strip()))
    tokens.reverse()
    return _of_branches(tokens, phrases)


def _words_in(text: str) -> set[str]:
    """The words as templates have them, with the beginnings that end where a word may."""
    words: set[str] = set()
    for word in _BETWEEN.split(text.lower()):
        words.update(word[: end.end()] for end in _BEGINNING.finditer(word))
    return words


def _of_branches(tokens: Tokens, phrases: dict[str, str]) -> Words:
    """What any of some alternatives needs, up to the bracket that closes them."""
    branches: list[list[Words]] = [[]]
    while tokens and tokens[-1]["mark"] not in {"]", ")"}:
        token = tokens.pop()
        if token["mark"] == "|":
            branches.append([])
        elif needs := _of_element(token, tokens, phrases):
            branches[-1].append(needs)
    if not all(branches):
        return frozenset()
    return frozenset[str]().union(*(min(needs, key=_cost) for needs in branches))


def _of_element(token: re.Match[str], tokens: Tokens, phrases: dict[str, str]) -> Words:
    if token["slot"]:
        return frozenset()
    if token["phrase"]:
        return needed_words(phrases[token["phrase"][1:-1]], phrases)
    if token["word"]:
        return frozenset({token["word"].lower()})
    inner = _of_branches(tokens, phrases)
    tokens.pop()
    return inner if token["mark"] == "(" else frozenset()


def _cost(words: Words) -> int:
    return len(words) + _COMMON_COSTS * sum(len(word) <= _COMMON_LENGTH for word in words)
