"""No regular expression that words are read with can be kept busy: while one runs, all wait."""

import importlib
import pkgutil
import random
import re
import signal
from collections.abc import Iterator
from types import FrameType
from typing import NoReturn, cast, get_args

import msgspec
import pytest

from control_api.language.words.language import Language
from control_api.language.words.late_patterns import LatePattern
from control_api.language.words.loading import load
from shared.languages import LanguageName
from tests.sizes import size

PACKAGES = ("database", "edges", "engine", "input", "kinds", "language", "requests", "time")
LONGEST = 700
LONGEST_S = 2.0
"""Of this process's time; what is not well takes years."""
MARKS = ["1", "9:00", "-", ",", ".", "! ", " ", "a", "é", "¤", '"', "\\", "/", "@", "=", "10 - "]
ENDS = ("", "\x00", " x!")


class TooSlowError(BaseException):
    """Raised in the middle of a match."""


def found_in(value: object) -> Iterator[re.Pattern[str]]:
    match value:
        case LatePattern():
            # As it is: to compile those of all languages takes a minute, and each test needs one.
            yield cast("re.Pattern[str]", value)
        case re.Pattern() if isinstance(value.pattern, str):
            yield value
        case list() | tuple():
            for each in value:
                yield from found_in(each)
        case dict():
            yield from found_in(list(value.values()))


def patterns_of_modules() -> dict[str, re.Pattern[str]]:
    found = {}
    for package in PACKAGES:
        folder = importlib.import_module(f"control_api.{package}")
        for module in pkgutil.walk_packages(folder.__path__, f"{folder.__name__}."):
            if module.name.endswith("__main__"):
                continue
            for name, value in vars(importlib.import_module(module.name)).items():
                for pattern in found_in(value):
                    found[f"{module.name}.{name} {pattern.pattern[:40]}"] = pattern
    return found


def patterns_of(language: Language) -> dict[str, re.Pattern[str]]:
    found = {}
    for name, value in msgspec.structs.asdict(language).items():
        group = msgspec.structs.asdict(value) if isinstance(value, msgspec.Struct) else {"": value}
        for part, each in group.items():
            for place, pattern in enumerate(found_in(each)):
                found[f"language.{name}.{part} {place} {language.name}"] = pattern
    return found


LANGUAGES = [load(name) for name in get_args(LanguageName)]
PATTERNS = patterns_of_modules()
for language in LANGUAGES:
    PATTERNS |= patterns_of(language)


def words_of(pattern: re.Pattern[str]) -> list[str]:
    plain = re.sub(r"\\[a-zA-Z]|\(\?[a-zA-Z<>=!:_]*", "|", pattern.pattern.replace("\\ ", " "))
    return list(dict.fromkeys(re.findall(r"[a-z'äöü]+(?: [a-z'äöü]+)*", plain.lower())))


def rows(pattern: re.Pattern[str], chance: random.Random) -> Iterator[str]:
    """Rows of what the pattern knows, with an end that it may not know."""
    units = [*words_of(pattern), *MARKS]
    units += [" ".join(chance.choices(units, k=2)) for _ in range(20)]
    for unit in units:
        for space in ("", " "):
            row = (unit + space) * LONGEST
            for end in ENDS:
                yield f" {row[: LONGEST - len(end) - 1]}{end}"


@pytest.fixture
def _is_timed() -> Iterator[None]:
    def give_up(_: int, __: FrameType | None) -> NoReturn:
        raise TooSlowError

    before = signal.signal(signal.SIGVTALRM, give_up)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, before)


def check(pattern: re.Pattern[str], how: str, text: str) -> None:
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST_S)
    try:
        getattr(pattern, how)(text)
    except TooSlowError:
        pytest.fail(f"{how} takes too long on {text[:60]!r}...{text[-10:]!r}")
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


@pytest.mark.sized
@pytest.mark.usefixtures("_is_timed")
@pytest.mark.parametrize("name", PATTERNS)
def test_a_row_of_what_a_pattern_knows_is_read(name: str) -> None:
    pattern = PATTERNS[name]
    chance = random.Random(name)
    texts = list(rows(pattern, chance))
    for text in chance.sample(texts, min(len(texts), size(60, len(texts)))):
        for how in ("match", "search", "fullmatch"):
            check(pattern, how, text)


@pytest.mark.sized
@pytest.mark.usefixtures("_is_timed")
@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.name)
def test_a_row_of_anything_is_read_against_each_sentence(language: Language) -> None:
    chance = random.Random(7)
    for sentence in language.sentences:
        for pattern in sentence.patterns:
            first = " ".join(words_of(pattern)[:2])
            texts = [f" {first}{text}" for text in rows(pattern, chance)]
            for text in chance.sample(texts, min(len(texts), size(6, 200))):
                check(pattern, "fullmatch", text)


@pytest.mark.usefixtures("_is_timed")
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("phrases.joining", "due on " * 50 + "x"),
        ("phrases.before_time", "due at " * 50 + "x"),
        ("titles.sum", "1" * 100 + "#"),
        ("language.after", " saydo" * 100 + " x"),
        ("language.unfinished", " !" * 300 + " x"),
    ],
)
def test_what_once_took_years_is_read(name: str, text: str) -> None:
    found = {key: each for key, each in PATTERNS.items() if name in key}
    assert found
    for pattern in found.values():
        for how in ("match", "search", "fullmatch"):
            check(pattern, how, text)
