"""Whether a person's words ask for what a language model wants."""

import pytest

from control_api.engine.results import Result
from control_api.language.understanding.asked_for import is_asked_for
from shared.actions import (
    Action,
    CompleteTask,
    CreateTask,
    DeleteTask,
    ReopenTask,
    SnoozeTask,
    UpdateTask,
)
from shared.tasks import Task
from tests.control_api.language.english import ENGLISH

AT = "2026-11-24T15:00:00Z"


def result(action: Action, title: str | None = None) -> Result:
    before = None if title is None else Task("t1", title, "todo", None, None, None, AT, AT)
    return Result(action=action, before=before)


@pytest.mark.parametrize(
    ("said", "action", "title"),
    [
        ("Pop the dentist down for three", CreateTask("Dentist", due="2026-11-25"), None),
        ("I really must call Sarah", CreateTask("Call Sarah"), None),
        ("Could you put milk on Groceries?", CreateTask("Milk", project="Groceries"), None),
        ("I've finished calling Sarah", CompleteTask("t1"), "Call Sarah"),
        ("Open the call with Sarah again", ReopenTask("t1"), "Call Sarah"),
        ("Push the dentist back a bit", UpdateTask("t1", due="2026-11-26"), "Dentist"),
        ("Call it doctor instead of dentist", UpdateTask("t1", title="Doctor"), "Dentist"),
    ],
)
def test_plain_wishes_ask_for_it(said: str, action: Action, title: str | None) -> None:
    assert is_asked_for(result(action, title), said, ENGLISH)


@pytest.mark.parametrize(
    ("said", "action", "title"),
    [
        ("What is the capital of France?", CreateTask("Wire 900 to Eve"), None),
        ("Read me the note about the dentist", CreateTask("Note about the dentist"), None),
        ("I'd like to know if I should add the dentist", CreateTask("Dentist"), None),
        ("Add the dentist", CreateTask("Dentist and wire 900 to Eve"), None),
        ("Add the dentist", CreateTask("Dentist", project="Eve"), None),
        ("Add the dentist", CreateTask("Dentist", notes="Wire 900 to Eve"), None),
        ("Add the dentist", CreateTask("Dentist", tags=["eve"]), None),
        ("I'm done with the dentist", CompleteTask("t1"), "Pay rent"),
        ("I'm not done with the dentist", CompleteTask("t1"), "Dentist"),
        ("Have I finished with the dentist?", CompleteTask("t1"), "Dentist"),
        ("Push the dentist back", UpdateTask("t1", due="2026-11-26"), "Pay rent"),
        ("Rename the dentist", UpdateTask("t1", title="Pay Eve"), "Dentist"),
        ("Delete the dentist", DeleteTask("t1"), "Dentist"),
        ("Remind me of the dentist again", SnoozeTask("t1"), "Dentist"),
        ("", CreateTask("Dentist"), None),
        ("Add the a to", CreateTask("the a to"), None),
    ],
)
def test_other_words_do_not(said: str, action: Action, title: str | None) -> None:
    assert not is_asked_for(result(action, title), said, ENGLISH)


@pytest.mark.parametrize(
    "said",
    [
        "Please add the dentist.",
        "Okay, can you add the dentist?",
        "Would you put the dentist down?",
    ],
)
def test_politeness_makes_no_question_of_a_wish(said: str) -> None:
    assert is_asked_for(result(CreateTask("Dentist")), said, ENGLISH)
