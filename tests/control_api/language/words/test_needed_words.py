"""What is looked for before a template is tried finds all that the template would take."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from control_api.language.words.heard import hear
from control_api.language.words.needed_words import ByWords, needed_words, words_said
from tests.control_api.language.english import ENGLISH

PHRASES = {"list": "[my] (list|shopping list)", "any": "[one]"}
WORDS = st.lists(
    st.sampled_from(
        [
            *("add", "Move", "the", "report", "to", "my", "shopping list", "is", "urgent", "don't"),
            *("tag", "it", "with", "#work", "on", "hold,", "an", "hour", "before", "for", "Anna"),
        ]
    ),
    max_size=8,
).map(" ".join)


@pytest.mark.parametrize(
    ("template", "needed"),
    [
        ("add {what}", [{"add"}]),
        ("(add|put) {what} [now] on it", [{"on"}, {"it"}, {"add", "put"}]),
        ("({what}|add) now", [{"now"}]),
        ("add {what} to <list>", [{"add"}, {"to"}, {"list", "shopping"}]),
        ("<any> {what}", []),
        ("[please] {what}", []),
        ("What's {when}", [{"what's"}]),
    ],
)
def test_what_must_be_said_is_known(template: str, needed: list[set[str]]) -> None:
    found = needed_words(template, PHRASES)
    assert sorted(map(sorted, found)) == sorted(map(sorted, needed))
    assert sorted(map(len, found)) == list(map(len, found))


@pytest.mark.parametrize(
    ("word", "text"),
    [("to-do", "my to-do list"), ("to", "to-do"), ("what's", "What's?"), ("milk", "milk)x")],
)
def test_a_word_is_found_as_templates_find_it(word: str, text: str) -> None:
    assert word in words_said(hear(text, ENGLISH))


@given(WORDS)
def test_no_sentence_is_missed(text: str) -> None:
    words = hear(text, ENGLISH)
    by_words = ByWords([sentence.needed for sentence in ENGLISH.sentences])
    likely = set(by_words.places(words_said(words)))
    unlikely = [each for at, each in enumerate(ENGLISH.sentences) if at not in likely]
    assert len(unlikely) > len(ENGLISH.sentences) // 2
    for sentence in unlikely[:: max(1, len(unlikely) // 40)]:
        assert not list(sentence.matches(words))
