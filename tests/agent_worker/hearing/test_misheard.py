import pytest

from agent_worker.hearing.misheard import near_readings


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
def test_near_readings_begin_with_the_word_that_was_meant(heard: str, expected: list[str]) -> None:
    assert near_readings(heard) == expected
