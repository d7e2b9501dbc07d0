import pytest

from control_api.language.understanding.endings import is_dangling
from tests.control_api.language.english import ENGLISH


@pytest.mark.parametrize(
    "text",
    [
        "...",
        "?!",
        "Remind me to",
        "Remind me to.",
        "Add milk and",
        "Add milk, eggs,",
        "Move it to the",
        "Call Sarah at",
        "I want a cappuccino with",
        "Remind me to call Dr.",
        "So, um",
        "Schedule the dentist for next",
        "Let me think...",
        "Add buy milk to my",
        "Remind me to call",
        "Don\u2019t",
        "What's on for",
        "Who is",
        "What do I have to",
        "Which tasks are due on",
    ],
)
def test_words_that_something_must_follow_are_unfinished(text: str) -> None:
    assert is_dangling(text, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "Remind me to call Sarah.",
        "Add milk to groceries",
        "What's on for Friday?",
        "Undo that.",
        "Actually make it Friday.",
        "Done with calling Sarah.",
        "Add milk, please.",
        "What is that?",
        "Yes.",
        "Remind me at 3",
        "Who is the report for?",
        "What is the report waiting for",
        "What do I have to buy?",
        "How are you",
    ],
)
def test_words_that_can_be_all_are_not(text: str) -> None:
    assert not is_dangling(text, ENGLISH)
