import pytest

from control_api.language.understanding.slips import sound_alikes
from tests.control_api.language.english import ENGLISH


@pytest.mark.parametrize(
    ("heard", "expected"),
    [
        ("And milk to my shopping list.", ["Add milk to my shopping list."]),
        ("and do that.", ["Undo that.", "Add do that."]),
        ("Then with calling Sarah.", ["Done with calling Sarah."]),
        ("Add milk.", []),
        ("Andrew called.", []),
        ("", []),
    ],
)
def test_what_was_said_begins_with_the_word_that_was_meant(heard: str, expected: list[str]) -> None:
    assert sound_alikes(heard, ENGLISH) == expected
