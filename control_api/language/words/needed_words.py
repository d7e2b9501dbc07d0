"""The words without which a sentence can't be one of a template: far faster looked for than it."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from control_api.language.words.sentence import Words
from control_api.language.words.spelling import plain, plain_spellings

Needed = tuple[frozenset[str], ...]
"""Of each set, one word at least is said."""

_TOKEN = re.compile(
    r"(?P<slot>\{\w+(?:~['\w]+)?\})|<(?P<phrase>\w+)>|(?P<mark>[\[\]()|])|(?P<word>[^\s\[\]()|{}<>]+)"
)
_BETWEEN = re.compile(r"[\s,;:.!?]+")
_END = re.compile(r"[\w'](?![\w'])|[^\w']")
"""Where a word of a template may end."""
_MOST_WORDS = 60
"""Of more, one is said nearly always."""


class ByWords:
    """Which of very many templates words may be a sentence of, without a look at each."""

    def __init__(self, needed: Sequence[Needed]) -> None:
        """What each of the templates needs."""
        # A number has a bit for the place of each template.
        self._by_word: list[dict[str, int]] = []
        self._without: list[int] = []
        for number in range(max(map(len, needed), default=0)):
            by_word, without = defaultdict[str, int](int), 0
            for place, each in enumerate(needed):
                if len(each) <= number:
                    without |= 1 << place
                for word in each[number] if len(each) > number else ():
                    by_word[word] |= 1 << place
            self._by_word.append(dict(by_word))
            self._without.append(without)
        self._all = (1 << len(needed)) - 1

    def places(self, said: Collection[str]) -> Iterator[int]:
        """The places of those that have all that they need in these words."""
        left = self._all
        for by_word, without in zip(self._by_word, self._without, strict=True):
            met = without
            for word in said:
                met |= by_word.get(word, 0)
            left &= met
        while left:
            last = left & -left
            left ^= last
            yield last.bit_length() - 1


def words_said(words: Words) -> frozenset[str]:
    """The words of a sentence as templates tell them apart, "to-do" as "to", too."""
    return frozenset(
        word[: end.end()]
        for word in _BETWEEN.split(plain(words.mask.casefold()))
        for end in _END.finditer(word)
    )


def needed_words(template: str, phrases: dict[str, str]) -> Needed:
    """What must be said; nothing, where any words can be a sentence of the template.

    For a template that can be read, see `templates.to_regex`.
    """
    tokens = list(_TOKEN.finditer(template))
    tokens.reverse()
    found = _of_branches(tokens, phrases)
    return tuple(sorted({each for each in found if len(each) <= _MOST_WORDS}, key=len))


def _of_branches(tokens: list[re.Match[str]], phrases: dict[str, str]) -> list[frozenset[str]]:
    """What any of the branches needs, up to the bracket that closes them."""
    branches: list[list[frozenset[str]]] = [[]]
    while tokens and tokens[-1]["mark"] not in {"]", ")"}:
        token = tokens.pop()
        if token["mark"] == "|":
            branches.append([])
        else:
            branches[-1] += _of_element(token, tokens, phrases)
    if len(branches) == 1:
        return branches[0]
    if not all(branches):
        return []
    return [frozenset().union(*(min(branch, key=len) for branch in branches))]


def _of_element(
    token: re.Match[str], tokens: list[re.Match[str]], phrases: dict[str, str]
) -> list[frozenset[str]]:
    if token["slot"]:
        return []
    if token["phrase"]:
        return list(needed_words(phrases[token["phrase"]], phrases))
    if token["word"]:
        # A word with a comma in it is several to a sentence.
        word = token["word"].casefold()
        return [] if _BETWEEN.search(word) else [frozenset(plain_spellings(word) or [word])]
    inside = _of_branches(tokens, phrases)
    tokens.pop()
    return [] if token["mark"] == "[" else inside
