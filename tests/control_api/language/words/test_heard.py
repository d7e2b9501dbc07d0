"""A sentence made ready to be read."""

import re

import msgspec
import pytest

from control_api.language.words.heard import hear
from tests.control_api.language.english import ENGLISH


def test_what_is_written_as_one_word_is_read_as_two() -> None:
    parted = [(r"\g<verb> it", re.compile(r"\b(?P<verb>do|drop)it\b"))]
    hearing = msgspec.structs.replace(ENGLISH.hearing, parted=parted)
    language = msgspec.structs.replace(ENGLISH, hearing=hearing)
    assert hear("please dropit now", language).text == "please drop it now"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("dont forget it", "don't forget it"),
        ("im late, ive got it", "i'm late, i've got it"),
        ("Whats on", "What's on"),
        ("were out of milk", "we're out of milk"),
        ("theyre here and wont go", "they're here and won't go"),
        ("we were out", "we were out"),
        ("IM Bob", "IM Bob"),
        ("feeling ill today", "feeling ill today"),
        ("its id is well known", "its id is well known"),
    ],
)
def test_a_missing_apostrophe_is_put_in_its_place(typed: str, read: str) -> None:
    assert hear(typed, ENGLISH).text == read


def test_marks_before_questions_are_no_part_of_their_words() -> None:
    assert hear("\u00bfQu\u00e9 tengo hoy?", ENGLISH).text == "Qu\u00e9 tengo hoy"
    assert hear("Hola, \u00bfqu\u00e9 tengo?", ENGLISH).text == "Hola, qu\u00e9 tengo"
