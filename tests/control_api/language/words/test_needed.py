"""A template is only tried for texts that have a word which it can't do without."""

from pathlib import Path

import pytest
import yaml

from control_api.language.words.heard import hear
from control_api.language.words.needed import index_of, needed_words
from tests.control_api.language.english import ENGLISH

PHRASES = {"list": "(list|shopping list)", "kind": "[new] (task|reminder)", "any": "[(a|the)]"}


@pytest.mark.parametrize(
    ("template", "needed"),
    [
        ("remind me to {what}", {"remind"}),
        ("(remove|delete) {what}", {"remove", "delete"}),
        ("[please] remove {what}", {"remove"}),
        ("add {what} to <list>", {"list", "shopping"}),
        ("a <kind>", {"task", "reminder"}),
        ("(undo|take it (back|away))", {"undo", "take"}),
        ("{what} (is|[has] been) finished", {"finished"}),
        ("[all] {what}", set()),
        ("<any> {what}", set()),
        ("(undo|{what})", set()),
    ],
)
def test_what_is_needed(template: str, needed: set[str]) -> None:
    assert needed_words(template, PHRASES) == needed


def test_a_phrase_that_is_nowhere_is_named() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        needed_words("add <nowhere>", PHRASES)


@pytest.mark.parametrize(
    ("word", "text"),
    [("to-do", "my to-do list"), ("to", "to-do"), ("what's", "What's?"), ("milk", "milk)x")],
)
def test_a_word_is_found_as_templates_find_it(word: str, text: str) -> None:
    index = index_of([frozenset({word}), frozenset({"other"}), frozenset()])
    among = index.among(text, ENGLISH.sentences[:3])
    assert among == [ENGLISH.sentences[0], ENGLISH.sentences[2]]


def said() -> list[str]:
    folder = Path(__file__).parents[1] / "understanding"
    texts: list[str] = []
    for file in (folder / "said.yaml", folder / "near_misses.yaml"):
        for rows in yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader).values():
            texts += [text for text in rows if isinstance(text, str)]
    return texts


def test_none_that_matches_is_left_out() -> None:
    for text in said()[::7]:
        words = hear(text, ENGLISH)
        tried = ENGLISH.sentence_index.among(words.mask, ENGLISH.sentences)
        left_out = {id(each) for each in ENGLISH.sentences} - {id(each) for each in tried}
        for each in ENGLISH.sentences:
            if id(each) in left_out:
                assert not list(each.matches(words)), (text, each.expressions)
