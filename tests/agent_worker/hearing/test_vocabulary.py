from hypothesis import given
from hypothesis import strategies as st

from agent_worker.hearing.vocabulary import recogniser_prompt
from shared.rooms import Vocabulary

WORDS = st.lists(st.text(max_size=80), max_size=60)


def test_the_persons_own_words_come_first_and_what_is_often_said_last() -> None:
    words = recogniser_prompt(
        Vocabulary(projects=["Groceries"], titles=["Call Sarah", "Buy milk"], people=["Anna"])
    )
    assert words.startswith("Buy milk. Call Sarah. Anna. Groceries. ")
    assert words.endswith("Undo that.")


def test_without_any_words_it_still_says_what_is_common() -> None:
    assert recogniser_prompt(None) == recogniser_prompt(Vocabulary([], [])) != ""


@given(WORDS, WORDS, WORDS)
def test_it_stays_short_on_one_line(
    projects: list[str], titles: list[str], people: list[str]
) -> None:
    words = recogniser_prompt(Vocabulary(projects, titles, people))
    assert len(words) <= 364
    assert "\n" not in words
