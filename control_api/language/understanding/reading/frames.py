"""Every way to take a sentence apart by the templates, and how much of it each one explains."""

from collections.abc import Iterator
from functools import cache, lru_cache

import msgspec

from control_api.language.words.language import Language
from control_api.language.words.needed_words import ByWords, words_said
from control_api.language.words.sentence import Slots, Words

EXPLAINED_BY_ANY = 0.6
"""What a word counts that stands where any word may, such as in a title; one of the template's own
counts 1."""
EXPLAINED_BY_KIND = 0.95
"""What a word counts that stands for a time, a list or a task, once that is found."""
_ANY = frozenset({"what", "title", "text", "nothing", "deed", "thing", "verb", "moment", "origin"})
_ANY |= {"label", "label_b", "who"}


class Frame(msgspec.Struct, frozen=True):
    """What one template makes of a sentence."""

    intent: str
    only_known: bool
    slots: Slots
    confidence: float
    """0 to 1: how sure the wording alone makes it."""
    explains: float
    """0 to 1: the share of the words that it accounts for, if all that it names is found."""
    length: int
    """Of the whole sentence, in words."""

    @property
    def most(self) -> float:
        """The score that it can come to at most."""
        return self.explains * self.confidence


@lru_cache(maxsize=256)
def frames_of(words: Words, language: Language) -> tuple[Frame, ...]:
    """All frames, the one that explains most first; the order of the templates means nothing.

    Remembered for a moment: who reads a sentence in several ways takes the same words apart.
    """
    return tuple(sorted(_frames(words, language), key=lambda frame: -frame.most))


def _frames(words: Words, language: Language) -> Iterator[Frame]:
    total = max(1, _length(words))
    # Of all sentences about one in a hundred.
    for place in _by_words(language).places(words_said(words)):
        sentence = language.sentences[place]
        for slots in sentence.matches(words):
            if not all(slot.text for slot in slots.values()):
                continue
            lengths = {name: _length(slot) for name, slot in slots.items()}
            explained = total - sum(
                count * (1 - (EXPLAINED_BY_ANY if name in _ANY else EXPLAINED_BY_KIND))
                for name, count in lengths.items()
            )
            yield Frame(
                sentence.reads,
                sentence.only_known,
                slots,
                sentence.confidence,
                explained / total,
                total,
            )


@cache
def _by_words(language: Language) -> ByWords:
    return ByWords([sentence.needed for sentence in language.sentences])


def _length(words: Words) -> int:
    return len(words.mask.split())
