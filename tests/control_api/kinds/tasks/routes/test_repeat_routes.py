"""The times of a repeating task over HTTP, and a server that keeps them by itself."""

import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import httpx
from litestar import Litestar
from litestar.testing import TestClient

from tests.control_api.conftest import Headers, Server
from tests.patience import PATIENCE_S

Client = TestClient[Litestar]
StartServer = Callable[..., Server]
TODAY = date.today()  # noqa: DTZ011 (any day near today will do)


def make(client: Client, who: Headers, **fields: Any) -> dict[str, Any]:
    body = {"title": "Plants", "due": "2126-11-23", "repeat": {"rule": "FREQ=DAILY"}} | fields
    made = client.post("/api/v1/tasks", headers=who, json=body)
    assert made.status_code == 201, made.text
    task: dict[str, Any] = made.json()
    return task


def test_it_tells_what_became_of_each_time_and_which_come_next(
    client: Client, alice: Headers
) -> None:
    task = make(client, alice)
    address = f"/api/v1/tasks/{task['id']}"
    done = {"status": "completed"}
    ticked = [client.patch(address, headers=alice, json=done).json() for _ in range(3)][-1]
    assert (ticked["status"], ticked["due"]) == ("todo", "2126-11-26")
    page = client.get(f"{address}/occurrences", headers=alice, params={"limit": 2}).json()
    assert [(each["due"], each["state"]) for each in page["items"]] == [
        ("2126-11-25", "done"),
        ("2126-11-24", "done"),
    ]
    assert page["upcoming"] == [f"2126-11-{day}" for day in range(26, 31)]
    rest = client.get(
        f"{address}/occurrences", headers=alice, params={"cursor": page["next_cursor"]}
    ).json()
    assert [each["due"] for each in rest["items"]] == ["2126-11-23"]
    assert rest["next_cursor"] is None


def test_a_task_that_does_not_repeat_has_no_times(client: Client, alice: Headers) -> None:
    task = make(client, alice, repeat=None)
    page = client.get(f"/api/v1/tasks/{task['id']}/occurrences", headers=alice).json()
    assert page == {"items": [], "next_cursor": None, "upcoming": [], "time_zone": None}


def test_another_persons_times_are_not_to_be_found(
    client: Client, alice: Headers, bob: Headers
) -> None:
    task = make(client, alice)
    answer = client.get(f"/api/v1/tasks/{task['id']}/occurrences", headers=bob)
    assert answer.status_code == 404


def test_a_made_up_cursor_is_refused(client: Client, alice: Headers) -> None:
    task = make(client, alice)
    for cursor in ("x", "eA", "%"):
        answer = client.get(
            f"/api/v1/tasks/{task['id']}/occurrences", headers=alice, params={"cursor": cursor}
        )
        assert answer.status_code == 422


def test_a_bad_rule_is_answered_with_what_to_do(client: Client, alice: Headers) -> None:
    body = {"title": "Plants", "due": "2126-11-23", "repeat": {"rule": "FREQ=HOURLY"}}
    answer = client.post("/api/v1/tasks", headers=alice, json=body)
    assert answer.status_code == 422
    assert "daily at most" in answer.json()["fields"]["repeat"]


def test_the_history_shows_what_was_done(client: Client, alice: Headers) -> None:
    task = make(client, alice)
    action = {"type": "skip_occurrence", "task_id": task["id"]}
    answer = client.post("/api/v1/commands", headers=alice, json={"actions": [action]}).json()
    assert answer["outcome"] == "done"
    assert len(answer["upcoming"][task["id"]]) == 5


def test_missed_times_are_kept_by_a_server_that_was_off(start_server: StartServer) -> None:
    server = start_server()
    with httpx.Client(
        base_url=server.api, headers=server.headers(), trust_env=False, timeout=PATIENCE_S
    ) as http:
        body = {"title": "Plants", "due": str(TODAY - timedelta(days=10))}
        task = http.post("/tasks", json=body | {"repeat": {"rule": "FREQ=DAILY"}}).json()
        server.stop()
    server = start_server(server.data)
    with httpx.Client(
        base_url=server.api, headers=server.headers(), trust_env=False, timeout=PATIENCE_S
    ) as http:
        give_up = time.monotonic() + PATIENCE_S
        page: dict[str, Any] = {"items": []}
        while not page["items"] and time.monotonic() < give_up:
            page = http.get(f"/tasks/{task['id']}/occurrences").json()
        assert len(page["items"]) >= 9
        assert {each["state"] for each in page["items"]} == {"missed"}
        before = page["items"]
        server.kill()
    server = start_server(server.data)
    with httpx.Client(
        base_url=server.api, headers=server.headers(), trust_env=False, timeout=PATIENCE_S
    ) as http:
        assert http.get(f"/tasks/{task['id']}/occurrences").json()["items"] == before
