"""Deciding over HTTP, for the page and for programs."""

import threading
from typing import Any

from tests.control_api.requests.conftest import Home, delete


def test_what_waits_is_listed_with_exactly_what_a_yes_would_run(home: Home) -> None:
    (rent,) = home.add("Pay rent")
    approval_id = home.model(delete(rent))["approval_id"]
    (waits,) = home.waiting()
    assert waits["id"] == approval_id
    assert waits["actions"] == [delete(rent)]
    assert waits["question"] == 'Delete "Pay rent"? Say yes or no.'
    assert waits["steps"] == ['Delete "Pay rent"']
    assert waits["expires_at"] > waits["at"]


def test_of_a_long_plan_all_actions_are_listed_and_the_first_hundred_in_words(home: Home) -> None:
    titles = [f"Page {number}" for number in range(101)]
    home.model(*({"type": "create_task", "title": title} for title in titles))
    (waits,) = home.waiting()
    assert len(waits["actions"]) == 101
    assert waits["steps"] == [f'Add "{title}"' for title in titles[:100]]


def test_a_yes_runs_it_once_however_often_it_is_sent(home: Home) -> None:
    (rent,) = home.add("Pay rent")
    approval_id = home.model(delete(rent))["approval_id"]
    answers: list[Any] = []
    threads = [
        threading.Thread(target=lambda: answers.append(home.decides(approval_id, "approve")))
        for _ in range(5)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # Who came while it was being decided is told so; everyone after that gets the answer.
    assert {answer.status_code for answer in answers} <= {200, 409}
    again = home.decides(approval_id, "approve").json()
    assert again["outcome"] == "done"
    done = [each for each in commands(home) if each["outcome"] == "done" and each["can_undo"]]
    assert [each["id"] for each in done].count(again["command_id"]) == 1
    assert len(done) == 2  # the task was added, and deleted
    assert home.decides(approval_id, "refuse").status_code == 409


def test_a_no_over_http_lets_it_go(home: Home) -> None:
    (rent,) = home.add("Pay rent")
    approval_id = home.model(delete(rent))["approval_id"]
    assert home.decides(approval_id, "refuse").json()["outcome"] == "refused"
    assert home.decides(approval_id, "approve").status_code == 409
    assert home.titles() == {"Pay rent"}


def test_the_assistant_may_refuse_but_never_say_yes_by_itself(home: Home) -> None:
    (rent,) = home.add("Pay rent")
    approval_id = home.model(delete(rent))["approval_id"]
    assert home.decides(approval_id, "approve", home.agent).status_code == 403
    assert home.titles() == {"Pay rent"}
    assert home.decides(approval_id, "refuse", home.agent).status_code == 200
    assert home.waiting() == []


def test_a_plan_that_can_no_longer_be_carried_out_is_refused_in_words(home: Home) -> None:
    (rent,) = home.add("Pay rent")
    approval_id = home.model(delete(rent))["approval_id"]
    home.client.delete(f"/api/v1/tasks/{rent}", headers=home.alice)
    answer = home.decides(approval_id, "approve").json()
    assert (answer["outcome"], answer["reply"] != "") == ("refused", True)


def commands(home: Home) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = home.client.get("/api/v1/commands", headers=home.alice).json()[
        "items"
    ]
    return items
