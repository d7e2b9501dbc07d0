"""Words are found however their letters are typed, with their marks or without."""

import re

import pytest

from control_api.language.words.needed_words import needed_words, words_said
from control_api.language.words.sentence import Words
from control_api.language.words.spelling import loosely, plain_spellings, with_plain_spellings
from control_api.language.words.templates import expressions_of


@pytest.mark.parametrize(
    ("word", "typed"),
    [("été", ["ete"]), ("für", ["fur", "fuer"]), ("œuf", ["oeuf"]), ("mañana", ["manana"])],
)
def test_a_word_may_be_typed_without_marks(word: str, typed: list[str]) -> None:
    assert plain_spellings(word) == typed
    assert with_plain_spellings([word, "milk"]) == [word, "milk", *typed]
    for each in (word, *typed):
        assert re.fullmatch(loosely(word), each)


def test_a_word_without_marks_stays_as_it_is() -> None:
    assert plain_spellings("milk") == []
    assert loosely(r"milk\b[a-z]") == r"milk\b[a-z]"


def test_letters_in_a_class_are_found_too() -> None:
    assert re.fullmatch(loosely("[éè]t[^é]"), "etx")


@pytest.mark.parametrize("said", ["ajoute à la liste café", "Ajoute a la liste cafe"])
def test_a_template_is_found_however_it_is_typed(said: str) -> None:
    template = "ajoute à la liste {what}"
    words = Words(said, said)
    assert all(not words_said(words).isdisjoint(each) for each in needed_words(template, {}))
    assert re.fullmatch(expressions_of(template, {})[0], f" {said}", re.IGNORECASE)
