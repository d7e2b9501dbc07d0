"""Where a sentence ends, and where another command begins."""

import pytest

from control_api.language.cutting.sentences import (
    commands_of,
    crosses_sentences,
    sentences_of,
    without_false_stops,
)
from control_api.language.words.sentence import Words
from tests.control_api.language.english import ENGLISH


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Add bread. Call Bob.", ["Add bread", "Call Bob"]),
        ("add bread. call Bob", ["add bread", "call Bob"]),
        ("Add bread! Call Bob? Pay", ["Add bread", "Call Bob", "Pay"]),
        ("Add bread; call Bob", ["Add bread", "call Bob"]),
        ("Call Dr. Miller. Pay St. Anne's", ["Call Dr. Miller", "Pay St. Anne's"]),
        ("Call J. Miller tomorrow", ["Call J. Miller tomorrow"]),
        ("Call Bob at 3 p.m. tomorrow", ["Call Bob at 3 p.m. tomorrow"]),
        ("Call Bob at 3 p.m. Add bread", ["Call Bob at 3 p.m", "Add bread"]),
        ("Pay bill no. 5", ["Pay bill no. 5"]),
        ("Buy 2.5 kg of flour", ["Buy 2.5 kg of flour"]),
        ("Hello there. Add bread. Thanks. That's all.", ["Add bread"]),
    ],
)
def test_a_text_is_cut_into_its_sentences(text: str, sentences: list[str]) -> None:
    assert [each.text for each in sentences_of(Words(text, text), ENGLISH)] == sentences


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("Remind me to call. Sarah tomorrow.", "Remind me to call Sarah tomorrow."),
        ("Move the dentist to. The 5th of May.", "Move the dentist to the 5th of May."),
        ("Add milk and. Bread.", "Add milk and Bread."),
        ("Remind me to call Dr. Miller.", "Remind me to call Dr. Miller."),
        ("Remind me to call. Add milk.", "Remind me to call. Add milk."),
        ("Add milk. Bread.", "Add milk. Bread."),
        ("Add milk and? Bread.", "Add milk and? Bread."),
        ("Remind me to call.", "Remind me to call."),
        ("", ""),
    ],
)
def test_a_full_stop_where_something_must_follow_is_none(heard: str, meant: str) -> None:
    assert without_false_stops(Words(heard, heard), ENGLISH).text == meant


def test_nothing_but_asides_is_left_as_it_is() -> None:
    assert [each.text for each in sentences_of(Words("Hello. Thanks.", "Hello. Thanks."), ENGLISH)]


@pytest.mark.parametrize(
    ("text", "commands"),
    [
        ("add bread and delete the dentist", ["add bread", "delete the dentist"]),
        ("add bread, then delete the dentist", ["add bread", "delete the dentist"]),
        ("add bread and jam", ["add bread and jam"]),
    ],
)
def test_a_sentence_is_cut_where_a_command_begins(text: str, commands: list[str]) -> None:
    assert [each.text for each in commands_of(Words(text, text), ENGLISH)] == commands


def test_a_title_of_two_sentences_is_noticed() -> None:
    assert crosses_sentences("Call Bob. The sky is blue", ENGLISH)
    assert not crosses_sentences("Call Dr. Miller", ENGLISH)
