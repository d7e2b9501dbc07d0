import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_worker.thinking.honesty import (
    CAN_DO,
    NOTHING_CHANGED,
    Sentences,
    claims_change,
)


@pytest.mark.parametrize(
    "text",
    [
        "I've added milk to your list.",
        "I\u2019ve added milk to your list.",
        "I have just scheduled the call.",
        "I added it.",
        "Done!",
        "Okay, done.",
        "Sure! Added.",
        "Your task has been created.",
        "The reminder is set for tomorrow.",
        "It's been deleted.",
        "I'll remind you tomorrow at three.",
        "I will add that to your list.",
        "I'm going to send an email to Bob.",
        "You're all set.",
        "Consider it done.",
        "I went ahead, and the meeting was moved to Friday.",
        "Great, I've gone ahead and booked it.",
        "I successfully completed the task.",
    ],
)
def test_a_claim_of_a_change_is_noticed(text: str) -> None:
    assert claims_change(text)


@pytest.mark.parametrize(
    "text",
    [
        "I can add tasks and remind you of them.",
        "Paris is the capital of France.",
        "I haven't changed anything.",
        "Would you like me to add it?",
        "Tell me which task to delete.",
        "I'm a voice assistant for your tasks.",
        "You could add milk to your groceries.",
        "Hello! How can I help?",
        CAN_DO,
        NOTHING_CHANGED,
    ],
)
def test_what_claims_nothing_is_left_alone(text: str) -> None:
    assert not claims_change(text)


@given(st.lists(st.text(alphabet="ab. ?!\n", max_size=8), max_size=12))
def test_no_word_is_lost_between_sentences(pieces: list[str]) -> None:
    sentences = Sentences()
    given_out = [s for piece in pieces for s in sentences.push(piece)]
    given_out += sentences.flush()
    assert "".join("".join(given_out).split()) == "".join("".join(pieces).split())


def test_a_sentence_is_given_as_soon_as_it_is_known_to_be_over() -> None:
    sentences = Sentences()
    assert list(sentences.push("Hello there.")) == []
    assert list(sentences.push(" ")) == ["Hello there. "]
    assert list(sentences.push("How are")) == []
    assert list(sentences.push(" you? I")) == ["How are you? "]
    assert list(sentences.flush()) == ["I"]
