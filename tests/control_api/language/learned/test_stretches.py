"""Tags of pieces become stretches of whole words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from control_api.language.learned.meaning import Stretch
from control_api.language.learned.stretches import stretches_of

TAGS = ["O", "B-thing", "I-thing", "B-when", "I-when"]


def read(*tagged: tuple[str, int | None]) -> list[Stretch]:
    """Each piece is three characters long, with a space before the next word."""
    tags = [tag for tag, _ in tagged]
    words = [word for _, word in tagged]
    places = [(at * 4, at * 4 + 3) for at in range(len(tagged))]
    return list(stretches_of(tags, places, words))


def test_what_goes_on_belongs_to_what_began() -> None:
    assert read(("O", 0), ("B-thing", 1), ("I-thing", 2), ("O", 3)) == [Stretch(4, 11, "thing")]


def test_two_of_a_kind_are_one_where_nothing_is_between_them() -> None:
    assert read(("B-thing", 0), ("B-thing", 1), ("B-when", 2)) == [
        Stretch(0, 7, "thing"),
        Stretch(8, 11, "when"),
    ]
    assert len(read(("B-thing", 0), ("O", 1), ("B-thing", 2))) == len(("both", "of them"))


def test_one_without_a_beginning_begins_all_the_same() -> None:
    assert read(("O", 0), ("I-when", 1), ("I-when", 2)) == [Stretch(4, 11, "when")]


def test_another_kind_ends_it() -> None:
    assert read(("B-thing", 0), ("I-when", 1)) == [Stretch(0, 3, "thing"), Stretch(4, 7, "when")]


@pytest.mark.parametrize("later", ["O", "I-thing", "B-when"])
def test_the_first_piece_of_a_word_tells_for_all_of_it(later: str) -> None:
    assert read(("B-thing", 0), (later, 0), ("O", 1)) == [Stretch(0, 7, "thing")]
    assert read(("O", 0), (later, 0)) == []


def test_what_is_no_part_of_the_text_is_passed_over() -> None:
    assert read(("B-thing", None), ("B-when", 0), ("I-when", None)) == [Stretch(4, 7, "when")]


@given(st.lists(st.tuples(st.sampled_from(TAGS), st.integers(0, 1)), max_size=12))
def test_stretches_come_in_order_and_never_overlap(drawn: list[tuple[str, int]]) -> None:
    word, tagged = 0, list[tuple[str, int | None]]()
    for tag, ahead in drawn:
        word += ahead
        tagged.append((tag, word))
    found = read(*tagged)
    edges = [edge for stretch in found for edge in (stretch.start, stretch.end)]
    assert edges == sorted(edges)
    assert len(edges) == len(set(edges))
