"""No part of the page has words of its own: they are in a folder a language, and loaded with it."""

import re
from pathlib import Path
from typing import get_args

import pytest

from shared.languages import LanguageName
from tests.structure.test_page_shape import SOURCE, folder, sources

PARTS = [
    path
    for path in sources()
    if not folder(path).startswith("words") and not re.search(r"\.(test|fixture)\.tsx?$", path.name)
]
_SHOWN = re.compile(r"(?<![=\-])>\s*((?!extends )[A-Za-z][A-Za-z ,.'!?…-]*?)\s*[{<]")
"""Between tags, and before what is put between them."""
_NAMED = re.compile(r'\b(?:aria-label|title|placeholder|alt|label)="([^"]*[A-Za-z][^"]*)"')
_SENTENCE = re.compile(r'(?<!Error\()"([A-Z][a-z\']+ [a-z][^"]*)"')
_COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
ADDRESS = "://"
"""An address that stands for any."""


def words_in(source: str) -> list[str]:
    code = _COMMENT.sub("", source.replace(ADDRESS, ""))
    shown = _SHOWN.findall(code) if "</" in code or "/>" in code else []
    named = [words for words in _NAMED.findall(source) if ADDRESS not in words]
    return [*shown, *named, *_SENTENCE.findall(code)]


@pytest.mark.parametrize("path", PARTS, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_a_part_of_the_page_has_no_words_of_its_own(path: Path) -> None:
    assert words_in(path.read_text()) == []


@pytest.mark.parametrize(
    "source",
    [
        "<p>Good morning</p>",
        "<p>Hello {name}</p>",
        '<button aria-label="Close" />',
        'const words = "Nothing was found";',
    ],
)
def test_words_are_found(source: str) -> None:
    assert words_in(source)


def test_each_language_has_the_files_of_the_english_one() -> None:
    files = {
        language: sorted(path.name for path in (SOURCE / "words" / language).iterdir())
        for language in get_args(LanguageName)
    }
    assert all(names == files["en"] for names in files.values())
