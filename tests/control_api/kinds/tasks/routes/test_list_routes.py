"""What the list of tasks can be asked for, over HTTP."""

from collections.abc import Callable
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from tests.control_api.conftest import Headers

TASKS = "/api/v1/tasks"
Client = TestClient[Litestar]
Found = Callable[..., list[str]]


@pytest.fixture
def found(client: Client, alice: Headers) -> Found:
    """The titles that a list gives."""

    def titles(**params: str) -> list[str]:
        answer = client.get(TASKS, params=params, headers=alice)
        assert answer.status_code == 200, answer.text
        return [task["title"] for task in answer.json()["items"]]

    return titles


@pytest.fixture
def tasks(client: Client, alice: Headers) -> list[str]:
    """The ids of three tasks."""
    bodies = (
        {"title": "Milk", "tags": ["shop"], "priority": "low", "due": "2026-12-02"},
        {"title": "oats", "assignees": ["Sarah"], "priority": "high", "notes": "the rolled kind"},
        {"title": "Bread", "due": "2026-12-01", "order": 2},
    )
    ids = [client.post(TASKS, json=body, headers=alice).json()["id"] for body in bodies]
    part = {"title": "Flour", "parent_id": ids[2], "depends_on": [ids[0]], "order": 1}
    ids.append(client.post(TASKS, json=part, headers=alice).json()["id"])
    return ids


@pytest.mark.parametrize(
    ("sort", "titles"),
    [
        ("created_at", ["Milk", "oats", "Bread", "Flour"]),
        ("-created_at", ["Flour", "Bread", "oats", "Milk"]),
        ("title", ["Bread", "Flour", "Milk", "oats"]),
        ("-title", ["oats", "Milk", "Flour", "Bread"]),
        ("due", ["Bread", "Milk", "oats", "Flour"]),
        ("-due", ["Milk", "Bread", "Flour", "oats"]),
        ("-priority", ["oats", "Milk", "Flour", "Bread"]),
        ("order", ["Flour", "Bread", "Milk", "oats"]),
    ],
)
def test_a_list_comes_in_the_order_asked_for_page_by_page(
    client: Client, alice: Headers, tasks: list[str], sort: str, titles: list[str]
) -> None:
    seen: list[str] = []
    params = {"sort": sort, "limit": "1"}
    while len(seen) <= len(titles):
        page = client.get(TASKS, params=params, headers=alice).json()
        seen += [task["title"] for task in page["items"]]
        if page["next_cursor"] is None:
            break
        params["cursor"] = page["next_cursor"]
    assert seen == titles


def test_a_list_can_begin_with_what_was_completed_last(
    client: Client, alice: Headers, found: Found, tasks: list[str]
) -> None:
    for task_id in (tasks[2], tasks[0]):
        body = {"status": "completed"}
        assert client.patch(f"{TASKS}/{task_id}", json=body, headers=alice).status_code == 200
    client.patch(f"{TASKS}/{tasks[2]}", json={"title": "Rye bread"}, headers=alice)
    assert found(sort="-completed_at") == ["Milk", "Rye bread", "Flour", "oats"]
    assert found(sort="completed_at") == ["Rye bread", "Milk", "oats", "Flour"]
    assert found(sort="-completed_at", status="completed") == ["Milk", "Rye bread"]


def test_a_list_can_be_narrowed_by_what_tasks_have(found: Found, tasks: list[str]) -> None:
    assert found(tag="SHOP") == ["Milk"]
    assert found(assignee="sarah") == ["oats"]
    assert found(priority="high") == ["oats"]
    assert found(parent_id=tasks[2]) == ["Flour"]
    assert found(blocked="true") == ["Flour"]
    assert found(blocked="false", sort="title") == ["Bread", "Milk", "oats"]
    assert found(search="roll") == ["oats"]
    assert found(search="rea") == ["Bread"]
    assert found(filter="#shop | @Sarah", sort="title") == ["Milk", "oats"]
    assert found(filter="due by 2026-12-01", tag="shop") == []


def test_a_saved_filter_can_be_run(client: Client, alice: Headers, found: Found) -> None:
    client.post(TASKS, json={"title": "Milk", "tags": ["shop"]}, headers=alice)
    client.post(TASKS, json={"title": "Oats"}, headers=alice)
    made = run(client, alice, {"type": "create_filter", "name": "Shop", "query": "#shop"})
    assert found(filter_id=made["actions"][0]["filter_id"]) == ["Milk"]
    unknown = client.get(TASKS, params={"filter_id": "0" * 32}, headers=alice)
    assert unknown.status_code == 404


def test_a_filter_that_can_t_be_read_is_not_saved(client: Client, alice: Headers) -> None:
    refused = run(client, alice, {"type": "create_filter", "name": "Shop", "query": "shop"})
    assert refused["fields"]["query"].startswith("At character 1, “shop”")


def run(client: Client, headers: Headers, action: Headers) -> dict[str, Any]:
    answer = client.post("/api/v1/commands", json={"actions": [action]}, headers=headers)
    told: dict[str, Any] = answer.json()
    return told


def test_a_list_can_be_told_which_fields_to_give(
    client: Client, alice: Headers, tasks: list[str]
) -> None:
    params = {"fields": "title, due", "sort": "title", "limit": "1"}
    page = client.get(TASKS, params=params, headers=alice).json()
    assert page["items"] == [{"id": tasks[2], "title": "Bread", "due": "2026-12-01"}]
    assert page["fields"] == ["id", "title", "due"]
    assert page["next_cursor"]


def test_a_cursor_of_another_order_is_refused(
    client: Client, alice: Headers, tasks: list[str]
) -> None:
    params = {"sort": "title", "limit": "1"}
    cursor = client.get(TASKS, params=params, headers=alice).json()["next_cursor"]
    for sort in ("due", "-title", "priority"):
        answer = client.get(TASKS, params={"sort": sort, "cursor": cursor}, headers=alice)
        assert answer.status_code == 422
        assert list(answer.json()["fields"]) == ["cursor"]
