"""Commands over HTTP, in words: the words' own tests are elsewhere."""

import threading
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from shared.outcomes import Outcome
from tests.control_api.conftest import Headers

Client = TestClient[Litestar]
COMMANDS = "/api/v1/commands"
TASKS = "/api/v1/tasks"
NOW = {"now": "2026-11-21T10:00", "time_zone": "Europe/Berlin"}


def say(client: Client, headers: Headers, text: str, **more: Any) -> dict[str, Any]:
    answer = client.post(COMMANDS, json={"text": text} | NOW | more, headers=headers)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    assert set(body) == set(Outcome.__struct_fields__)
    return body


def titles(client: Client, headers: Headers) -> list[str]:
    return [task["title"] for task in client.get(TASKS, headers=headers).json()["items"]]


def test_the_main_job_in_words(client: Client, alice: Headers) -> None:
    made = say(client, alice, "Remind me to call Sarah tomorrow at three")
    assert made["outcome"] == "done"
    assert made["actions"][0]["type"] == "create_task"
    assert made["tasks"][0]["due"] == "2026-11-22T15:00:00"
    assert made["confidence"] > 0.5
    assert "Sarah" in made["reply"]
    moved = say(client, alice, "Actually make it Friday")
    assert moved["tasks"][0]["due"].startswith("2026-11-27")
    listed = say(client, alice, "What's on for Friday?")
    assert [task["title"] for task in listed["tasks"]] == ["Call Sarah"]
    done = say(client, alice, "Done with calling Sarah")
    assert done["tasks"][0]["status"] == "completed"
    undone = say(client, alice, "Undo that")
    assert undone["tasks"][0]["status"] == "todo"
    assert undone["outcome"] == "done"


def test_a_dry_run_says_what_the_real_run_says_and_changes_nothing(
    client: Client, alice: Headers
) -> None:
    text = "Add buy milk to groceries"
    planned = say(client, alice, text, dry_run=True)
    assert (planned["outcome"], planned["command_id"]) == ("planned", None)
    assert titles(client, alice) == []
    done = say(client, alice, text)
    assert (done["outcome"], done["reply"]) == ("done", planned["reply"])
    assert len(titles(client, alice)) == 1


def test_words_that_are_no_command_change_nothing(client: Client, alice: Headers) -> None:
    answer = say(client, alice, "What is the meaning of life?")
    assert answer["outcome"] == "not_a_command"
    assert answer["actions"] == []


@pytest.mark.parametrize("dry_run", [True, False])
@pytest.mark.parametrize(
    ("text", "complete"),
    [
        ("Remind me to call Sarah", True),
        ("Remind me to call Sarah at", False),
        ("How are you", True),
    ],
)
def test_an_answer_tells_whether_the_words_were_cut_off(
    text: str, complete: bool, dry_run: bool, client: Client, alice: Headers
) -> None:
    assert say(client, alice, text, dry_run=dry_run)["complete"] is complete


@pytest.mark.parametrize(
    ("text", "dangling", "alternatives"),
    [
        ("What's on for", True, []),
        ("Remind me to", True, []),
        ("What's on?", False, []),
        ("I had a cappuccino and", True, []),
        ("And do it at once.", False, ["Undo it at once.", "Add do it at once."]),
        ("And undo that.", False, []),
    ],
)
def test_an_answer_tells_what_the_ears_want_to_know(
    text: str, dangling: bool, alternatives: list[str], client: Client, alice: Headers
) -> None:
    answer = say(client, alice, text, dry_run=True)
    assert (answer["dangling"], answer["alternatives"]) == (dangling, alternatives)


def test_actions_are_never_cut_off(client: Client, alice: Headers) -> None:
    body = {"actions": [{"type": "create_task", "title": "Look at"}]}
    assert client.post(COMMANDS, json=body, headers=alice).json()["complete"] is True


def test_it_is_another_task_in_another_room(client: Client, alice: Headers) -> None:
    say(client, alice, "Add buy milk", conversation="kitchen")
    say(client, alice, "Add write report", conversation="office")
    done = say(client, alice, "Complete it", conversation="kitchen")
    assert [task["title"].lower() for task in done["tasks"]] == ["buy milk"]


def test_the_agents_room_is_its_conversation(
    client: Client, alice: Headers, agent: Headers
) -> None:
    say(client, agent, "Add buy milk")
    say(client, alice, "Add write report", conversation="office")
    assert say(client, agent, "Complete it")["tasks"][0]["title"].lower() == "buy milk"


def test_a_command_that_is_sent_again_is_answered_again_and_not_run(
    client: Client, alice: Headers
) -> None:
    headers = alice | {"Idempotency-Key": "call-1"}
    answers: list[dict[str, Any]] = []
    threads = [
        threading.Thread(target=lambda: answers.append(say(client, headers, "Add buy milk")))
        for _ in range(5)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [answers[0]] * 5
    assert len(titles(client, alice)) == 1
    other = client.post(COMMANDS, json={"text": "Add tea"} | NOW, headers=headers)
    assert other.status_code == 422
    assert "Idempotency-Key" in other.json()["fields"]


def test_a_dry_run_does_not_use_a_key_up(client: Client, alice: Headers) -> None:
    headers = alice | {"Idempotency-Key": "call-1"}
    assert say(client, headers, "Add buy milk", dry_run=True)["outcome"] == "planned"
    assert say(client, headers, "Add buy milk")["outcome"] == "done"


def test_actions_that_cannot_be_done_are_refused_in_words(client: Client, alice: Headers) -> None:
    actions = [
        {"type": "create_task", "title": "Milk"},
        {"type": "complete_task", "task_id": "00000000-0000-4000-8000-000000000000"},
    ]
    answer = client.post(COMMANDS, json={"actions": actions}, headers=alice).json()
    assert answer["outcome"] == "refused"
    assert answer["reply"].endswith(".")
    assert titles(client, alice) == []


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Asia/Tokyo"])
def test_tomorrow_is_tomorrow_where_the_person_is(
    client: Client, alice: Headers, zone: str
) -> None:
    client.patch("/api/v1/me", json={"time_zone": zone}, headers=alice)
    body = {"text": "Add buy milk tomorrow", "now": "2026-11-21T12:00:00+00:00"}
    made = client.post(COMMANDS, json=body, headers=alice).json()
    assert made["tasks"][0]["due"].startswith("2026-11-22")
    body = {"text": "Add buy bread tomorrow", "now": "2026-11-21T20:00:00+00:00"}
    made = client.post(COMMANDS, json=body, headers=alice).json()
    expected = {"America/Los_Angeles": "2026-11-22", "Asia/Tokyo": "2026-11-23"}
    assert made["tasks"][0]["due"].startswith(expected[zone])
