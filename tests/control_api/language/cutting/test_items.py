"""Rows of things: which "and" stands between two, and which inside a name. The table: rows.yaml."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from control_api.language.cutting.items import is_errand, items_of
from control_api.language.words.sentence import Words
from tests.control_api.language.english import ENGLISH

ROWS: dict[str, dict[str, list[str]]] = yaml.safe_load(
    (Path(__file__).parent / "rows.yaml").read_text("utf-8")
)
THINGS = ["bread", "two pears", "a jar of jam", "ice cream", "500g of rice", "fish and chips"]


def items(text: str, *, are_things: bool = True) -> list[str]:
    return [each.text for each in items_of(Words(text, text), ENGLISH, are_things=are_things)]


def cases() -> list[Any]:
    return [
        pytest.param(text, named, id=text) for rows in ROWS.values() for text, named in rows.items()
    ]


@pytest.mark.parametrize(("text", "named"), cases())
def test_a_row_is_cut_between_its_things(text: str, named: list[str]) -> None:
    assert items(text) == named


@given(st.lists(st.sampled_from(THINGS), min_size=1, max_size=6))
def test_any_row_gives_back_what_it_was_made_of(things: list[str]) -> None:
    row = ", ".join(things[:-1]) + " and " + things[-1] if len(things) > 1 else things[0]
    assert items(row) == things


def test_what_is_quoted_is_never_cut() -> None:
    row = Words('"salt and pepper" and rice', "¤" * 17 + " and rice")
    named = [each.text for each in items_of(row, ENGLISH, are_things=True)]
    assert named == ['"salt and pepper"', "rice"]


@pytest.mark.parametrize(
    ("text", "on_a_shopping_list", "elsewhere"),
    [
        ("water", False, False),
        ("water the plants", True, True),
        ("water plants", False, True),
        ("drink powder", False, False),
        ("call Sarah", True, True),
        ("iron shirts", False, False),
        ("bread", False, False),
    ],
)
def test_a_verb_may_be_a_thing(text: str, on_a_shopping_list: bool, elsewhere: bool) -> None:
    words = Words(text, text)
    assert is_errand(words, ENGLISH, are_things=True) == on_a_shopping_list
    assert is_errand(words, ENGLISH, are_things=False) == elsewhere
