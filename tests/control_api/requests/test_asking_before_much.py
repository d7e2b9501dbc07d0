"""A person's own words about many things are asked about first, and a yes does just what was asked.

What they name one by one, and what is done by hand, is done.
"""

from typing import Any

import pytest

from control_api.engine import approval_store as store
from tests.control_api.conftest import Headers
from tests.control_api.requests.conftest import COMMANDS, TASKS, Client, Home

PROJECTS = "/api/v1/projects"


def shopping(home: Home, *titles: str) -> list[str]:
    """Put tasks on the shopping list; their ids."""
    made = [
        home.client.post(TASKS, json={"title": title, "project": "Shopping"}, headers=home.alice)
        for title in titles
    ]
    return [answer.json()["id"] for answer in made]


def tasks(home: Home) -> dict[str, dict[str, Any]]:
    items = home.client.get(TASKS, headers=home.alice).json()["items"]
    return {item["title"]: item for item in items}


def lists(home: Home) -> set[str]:
    items = home.client.get(PROJECTS, headers=home.alice).json()["items"]
    return {item["name"] for item in items}


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("delete all my shopping tasks", "That would delete three tasks: {}. Shall I?"),
        ("clear my shopping list", "That would delete three tasks: {}. Shall I?"),
        (
            "complete everything on the shopping list",
            "That would complete three tasks: {}. Shall I?",
        ),
        ("move all my tasks to tomorrow", "That would move three tasks to tomorrow: {}. Shall I?"),
        (
            "move everything on the shopping list to the groceries list",
            'That would move three tasks to "Groceries": {}. Shall I?',
        ),
        (
            "delete the shopping list",
            'Delete the list "Shopping"? Its three tasks stay, but they are on no list then.',
        ),
        (
            "delete the shopping list and everything on it",
            'That would delete the list "Shopping" and three tasks: {}. Shall I?',
        ),
    ],
)
def test_many_at_once_are_asked_about_with_their_number(
    home: Home, text: str, question: str
) -> None:
    shopping(home, "Bread", "Milk", "Eggs")
    before = tasks(home)
    asked = home.says(text)
    assert asked["outcome"] == "needs_approval"
    named = '"Eggs", "Milk", and "Bread"'
    assert asked["reply"] == f"{question.format(named)} Say yes or no."
    assert tasks(home) == before
    assert [waits["id"] for waits in home.waiting()] == [asked["approval_id"]]


def test_a_yes_does_exactly_what_was_asked_about_once(home: Home) -> None:
    milk, eggs = shopping(home, "Milk", "Eggs")
    home.says("clear my shopping list")
    shopping(home, "Bread")
    done = home.says("yes")
    assert done["outcome"] == "done"
    assert {action["task_id"] for action in done["actions"]} == {milk, eggs}
    assert set(tasks(home)) == {"Bread"}
    assert home.says("yes")["outcome"] == "not_a_command"
    assert set(tasks(home)) == {"Bread"}
    home.says("undo that")
    assert set(tasks(home)) == {"Bread", "Milk", "Eggs"}


@pytest.mark.parametrize("answer", ["no", "never mind", "No, leave them."])
def test_a_no_leaves_everything(home: Home, answer: str) -> None:
    shopping(home, "Milk", "Eggs")
    home.says("complete everything on the shopping list")
    assert home.says(answer)["outcome"] == "refused"
    assert {task["status"] for task in tasks(home).values()} == {"todo"}
    assert home.waiting() == []


def test_the_page_can_say_yes_to_what_was_said(home: Home) -> None:
    shopping(home, "Milk", "Eggs")
    approval_id = home.says("move all my tasks to December 1st")["approval_id"]
    assert home.decides(approval_id, "approve", home.agent).status_code == 403
    answer = home.decides(approval_id, "approve").json()
    assert answer["outcome"] == "done"
    assert {task["due"][5:] for task in tasks(home).values()} == {"12-01"}


def test_what_was_changed_since_is_left_and_can_be_asked_again(home: Home) -> None:
    milk, _ = shopping(home, "Milk", "Eggs")
    home.says("clear my shopping list")
    home.client.patch(f"{TASKS}/{milk}", json={"title": "Oat milk"}, headers=home.alice)
    answer = home.says("yes")
    assert (answer["outcome"], "changed since" in answer["reply"]) == ("refused", True)
    assert set(tasks(home)) == {"Oat milk", "Eggs"}


def test_a_late_yes_is_to_nothing(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "WAITS_S", -1)
    shopping(home, "Milk", "Eggs")
    home.says("clear my shopping list")
    assert home.says("yes")["outcome"] == "not_a_command"
    assert set(tasks(home)) == {"Milk", "Eggs"}


def test_looking_at_what_words_would_do_asks_and_keeps_nothing(home: Home) -> None:
    shopping(home, "Milk", "Eggs")
    planned = home.says("clear my shopping list", dry_run=True)
    assert (planned["outcome"], planned["approval_id"]) == ("needs_approval", None)
    assert home.waiting() == []
    assert home.says("clear my shopping list")["reply"] == planned["reply"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("delete the milk", {"Eggs"}),
        ("delete milk and delete the eggs", set()),
        ("delete everything on the garden list", {"Milk", "Eggs"}),
    ],
)
def test_what_is_named_is_done_unasked(home: Home, text: str, left: set[str]) -> None:
    shopping(home, "Milk", "Eggs")
    assert home.says(text)["outcome"] != "needs_approval"
    assert set(tasks(home)) == left


def test_many_new_tasks_are_no_risk(home: Home) -> None:
    home.says("add milk, eggs, bread, butter and tea to my shopping list")
    assert len(tasks(home)) == 5


def test_one_that_is_all_there_is_is_finished_unasked_but_not_deleted(home: Home) -> None:
    shopping(home, "Milk")
    assert home.says("complete everything on the shopping list")["outcome"] == "done"
    shopping(home, "Eggs")
    assert home.says("clear my shopping list")["outcome"] == "needs_approval"


def test_what_is_done_by_hand_is_not_asked_about(home: Home) -> None:
    ids = shopping(home, "Milk", "Eggs")
    body = {"actions": [{"type": "delete_task", "task_id": each} for each in ids]}
    answer = home.client.post(COMMANDS, json=body, headers=home.alice).json()
    assert answer["outcome"] == "done"
    (project,) = home.client.get(PROJECTS, headers=home.alice).json()["items"]
    assert home.client.delete(f"{PROJECTS}/{project['id']}", headers=home.alice).is_success


def test_a_list_with_nothing_on_it_is_asked_about_too(home: Home) -> None:
    home.says("create a project called product launch")
    asked = home.says("delete the launch project")
    assert (
        asked["reply"] == 'Delete the list "Product launch"? It has no open tasks. Say yes or no.'
    )
    assert home.says("yes")["reply"] == "Deleted the project Product launch."
    assert lists(home) == set()


def test_a_list_is_gone_after_a_yes_and_its_tasks_stay(home: Home) -> None:
    shopping(home, "Milk")
    home.says("delete the shopping list")
    home.says("yes")
    assert lists(home) == set()
    assert tasks(home)["Milk"]["project"] is None


@pytest.mark.parametrize(
    ("field", "text", "question"),
    [
        ("tags", "delete the tag Errand", 'Delete the tag "Errand"? That takes it off two tasks.'),
        (
            "assignees",
            "remove Errand from my people",
            'Delete "Errand"? Then two tasks are nobody\'s.',
        ),
    ],
)
def test_what_tasks_hold_on_to_is_asked_about(
    home: Home, field: str, text: str, question: str
) -> None:
    for title in ("Milk", "Eggs"):
        body = {"title": title, field: ["Errand"]}
        home.client.post(TASKS, json=body, headers=home.alice)
    assert home.says(text)["reply"] == f"{question} Say yes or no."
    assert home.says("yes")["outcome"] == "done"
    assert all(task[field] == [] for task in tasks(home).values())


def test_a_tag_that_no_task_has_goes_unasked(home: Home) -> None:
    home.says("create a tag called errand")
    assert home.says("delete the tag errand")["outcome"] == "done"


def test_a_models_wish_is_still_held_to_more(home: Home) -> None:
    (milk,) = shopping(home, "Milk")
    asked = home.model({"type": "delete_task", "task_id": milk}, said="delete the milk")
    assert asked["outcome"] == "needs_approval"
    redo = home.client.post(
        COMMANDS,
        json={"actions": [{"type": "redo", "count": 2}], "decided_by": "model"},
        headers=home.agent,
    )
    assert redo.status_code == 422


@pytest.mark.parametrize("text", ["empty the trash", "delete everything in the trash for good"])
def test_for_good_is_done_by_hand_only(home: Home, text: str) -> None:
    (milk,) = shopping(home, "Milk")
    home.client.delete(f"{TASKS}/{milk}", headers=home.alice)
    answer = home.says(text)
    assert (answer["outcome"], "by hand" in answer["reply"]) == ("refused", True)
    assert len(home.client.get("/api/v1/trash", headers=home.alice).json()["items"]) == 1


def test_another_person_can_not_say_yes(home: Home, client: Client, bob: Headers) -> None:
    shopping(home, "Milk", "Eggs")
    approval_id = home.says("clear my shopping list")["approval_id"]
    assert home.decides(approval_id, "approve", bob).status_code == 404
    assert set(tasks(home)) == {"Milk", "Eggs"}
