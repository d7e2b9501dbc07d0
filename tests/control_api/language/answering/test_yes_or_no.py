"""What counts as yes, as no, and as neither."""

from typing import get_args

import pytest

from control_api.language.answering.yes_or_no import read_answer
from control_api.requests.spoken import language
from shared.languages import LanguageName
from tests.control_api.language.english import ENGLISH


@pytest.mark.parametrize("name", get_args(LanguageName))
def test_what_is_offered_is_a_yes_and_a_no(name: LanguageName) -> None:
    words = language(name)
    decisions = [read_answer(each, words) for each in words.answers.offered]
    assert decisions == ["approve", "refuse"]


@pytest.mark.parametrize(
    "text",
    [
        *("Yes", "yes.", "Yes, please.", "Yeah!", "Yep", "Sure", "OK", "Okay, do it.", "Go ahead."),
        *("Yes, yes", "Do it, please", "Absolutely", "Of course.", "Yes, delete it", "Confirm"),
        *("um, yes", "Oh yes please, thank you", "That\u2019s right", "I'm sure"),
    ],
)
def test_a_yes(text: str) -> None:
    assert read_answer(text, ENGLISH) == "approve"


@pytest.mark.parametrize(
    "text",
    [
        *("No", "no.", "Nope", "No, thanks", "Don't", "Don\u2019t do that.", "Cancel", "Stop!"),
        *("Never mind", "Leave it", "Keep it, please", "Forget it.", "Not now", "No, leave that"),
    ],
)
def test_a_no(text: str) -> None:
    assert read_answer(text, ENGLISH) == "refuse"


@pytest.mark.parametrize(
    "text",
    [
        *("", "...", "Yes or no", "yes and no", "Say yes", "No, delete the other one", "Yesterday"),
        *("Yes, but not the rent", "Yes, add milk", "What?", "Not sure", "Maybe", "Do", "it"),
        *("Do I have to?", "Okay so what is it", "that", "Is it right?", "Don't know"),
        *(
            "Add yes",
            "yes delete everything",
            "Please",
            "Thanks",
            "да",
            "yes не надо",
            "🙂",
            "yes 2",
        ),
    ],
)
def test_neither(text: str) -> None:
    assert read_answer(text, ENGLISH) is None
