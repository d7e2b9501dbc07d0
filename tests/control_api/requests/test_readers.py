"""An answer says who read the request: the sentences, the learned reader, a model, or nobody."""

from typing import Any

import pytest

from tests.control_api.requests.conftest import Home

GUESSED = "in the calendar put that we are having dinner with Frank at eight on the ninth of August"
"""What no sentence of the language foresees."""


@pytest.mark.parametrize(
    ("text", "reader"),
    [
        ("add milk", "sentences"),
        ("add milk and call Sarah tomorrow", "sentences"),
        ("what's on my list?", "sentences"),
        (GUESSED, "learned"),
        ("what a day", None),
    ],
)
def test_words_are_read_by_the_sentences_or_guessed_by_the_learned_reader(
    text: str, reader: str | None, home: Home
) -> None:
    assert home.says(text, dry_run=True)["reader"] == reader


def test_an_answer_is_read_as_one(home: Home) -> None:
    home.add("Call Sarah", "Call Tom")
    asked = home.says("delete the call")
    assert (asked["outcome"], asked["reader"]) == ("clarify", "sentences")
    assert home.says("the first one")["reader"] == "answer"


def test_a_yes_is_an_answer_whoever_takes_it(home: Home) -> None:
    for give in (lambda _: home.says("yes"), lambda id_: home.decides(id_, "approve").json()):
        home.add("Milk", "Eggs", "Bread")
        asked = home.says("delete all my tasks")
        assert asked["outcome"] == "needs_approval"
        told: dict[str, Any] = give(asked["approval_id"])
        assert (told["outcome"], told["reader"]) == ("done", "answer")


def test_actions_were_given_or_are_a_language_models(home: Home) -> None:
    action = {"type": "create_task", "title": "Milk"}
    assert home.model(action)["reader"] == "model"
    assert home.model(action, decided_by="person")["reader"] == "given"
