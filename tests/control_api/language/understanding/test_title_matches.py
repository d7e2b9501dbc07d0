"""Of very many titles, those that hold what was said are found, wherever they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from control_api.language.understanding.title_matches import HALF_COVERED, Match, matches_of
from control_api.language.words.pronunciation import words_of
from shared.tasks import Task
from tests.control_api.language.english import ENGLISH
from tests.control_api.language.understanding.interpretation import task

MANY = [task(str(at), f"Water plant {at}") for at in range(1_500)]
WORDS = st.lists(st.sampled_from(["water", "plant", "cactus", "call", "anna", "7"]), min_size=1)


def found(said: str, tasks: list[Task]) -> list[Match]:
    return matches_of(words_of(said, ENGLISH), tasks, ENGLISH)


@pytest.mark.parametrize("place", [0, 511, 512, 1_023, 1_024, 1_499])
def test_the_title_that_was_said_is_the_best_wherever_it_stands(place: int) -> None:
    matches = found(f"water plant {place}", MANY)
    best = max(matches, key=lambda match: (match.said_covered, match.title_covered))
    assert best.task.id == str(place)
    assert best.exact(1.0)


def test_a_task_that_was_added_is_found_beside_the_others() -> None:
    assert [m.task.id for m in found("feed cactus", [*MANY, task("new", "Feed the cactus")])] == [
        "new"
    ]


def test_how_rare_a_word_is_counts_over_all_titles() -> None:
    tasks = [*MANY, task("rare", "Call Anna")]
    assert [m.task.id for m in found("call plant", tasks) if m.said_covered > 0.8] == []
    (rare,) = [m for m in found("call anna tomorrow", tasks) if m.task.id == "rare"]
    assert rare.title_covered == 1.0


@given(WORDS, st.lists(WORDS, max_size=6))
def test_only_what_holds_half_of_the_words_is_found(
    said: list[str], titles: list[list[str]]
) -> None:
    tasks = [task(str(at), " ".join(words)) for at, words in enumerate(titles)]
    matches = found(" ".join(said), tasks)
    spoken = words_of(" ".join(said), ENGLISH)
    whole = {each.id for each in tasks if set(spoken) <= set(words_of(each.title, ENGLISH))}
    assert whole <= {match.task.id for match in matches}
    for match in matches:
        held = sum(word in words_of(match.task.title, ENGLISH) for word in spoken)
        assert held >= HALF_COVERED * len(spoken) or match.weakest < 1.0
