"""Titles inside sentences, and several things."""

from msgspec import structs

from control_api.language.wording.phrasing import first_few, sentence_on
from control_api.language.words.replies import Replies
from tests.control_api.language.english import ENGLISH


def in_a_language(message: str) -> str:
    language = structs.replace(ENGLISH, replies=Replies("en", [f"gone = {message}\n"]))
    return sentence_on("BUY milk!", "gone", language)


def test_a_title_at_the_start_of_a_sentence_stands_as_it_is_written() -> None:
    assert in_a_language("{ $title } is gone.") == "BUY milk is gone."


def test_a_title_inside_of_a_sentence_bows_to_it() -> None:
    assert in_a_language("now { $title } is gone.") == "Now buy milk is gone."


def test_of_many_things_the_first_few_are_named() -> None:
    assert first_few(list("abc"), ENGLISH, most=2) == "a, b, and one more"
    assert first_few(list("abc"), ENGLISH) == "a, b, and c"
