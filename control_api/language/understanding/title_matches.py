"""How well the titles of tasks fit what was said: by words, their forms, and how they sound."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter

import msgspec
from rapidfuzz import fuzz, process

from control_api.language.words.language import Language
from control_api.language.words.pronunciation import sound, words_of
from shared.tasks import Task

SAME, SOUNDS_ALIKE, SPELT_ALIKE = 1.0, 0.9, 0.8
HALF_COVERED = 0.5
"""Share of the words said; a title that holds less is never meant."""
_TITLE = attrgetter("title")
_SPELLING_CUTOFF = 82
_SHORTEST_FUZZY = 4
_AT_ONCE = 512
"""Titles that are taken apart together."""
_MOST_ALIKE = 1_000
"""Words whose like is remembered, of each such part."""


class Match(msgspec.Struct, frozen=True):
    """How well a task fits what was said."""

    task: Task
    said_covered: float
    """Share of the words said that the title holds, 0 to 1."""
    title_covered: float
    """Share of the title's words that were said."""
    weakest: float
    """How alike the word is that fits least, 0 to 1."""

    def exact(self, alike: float) -> bool:
        """Every word said is in the title, and the other way round, at least so alike."""
        return min(self.said_covered, self.title_covered, self.weakest) >= alike


class _Alike(msgspec.Struct, frozen=True):
    """What in some titles is like a word, and how much, 0 to 1."""

    words: dict[str, float]
    places: dict[int, float]
    """Of each title that has one of the words, the best."""


class _Titles(msgspec.Struct, frozen=True):
    """The words of titles, and where each is."""

    words: list[tuple[str, ...]]
    """Of each title."""
    places: dict[str, list[int]]
    """Which titles have a word."""
    vocabulary: list[str]
    by_sound: dict[str, list[str]]
    alike: dict[str, _Alike]
    """What was found to be like a word."""


@lru_cache(maxsize=256)
def _read_titles(titles: tuple[str, ...], language: Language) -> _Titles:
    """Take titles apart: those of the same tasks come again with each part of a sentence."""
    words = [words_of(title, language) for title in titles]
    places: dict[str, list[int]] = {}
    for place, each in enumerate(words):
        for word in dict.fromkeys(each):
            places.setdefault(word, []).append(place)
    by_sound: dict[str, list[str]] = {}
    for word in places:
        by_sound.setdefault(sound(word, language), []).append(word)
    return _Titles(words, places, sorted(places), by_sound, {})


class _These:
    """A list of tasks that nobody changes, told from others by what it is, not by what is in it."""

    def __init__(self, tasks: list[Task]) -> None:
        self.tasks = tasks

    def __hash__(self) -> int:
        return id(self.tasks)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _These) and self.tasks is other.tasks


def matches_of(
    said: tuple[str, ...], tasks: list[Task], language: Language, *, least: float = HALF_COVERED
) -> list[Match]:
    """The tasks whose titles hold at least that share of the words said, a half or more."""
    return _matches(said, _These(tasks), language, least) if said else []


@lru_cache(maxsize=64)
def _matches(said: tuple[str, ...], these: _These, language: Language, least: float) -> list[Match]:
    """Remembered for a moment: one sentence asks for the same words again and again."""
    parts = _parts(these, language)
    having = [sum(len(titles.places.get(word, ())) for _, titles in parts) for word in said]
    weights = [1.0 / (1 + count) ** 0.5 for count in having]
    return [
        match
        for tasks, titles in parts
        for match in _matches_in(tasks, titles, said, weights, least, language)
    ]


@lru_cache(maxsize=32)
def _parts(these: _These, language: Language) -> list[tuple[list[Task], _Titles]]:
    """The tasks in parts, most of which stay as they are when a sentence adds a task."""
    tasks = these.tasks
    parts = [tasks[begin : begin + _AT_ONCE] for begin in range(0, len(tasks), _AT_ONCE)]
    return [(part, _read_titles(tuple(map(_TITLE, part)), language)) for part in parts]


def _matches_in(
    tasks: list[Task],
    titles: _Titles,
    said: tuple[str, ...],
    weights: list[float],
    least: float,
    language: Language,
) -> Iterator[Match]:
    alike = [_alike(word, titles, language) for word in said]
    for place in _holding([each.places for each in alike], least):
        best = [each.places.get(place, 0.0) for each in alike]
        said_covered = sum(b * w for b, w in zip(best, weights, strict=True)) / sum(weights)
        said_covered = min(said_covered, _floor(best))
        if said_covered >= least:
            words = titles.words[place]
            covered = [max(each.words.get(word, 0.0) for each in alike) for word in words]
            title_covered = sum(covered) / len(covered)
            yield Match(tasks[place], said_covered, title_covered, min(best))


def _holding(having: list[dict[int, float]], least: float) -> list[int]:
    """Where titles are that have, or nearly have, that share of the words: few of very many."""
    fewest = least * len(having)
    if fewest > len(having) - 1:
        first, *others = sorted(having, key=len)
        return sorted(place for place in first if all(place in other for other in others))
    held = Counter(place for places in having for place in places)
    return sorted(place for place, count in held.items() if count >= fewest)


def _floor(best: list[float]) -> float:
    # Rare words count more, but one that is missing altogether must always be felt.
    return 1.0 if all(best) else sum(1 for b in best if b) / len(best)


def _alike(word: str, titles: _Titles, language: Language) -> _Alike:
    """The words of titles that may have been said, and where they are."""
    found = titles.alike.get(word)
    if found is None:
        if len(titles.alike) >= _MOST_ALIKE:
            titles.alike.clear()
        words = _look_alike(word, titles, language)
        found = titles.alike[word] = _Alike(words, dict(_best_places(words, titles)))
    return found


def _best_places(words: dict[str, float], titles: _Titles) -> Iterator[tuple[int, float]]:
    """Of each title that has one of the words, how alike it is; the best comes last."""
    for word, alike in sorted(words.items(), key=lambda each: each[1]):
        for place in titles.places[word]:
            yield place, alike


def _look_alike(word: str, titles: _Titles, language: Language) -> dict[str, float]:
    found: dict[str, float] = {}
    if len(word) >= _SHORTEST_FUZZY:
        close = process.extract(
            word, titles.vocabulary, scorer=fuzz.ratio, score_cutoff=_SPELLING_CUTOFF, limit=20
        )
        found = {other: SPELT_ALIKE for other, _, _ in close}
    key = sound(word, language)
    if len(key) > 1:
        near = _same_start(word, language)
        found |= {
            other: SOUNDS_ALIKE for other in titles.by_sound.get(key, ()) if other[:1] in near
        }
    if word in titles.places:
        found[word] = SAME
    return found


@lru_cache(maxsize=5_000)
def _same_start(word: str, language: Language) -> str:
    return word[:1] + "".join(group for group in language.same_start if word[:1] in group)
