"""What is the same to who searches, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from control_api.input.search_key import search_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hauptstraße", "HAUPTSTRASSE"),
        ("Kinderbücher", "kinderbucher"),
        ("Mu\u0308ller", "muller"),
        ("βορράς", "ΒΟΡΡΑΣ"),
        ("βορράς", "βορρασ"),
        ("İstanbul", "istanbul"),
        ("Việt Nam", "viet nam"),
        ("ёлка", "елка"),
        ("ﬁx", "fix"),
        ("か\u3099", "が"),
        ("two\n\n lines\u3000here ", " two lines here"),
    ],
)
def test_these_are_the_same(one: str, other: str) -> None:
    assert search_key(one) == search_key(other)


@pytest.mark.parametrize(("one", "other"), [("が", "か"), ("й", "и"), ("ø", "o"), ("ł", "l")])
def test_these_are_different_letters(one: str, other: str) -> None:
    assert search_key(one) != search_key(other)


@given(st.text())
def test_a_key_is_its_own_key(text: str) -> None:
    assert search_key(search_key(text)) == search_key(text)
