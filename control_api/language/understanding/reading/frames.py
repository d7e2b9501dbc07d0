"""Every way to take a sentence apart by the templates, and how much of it each one explains."""

from collections.abc import Iterator
from functools import cache

import msgspec

from control_api.language.words.language import Language
from control_api.language.words.needed_words import words_said
from control_api.language.words.sentence import Slots, Words
from control_api.language.words.templates import Sentence

EXPLAINED_BY_ANY = 0.6
"""What a word counts that stands where any word may, such as in a title; one of the template's own
counts 1."""
EXPLAINED_BY_KIND = 0.95
"""What a word counts that stands for a time, a list or a task, once that is found."""
_ANY = frozenset({"what", "title", "text", "nothing", "deed", "thing", "verb", "moment", "origin"})
_ANY |= {"label", "label_b"}


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


def frames_of(words: Words, language: Language) -> list[Frame]:
    """All frames, the one that explains most first; the order of the templates means nothing."""
    return sorted(_frames(words, language), key=lambda frame: -frame.most)


def _frames(words: Words, language: Language) -> Iterator[Frame]:
    total = max(1, _length(words))
    for sentence in _likely(words_said(words), language):
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


def _likely(said: frozenset[str], language: Language) -> Iterator[Sentence]:
    """The sentences that words like these may be one of: about one in a hundred."""
    always, by_word = _by_word(language)
    yield from always
    found = {place for word in said for place in by_word.get(word, ())}
    for place in sorted(found):
        sentence = language.sentences[place]
        if sentence.may_be(said):
            yield sentence


@cache
def _by_word(language: Language) -> tuple[list[Sentence], dict[str, list[int]]]:
    """The sentences that need no word; the places of the others, by the fewest words they need."""
    always, by_word = [], dict[str, list[int]]()
    for place, sentence in enumerate(language.sentences):
        if not sentence.needed:
            always.append(sentence)
        for word in next(iter(sentence.needed), ()):
            by_word.setdefault(word, []).append(place)
    return always, by_word


def _length(words: Words) -> int:
    return len(words.mask.split())
