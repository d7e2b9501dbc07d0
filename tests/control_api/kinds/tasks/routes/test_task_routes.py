import threading
import uuid

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from tests.control_api.conftest import Headers

TASKS = "/api/v1/tasks"
Client = TestClient[Litestar]


def test_a_task_is_created_read_changed_and_deleted(client: Client, alice: Headers) -> None:
    body = {"title": " Call Sarah ", "due": "2026-11-24T15:00", "time_zone": "Europe/Berlin"}
    created = client.post(TASKS, json=body, headers=alice)
    assert created.status_code == 201
    task = created.json()
    assert (task["title"], task["due"]) == ("Call Sarah", "2026-11-24T15:00:00")
    address = created.headers["location"]
    assert client.get(address, headers=alice).json() == task
    changed = client.patch(
        address, json={"title": "Call Sara", "due": None, "status": "completed"}, headers=alice
    ).json()
    assert (changed["title"], changed["due"], changed["status"]) == ("Call Sara", None, "completed")
    assert changed["completed_at"]
    assert client.patch(address, json={}, headers=alice).json() == changed
    reopened = client.patch(address, json={"status": "todo"}, headers=alice).json()
    assert reopened["completed_at"] is None
    assert client.delete(address, headers=alice).status_code == 204
    assert client.get(address, headers=alice).status_code == 404
    assert client.delete(address, headers=alice).status_code == 404
    assert client.patch(address, json={"title": "x"}, headers=alice).status_code == 404
    assert client.get(TASKS, headers=alice).json() == {"items": [], "next_cursor": None}


def test_pages_follow_each_other_to_the_end(client: Client, alice: Headers) -> None:
    for number in range(5):
        client.post(TASKS, json={"title": f"Task {number}"}, headers=alice)
    first = client.get(TASKS, params={"limit": 2}, headers=alice).json()
    second = client.get(
        TASKS, params={"limit": 2, "cursor": first["next_cursor"]}, headers=alice
    ).json()
    third = client.get(
        TASKS, params={"limit": 2, "cursor": second["next_cursor"]}, headers=alice
    ).json()
    found = [task["title"] for page in (first, second, third) for task in page["items"]]
    assert found == ["Task 4", "Task 3", "Task 2", "Task 1", "Task 0"]
    assert third["next_cursor"] is None


def test_lists_take_filters(client: Client, alice: Headers) -> None:
    for body in (
        {"title": "Milk", "project": "Home", "due": "2026-12-01"},
        {"title": "Report", "project": "Work", "due": "2026-12-02"},
    ):
        client.post(TASKS, json=body, headers=alice)

    def found(**params: str) -> list[str]:
        answer = client.get(TASKS, params=params, headers=alice)
        return [task["title"] for task in answer.json()["items"]]

    assert found(search="MIL") == ["Milk"]
    assert found(project="work") == ["Report"]
    assert found(status="completed") == []
    assert found(due_from="2026-12-02") == ["Report"]
    assert found(due_to="2026-12-01") == ["Milk"]


@pytest.mark.parametrize(
    ("params", "field"),
    [
        ({"limit": "0"}, "limit"),
        ({"limit": "201"}, "limit"),
        ({"limit": "many"}, "limit"),
        ({"cursor": "xyz"}, "cursor"),
        ({"status": "lost"}, "status"),
        ({"due_from": "2026-02-30"}, "due_from"),
        ({"due_to": "tomorrow"}, "due_to"),
        ({"search": "x" * 501}, "search"),
        ({"sort": "due,title"}, "sort"),
        ({"fields": "title,length"}, "fields"),
        ({"filter": "today & overdu"}, "filter"),
        ({"parent_id": "1"}, "parent_id"),
    ],
)
def test_bad_queries_are_refused_by_field(
    client: Client, alice: Headers, params: Headers, field: str
) -> None:
    answer = client.get(TASKS, params=params, headers=alice)
    assert answer.status_code == 422
    assert list(answer.json()["fields"]) == [field]


def test_one_persons_tasks_are_nothing_to_another(
    client: Client, alice: Headers, bob: Headers
) -> None:
    task = client.post(TASKS, json={"title": "Alice's"}, headers=alice).json()
    address = f"{TASKS}/{task['id']}"
    missing = client.get(f"{TASKS}/{uuid.uuid4()}", headers=bob).json()
    assert client.get(address, headers=bob).json() == missing
    assert client.delete(address, headers=bob).status_code == 404
    assert client.patch(address, json={"title": "Bob's"}, headers=bob).status_code == 404
    assert client.get(TASKS, headers=bob).json()["items"] == []
    assert client.get(address, headers=alice).json() == task


def test_a_request_that_is_sent_again_is_done_once(client: Client, alice: Headers) -> None:
    key = alice | {"Idempotency-Key": "k1"}
    answers = []

    def send() -> None:
        answers.append(client.post(TASKS, json={"title": "Milk"}, headers=key))

    threads = [threading.Thread(target=send) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [answer.status_code for answer in answers] == [201] * 5
    assert len({answer.text for answer in answers}) == 1
    assert len(client.get(TASKS, headers=alice).json()["items"]) == 1
    other = client.post(TASKS, json={"title": "Tea"}, headers=key)
    assert other.status_code == 422
    assert "Idempotency-Key" in other.json()["fields"]


def test_a_key_that_is_no_key_is_refused(client: Client, alice: Headers) -> None:
    key = alice | {"Idempotency-Key": "x" * 201}
    assert client.post(TASKS, json={"title": "Milk"}, headers=key).status_code == 422


def test_the_vocabulary_is_the_persons_own_words(
    client: Client, alice: Headers, agent: Headers
) -> None:
    client.post("/api/v1/projects", json={"name": "Movies"}, headers=alice)
    client.post(TASKS, json={"title": "Milk", "project": "Home"}, headers=alice)
    client.post("/api/v1/people", json={"name": "Anna"}, headers=alice)
    answer = client.get("/api/v1/vocabulary", headers=agent)
    assert answer.json() == {
        "projects": ["Home", "Movies"],
        "titles": ["Milk"],
        "people": ["Anna"],
    }
