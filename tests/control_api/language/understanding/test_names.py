"""Which task is meant: the right one, or none."""

import pytest

from control_api.language.understanding.scene import Known
from shared.actions import CompleteTask, DeleteTask, ListTasks
from tests.control_api.language.understanding.interpretation import (
    ALICES,
    DENTIST,
    SARAH,
    read,
    task,
)

FIRST = task("first", "Call Sarah", "2026-11-22T15:00:00")
SECOND = task("second", "Call Sarah about the car", "2026-11-27")
TWINS = Known(
    open_tasks=[task("a", "Call Bob", "2026-11-22T15:00:00"), task("b", "Call Bob", "2026-11-27")]
)


@pytest.mark.parametrize("verb", ["delete", "done with", "mark as done", "remove", "cancel"])
def test_of_two_that_fit_neither_is_touched(verb: str) -> None:
    reading = read(f"{verb} call Bob", known=TWINS)
    assert reading.outcome == "clarify"
    assert "tomorrow at 3 PM" in reading.reply
    assert "on Friday" in reading.reply


def test_a_date_tells_two_apart() -> None:
    assert read("delete call Bob on Friday", known=TWINS).actions == [DeleteTask("b")]
    assert read("done with calling Bob tomorrow", known=TWINS).actions == [CompleteTask("a")]


def test_a_whole_title_beats_the_beginning_of_a_longer_one() -> None:
    known = Known(open_tasks=[SECOND, FIRST])
    assert read("delete call Sarah", known=known).actions == [DeleteTask("first")]
    assert read("delete call Sarah about the car", known=known).actions == [DeleteTask("second")]


@pytest.mark.parametrize(
    "said",
    [
        "call Tom",
        "call Zara",
        "text Sarah",
        "call Sarah about the contract",
        "the dentist in Berlin",
        "buy silk",
        "buy milk chocolate",
        "pay the vet",
        "the retort",
    ],
)
def test_a_weak_resemblance_is_never_deleted(said: str) -> None:
    reading = read(f"delete {said}")
    assert reading.outcome == "refused"
    assert not reading.actions


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("calling Sara", "Call Sarah"),
        ("phoning Stephen", "Phone Steven"),
        ("calling Cathy", "Call Kathy"),
        ("mailing Geoff", "Mail Jeff"),
        ("meeting Schmitt", "Meet Schmidt"),
        ("writing the letter", "Write a letter"),
        ("the booking of the flight", "Book the flight"),
        ("paying the bills", "Pay bills"),
        ("calling Zoe", "Call Zoë"),
    ],
)
def test_names_are_found_as_they_sound_and_verbs_in_any_form(said: str, title: str) -> None:
    known = Known(open_tasks=[task("x", title), DENTIST])
    assert read(f"done with {said}", known=known).actions == [CompleteTask("x")]


@pytest.mark.parametrize(
    "said", ["the dentist", "the dentist appointment", "my dentist visit", "the dentist reminder"]
)
def test_what_it_is_may_be_said_though_the_title_does_not(said: str) -> None:
    known = Known(open_tasks=[task("dentist", "Dentist", "2026-11-27"), SARAH])
    for deletes in (f"delete {said}", f"delete {said} on Friday"):
        assert read(deletes, known=known).actions == [DeleteTask("dentist")]
    assert read(f"done with {said}", known=known).actions == [CompleteTask("dentist")]


@pytest.mark.parametrize("said", ["the Sarah meeting", "the vet appointment"])
def test_what_it_is_makes_no_other_task_of_it(said: str) -> None:
    known = Known(open_tasks=[task("vet", "Call the vet"), SARAH])
    assert read(f"delete {said}", known=known).outcome == "refused"


@pytest.mark.parametrize("said", ["it", "that", "that one", "this task"])
def test_it_is_the_task_mentioned_last(said: str) -> None:
    assert read(f"delete {said}").actions == [DeleteTask("sarah")]


def test_it_is_nothing_when_nothing_was_mentioned() -> None:
    reading = read("delete it", known=Known(open_tasks=[SARAH]))
    assert (reading.outcome, reading.actions) == ("clarify", [])


def test_it_is_never_another_task_when_the_last_one_is_gone() -> None:
    known = Known(open_tasks=[DENTIST], mentioned=["sarah", "dentist"])
    reading = read("delete it", known=known)
    assert (reading.outcome, reading.actions) == ("refused", [])


@pytest.mark.parametrize(
    "said",
    [
        "I have a dentist appointment",
        "I like milk",
        "I need the report by noon",
        "the rent is too high",
        "then with great power comes milk",
        "I had a call with Bob",
    ],
)
def test_talking_about_a_task_does_not_complete_or_delete_it(said: str) -> None:
    assert not [
        action for action in read(said).actions if isinstance(action, CompleteTask | DeleteTask)
    ]


def test_a_list_is_known_by_its_name_in_any_spelling() -> None:
    known = Known(projects=["Groceries", "Garten"])
    assert read("what's on my grocery list", known=known).actions == [
        ListTasks(project="Groceries")
    ]
    assert read("show me the garden list", known=known).outcome == "refused"


def test_many_that_fit_are_not_all_named() -> None:
    known = Known(open_tasks=[task(str(n), f"Call office {n}") for n in range(9)])
    reply = read("delete call office", known=known).reply
    assert "6 more" in reply or "six more" in reply


def test_nothing_else_is_taken_when_the_list_named_lacks_it() -> None:
    reading = read("remove the dentist from my shopping list", known=ALICES)
    assert (reading.outcome, reading.actions) == ("refused", [])
