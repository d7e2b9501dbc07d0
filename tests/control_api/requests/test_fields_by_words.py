"""What else a task holds, said and said back, from the words to the store."""

from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from tests.control_api.conftest import Headers

NOW = "2026-11-21T10:00:00"
TASKS: list[dict[str, Any]] = [
    {"title": "Plan the party"},
    {"title": "Get the numbers"},
    {"title": "Dentist", "due": "2026-11-27T09:00:00", "time_zone": "Europe/Berlin"},
    {"title": "Milk", "project": "Shopping"},
    {"title": "Eggs", "project": "Shopping"},
    {"title": "Report", "due": "2026-11-26"},
]
Client = TestClient[Litestar]


@pytest.fixture
def person(client: Client, alice: Headers) -> Client:
    client.headers.update(alice)
    for task in TASKS:
        client.post("/api/v1/tasks", json=task).raise_for_status()
    return client


def say(client: Client, text: str) -> dict[str, Any]:
    request = {"text": text, "conversation": "talk", "now": NOW, "time_zone": "Europe/Berlin"}
    answer = client.post("/api/v1/commands", json=request)
    told: dict[str, Any] = answer.raise_for_status().json()
    return told


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("make the report high priority", "Report has high priority now."),
        ("the report is urgent", "Report has urgent priority now."),
        ("no priority for the report", "It was so already: report, Thursday."),
        ("tag the report with work", "Tagged report work. That tag is new."),
        ("the report is for Anna", "Report is for Anna. I added Anna to your people."),
        ("note on the report: ask Bob", "Noted on report: Ask Bob."),
        ("comment on the report: looks good", "Added the comment."),
        ("add balloons under the party", "Added Balloons, a part of plan the party."),
        ("make the numbers a part of the report", "Get the numbers is a part of report now."),
        ("the report waits for the numbers", "Report waits for get the numbers."),
        ("I'm working on the report", "Started report."),
        ("cancel the report", "Cancelled report."),
        ("snooze the report for ten minutes", "I'll bring up report again in ten minutes."),
        ("snooze the report until tomorrow", "I'll bring up report again tomorrow at 9 AM."),
        ("snooze it until a quarter past five", "I'll bring up report again today at 5:15 PM."),
        ("the report starts on Monday", "Report starts on Monday."),
        ("hide the report until tomorrow", "Report starts tomorrow."),
        ("the deadline of the report is Friday", "The deadline of report is Friday."),
        ("the report takes two hours", "Report takes two hours."),
        ("the report takes ninety minutes", "Report takes an hour and a half."),
        ("remind me of the dentist an hour before", "I'll remind you of Dentist an hour before."),
        (
            "remind me a day before the report",
            "I'll remind you of report on Wednesday at 9 AM.",
        ),
        (
            "set another reminder for the report on Wednesday at five",
            "I'll remind you of report on Wednesday at 5 PM.",
        ),
        ("move milk to the top", "Moved Milk up."),
        ("put eggs before milk", "Moved Eggs up."),
        (
            "add call the bank tomorrow with high priority tagged money",
            "Call the bank, tomorrow, high priority, tagged money. That tag is new.",
        ),
        (
            "add call the bank tomorrow assigned to Zoe",
            "Call the bank, tomorrow, for Zoe. I added Zoe to your people.",
        ),
    ],
)
def test_a_change_is_said_back(person: Client, text: str, reply: str) -> None:
    told = say(person, text)
    assert (told["outcome"], told["reply"]) == ("done", reply)


def test_a_change_is_undone_like_any_other(person: Client) -> None:
    say(person, "tag the report with work")
    say(person, "assign it to Anna")
    assert say(person, "undo that")["tasks"][0]["assignees"] == []
    assert say(person, "undo that")["tasks"][0]["tags"] == []


def test_what_is_noted_later_stands_below(person: Client) -> None:
    say(person, "note on the report: ask Bob")
    (task,) = say(person, "add a note to it that the numbers are missing")["tasks"]
    assert task["notes"] == "Ask Bob\n\nThe numbers are missing"


def test_what_would_wait_for_itself_is_refused_with_the_reason(person: Client) -> None:
    say(person, "the report waits for the numbers")
    told = say(person, "the numbers wait for the report")
    assert told["outcome"] == "refused"
    assert told["reply"] == "A task can't wait for itself, not even by way of others."


def test_a_new_name_is_known_from_then_on(person: Client) -> None:
    say(person, "assign the report to Zoë Becker")
    (task,) = say(person, "give milk to Zoe")["tasks"]
    assert task["assignees"] == ["Zoë Becker"]


@pytest.mark.parametrize("done", ["done with the report", "cancel the report"])
@pytest.mark.parametrize("again", ["reopen the report", "the report isn't done", "reopen it"])
def test_what_is_over_is_found_to_be_opened_again(person: Client, done: str, again: str) -> None:
    say(person, done)
    told = say(person, again)
    assert (told["outcome"], told["reply"]) == ("done", "Report is open again.")
    assert told["tasks"][0]["status"] == "todo"


def test_what_is_on_hold_is_to_do_again(person: Client) -> None:
    say(person, "start the report")
    told = say(person, "put it on hold")
    assert told["reply"] == "Report is on hold: it is to do again."
    assert told["tasks"][0]["status"] == "todo"


def test_who_cancels_deletes_nothing(person: Client) -> None:
    (task,) = say(person, "cancel the dentist")["tasks"]
    assert task["status"] == "cancelled"
    assert task["deleted_at"] is None


def test_a_task_beside_another_stands_where_it_was_put(person: Client) -> None:
    say(person, "put eggs before milk")
    listed = person.get("/api/v1/tasks", params={"project": "Shopping", "sort": "order"}).json()
    assert [task["title"] for task in listed["items"]] == ["Eggs", "Milk"]
    say(person, "move milk to the top")
    listed = person.get("/api/v1/tasks", params={"project": "Shopping", "sort": "order"}).json()
    assert [task["title"] for task in listed["items"]] == ["Milk", "Eggs"]
