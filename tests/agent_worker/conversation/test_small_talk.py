import pytest

from agent_worker.conversation.small_talk import is_question, wants_silence


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
    assert wants_silence(text)


@pytest.mark.parametrize(
    "text",
    [
        "Stop the milk delivery.",
        "Cancel my dentist appointment.",
        "Hi, add milk.",
        "",
        "No.",
        "Play some jazz.",
        "Thank you!",
    ],
)
def test_all_else_is_left_to_others(text: str) -> None:
    assert not wants_silence(text)


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
