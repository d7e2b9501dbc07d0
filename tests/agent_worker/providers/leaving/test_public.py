import pytest

from agent_worker.providers.leaving.public import PublicWords


@pytest.mark.parametrize(
    ("text", "is_public"),
    [
        ("What is the capital of Italy?", True),
        ("the capital of Italy", True),
        ("THE CAPITAL, of Italy!", True),
        ("capital of Ital", False),
        ("The capital of France", False),
        ("of the capital", False),
        ("", False),
    ],
)
def test_words_are_public_when_they_stand_so_in_what_was_named(text: str, is_public: bool) -> None:
    public = PublicWords()
    public.add("What is the capital of Italy?")
    assert public.holds(text) == is_public


def test_what_was_said_long_ago_is_private_again_and_our_own_sentences_never() -> None:
    public = PublicWords()
    public.add_ours("One moment.")
    public.add("What is the capital of Italy?")
    for number in range(100):
        public.add(f"What is {number} squared?")
    assert public.holds("One moment.")
    assert public.holds("What is 99 squared?")
    assert not public.holds("What is the capital of Italy?")
