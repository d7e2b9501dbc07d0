import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_worker.hearing.plausibility import Hypothesis, echoes, normalised, said_once, similar


@pytest.mark.parametrize(
    ("text", "looped"),
    [
        ("Make me a latte. Make me a latte. Make me a", True),
        ("Add milk to groceries Add milk to groceries", True),
        ("No, no, no.", False),
        ("Call Sarah tomorrow and call Sarah on Friday.", False),
        ("", False),
    ],
)
def test_words_that_come_again_in_the_same_order_are_a_loop(text: str, looped: bool) -> None:
    assert Hypothesis(text, -0.1, 0.0).looped is looped


@given(
    st.lists(st.text(alphabet="abc", min_size=1, max_size=3), min_size=3, max_size=6, unique=True)
)
def test_a_sentence_said_twice_is_a_loop_and_said_once_is_none(words: list[str]) -> None:
    once = " ".join(words)
    assert not Hypothesis(once, 0.0, 0.0).looped
    assert Hypothesis(f"{once}. {once}.", 0.0, 0.0).looped


@pytest.mark.parametrize(
    ("hypothesis", "nobody"),
    [
        (Hypothesis("Thank you.", -0.2, 0.8), True),
        (Hypothesis("Thanks for watching!", -0.9, 0.1), True),
        (Hypothesis("Thank you.", -0.2, 0.05), False),
        (Hypothesis("I'm going to put the sauce on the pan.", -1.8, 0.7), True),
        (Hypothesis("Give me a 20 ounce iced mocha.", -0.5, 0.03), False),
        (Hypothesis("Brew a triple shot Americano.", -0.3, 0.6), False),
    ],
)
def test_ghosts_and_hopeless_texts_were_said_by_nobody(
    hypothesis: Hypothesis, nobody: bool
) -> None:
    assert hypothesis.nobody is nobody


def test_a_piece_of_the_prompt_is_an_echo() -> None:
    prompt = "Groceries. Garden. Buy milk. Call Sarah."
    assert echoes("Buy milk, call Sarah.", prompt)
    assert not echoes("Buy milk, call Bob.", prompt)
    assert not echoes("Grocer", prompt)


@pytest.mark.parametrize(
    ("looped", "unprompted", "heard"),
    [
        ("Delete the list. Delete the list. Delete the", "Delete the lisp.", "Delete the list."),
        ("Undo that. Undo that.", "And do that.", "Undo that."),
        ("Call me. Call me. Call me.", "Good evening everybody.", "Good evening everybody."),
        ("Add milk. Add milk.", "Add milk. Add milk.", "Add milk. Add milk."),
        ("Add milk. Add eggs. Add milk.", "Add milk.", "Add milk."),
    ],
)
def test_a_sentence_without_end_was_said_once_where_it_is_as_long_as_the_voice(
    looped: str, unprompted: str, heard: str
) -> None:
    found = said_once(Hypothesis(looped, -0.1, 0.1), Hypothesis(unprompted, -0.3, 0.1))
    assert found.text == heard


def test_readings_of_the_same_words_are_similar() -> None:
    assert similar("Add by milk to groceries.", "Add buy milk to groceries")
    assert not similar("Buy milk. Call Sarah.", "Hello there")


@given(st.text())
def test_plain_words_stay_as_they_are(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)
