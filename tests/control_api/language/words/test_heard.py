"""A sentence made ready to be read."""

import re

import msgspec

from control_api.language.words.heard import hear
from tests.control_api.language.english import ENGLISH


def test_what_is_written_as_one_word_is_read_as_two() -> None:
    parted = [(r"\g<verb> it", re.compile(r"\b(?P<verb>do|drop)it\b"))]
    hearing = msgspec.structs.replace(ENGLISH.hearing, parted=parted)
    language = msgspec.structs.replace(ENGLISH, hearing=hearing)
    assert hear("please dropit now", language).text == "please drop it now"


def test_marks_before_questions_are_no_part_of_their_words() -> None:
    assert hear("\u00bfQu\u00e9 tengo hoy?", ENGLISH).text == "Qu\u00e9 tengo hoy"
    assert hear("Hola, \u00bfqu\u00e9 tengo?", ENGLISH).text == "Hola, qu\u00e9 tengo"
