"""Where a sentence ends, and where another command begins."""

import pytest

from control_api.language.cutting.sentences import commands_of, crosses_sentences, sentences_of
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
