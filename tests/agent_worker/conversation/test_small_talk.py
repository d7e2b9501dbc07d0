import pytest

from agent_worker.conversation.small_talk import is_question, small_talk
from agent_worker.thinking.honesty import CAN_DO, claims_change


@pytest.mark.parametrize(
    "text",
    [
        "Stop.",
        "Stop, stop, please stop talking now.",
        "Be quiet!",
        "Never mind.",
        "That\u2019s all.",
    ],
)
def test_who_wants_silence_gets_it(text: str) -> None:
    assert small_talk(text) == ""


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("Thank you!", "You're welcome."),
        ("Okay, thanks.", "You're welcome."),
        ("What can you do?", CAN_DO),
        ("Hello, Saydo.", "Hello. What should I remember for you?"),
    ],
)
def test_everyday_words_are_answered_at_once(text: str, reply: str) -> None:
    assert small_talk(text) == reply
    assert not claims_change(reply)


@pytest.mark.parametrize(
    "text",
    [
        "Stop the milk delivery.",
        "Cancel my dentist appointment.",
        "Hi, add milk.",
        "",
        "No.",
        "Play some jazz.",
    ],
)
def test_all_else_is_left_to_others(text: str) -> None:
    assert small_talk(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What is the capital of France?", True),
        ("Can you tell me why the sky is blue?", True),
        ("So, do fish sleep?", True),
        ("Tell me something nice about the sea.", True),
        ("Can you make me a small coffee?", False),
        ("I want a dark roast with sugar.", False),
        ("Make it two.", False),
        ("Whatever you like.", False),
        ("", False),
    ],
)
def test_a_question_is_told_from_a_wish(text: str, expected: bool) -> None:
    assert is_question(text) is expected
