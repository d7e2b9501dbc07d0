"""Asking for what was deleted and done, bringing it back, and taking back what is named."""

from typing import Any

import pytest

from tests.control_api.requests.conftest import TASKS, Home


def delete(home: Home, *titles: str) -> None:
    """Delete tasks of these titles, one by one."""
    for task_id in home.add(*titles):
        home.client.delete(f"{TASKS}/{task_id}", headers=home.alice)


def task(home: Home, title: str) -> dict[str, Any]:
    items = home.client.get(TASKS, headers=home.alice).json()["items"]
    (found,) = [item for item in items if item["title"] == title]
    return dict(found)


def test_what_was_deleted_is_told_the_last_first(home: Home) -> None:
    assert home.says("what's in the trash")["reply"] == "The trash is empty."
    delete(home, "Dentist", "Plumber")
    told = home.says("what's in the trash")
    assert (told["outcome"], told["reply"]) == (
        "done",
        "In the trash are two things: Plumber and Dentist.",
    )
    assert (
        home.says("what did I delete today")["reply"] == "Plumber and Dentist were deleted today."
    )
    assert home.says("what did I delete yesterday")["reply"] == "Nothing was deleted yesterday."


def test_days_are_those_of_the_person_whatever_a_program_says_is_now(home: Home) -> None:
    delete(home, "Dentist")
    told = home.says("what did I delete today", now="2031-05-01T10:00:00")
    assert told["reply"] == "Dentist was deleted today."


def test_something_deleted_comes_back_by_its_name(home: Home) -> None:
    delete(home, "Dentist", "Plumber")
    assert home.says("bring back the dentist")["reply"] == "Dentist is back."
    assert home.titles() == {"Dentist"}
    told = home.says("bring back the unicorn")
    assert (told["outcome"], "Plumber" in told["reply"]) == ("clarify", True)


def test_of_several_that_fit_it_is_asked_which(home: Home) -> None:
    delete(home, "Call the plumber", "Pay the plumber")
    asked = home.says("bring back the plumber")
    assert asked["outcome"] == "clarify"
    assert asked["reply"] == (
        "Which one do you mean: pay the plumber, deleted today; or call the plumber, deleted today?"
    )
    home.says("bring back pay the plumber")
    assert home.titles() == {"Pay the plumber"}


def test_the_last_ones_come_back_together_and_go_again_by_one_undo(home: Home) -> None:
    delete(home, "Milk", "Eggs", "Bread", "Butter")
    home.says("restore the last three")
    assert home.titles() == {"Eggs", "Bread", "Butter"}
    home.says("undo")
    assert home.titles() == set()


def test_what_went_along_with_a_task_comes_back_with_it(home: Home) -> None:
    (party,) = home.add("Party")
    part = {"title": "Balloons", "parent_id": party}
    home.client.post(TASKS, json=part, headers=home.alice)
    home.client.delete(f"{TASKS}/{party}", headers=home.alice)
    assert home.says("what's in the trash")["reply"] == "In the trash is one thing: Party."
    home.says("restore the last two")
    assert home.titles() == {"Party", "Balloons"}


def test_all_of_today_is_asked_about(home: Home) -> None:
    delete(home, "Milk", "Eggs")
    assert home.says("bring back everything I deleted today")["outcome"] == "needs_approval"
    home.says("yes")
    assert home.titles() == {"Milk", "Eggs"}


def test_a_list_comes_back_from_the_archive_or_the_trash(home: Home) -> None:
    home.says("create a project called product launch")
    assert (
        home.says("archive the launch project")["reply"] == "Archived the project Product launch."
    )
    assert "Product launch" not in home.says("what lists do I have")["reply"]
    home.says("bring back the launch project")
    assert "Product launch" in home.says("what lists do I have")["reply"]
    home.says("delete the launch project")
    home.says("yes")
    told = home.says("bring back the launch project")
    assert told["reply"] == "The project Product launch is back."


def test_what_was_finished_is_opened_again_by_bringing_it_back(home: Home) -> None:
    home.add("Do the taxes")
    home.says("done with the taxes")
    assert home.says("bring back the taxes")["reply"] == "Do the taxes is open again."


def test_what_was_done_is_told_by_what_it_was(home: Home) -> None:
    home.add("Dentist", "Call Sarah", "Report")
    home.says("done with calling Sarah")
    home.says("move the report to December 1st")
    home.says("delete the dentist")
    assert home.says("what did I do today")["reply"] == (
        "Today you added report, call Sarah, and Dentist, finished call Sarah, moved report,"
        " and deleted Dentist."
    )
    assert home.says("what was the last thing I did")["reply"] == "You deleted Dentist."
    assert home.says("what changed yesterday")["reply"] == "Nothing was changed yesterday."


def test_what_was_taken_back_is_not_told(home: Home) -> None:
    home.add("Dentist")
    home.says("delete the dentist")
    home.says("undo")
    assert home.says("what changed today")["reply"] == "Today these were changed: added Dentist."


def test_one_thing_of_several_that_were_done_is_taken_back(home: Home) -> None:
    home.add("Dentist", "Pay the rent", "Report")
    home.says("delete the dentist")
    home.says("move the report to December 1st")
    home.says("done with the rent")
    assert home.says("undo the deletion of the dentist")["reply"] == "Undone: Dentist is back."
    home.says("undo what I did to the report")
    assert task(home, "Report")["due"] is None
    assert task(home, "Pay the rent")["status"] == "completed"


def test_what_was_changed_since_stays_as_it_is(home: Home) -> None:
    home.add("Report")
    home.says("move the report to December 1st")
    home.says("rename the report to final report")
    told = home.says("undo the move of the report")
    assert (told["outcome"], "changed since" in told["reply"]) == ("refused", True)


@pytest.mark.parametrize("again", ["redo", "redo that", "redo the last two"])
def test_the_last_two_are_taken_back_and_done_again(home: Home, again: str) -> None:
    home.add("Dentist", "Report")
    home.says("delete the dentist")
    home.says("done with the report")
    told = home.says("undo the last two")
    assert told["reply"] == "Undone: Dentist is back, and report is open again."
    assert home.titles() == {"Dentist", "Report"}
    home.says(again)
    assert home.titles() == {"Report"}
    assert task(home, "Report")["status"] == "completed"


def test_a_comment_is_changed_and_deleted(home: Home) -> None:
    (report,) = home.add("Report")
    url = f"{TASKS}/{report}/comments"
    home.client.post(url, json={"text": "Numbers are missing"}, headers=home.alice)
    home.says("change my comment on the report to all numbers are there")
    (comment,) = home.client.get(url, headers=home.alice).json()["items"]
    assert comment["text"] == "All numbers are there"
    assert home.says("delete the last comment")["reply"] == "Deleted the comment."
    assert home.client.get(url, headers=home.alice).json()["items"] == []


def test_a_saved_filter_answers_by_its_name(home: Home) -> None:
    (report,) = home.add("Report")
    body = {"priority": "urgent"}
    home.client.patch(f"{TASKS}/{report}", json=body, headers=home.alice)
    home.says("save a filter called hot stuff: p1")
    assert "report" in home.says("show me my hot stuff filter")["reply"]
    assert home.says("delete the hot stuff filter")["reply"] == "Deleted the filter Hot stuff."
