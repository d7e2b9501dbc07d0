"""Reminders over HTTP: lists, receipts, settings, and the events that tell of them."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from tests.control_api.conftest import Headers, Server
from tests.patience import PATIENCE_S

Client = TestClient[Litestar]
StartServer = Callable[..., Server]


def in_utc(**later: float) -> dict[str, str]:
    at = datetime.now(UTC) + timedelta(**later)
    return {"at": at.strftime("%Y-%m-%dT%H:%M:%S"), "time_zone": "UTC"}


def create(client: Client, headers: Headers, title: str, **more: Any) -> str:
    answer = client.post("/api/v1/tasks", json={"title": title, **more}, headers=headers)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def listed(client: Client, headers: Headers, **params: Any) -> list[dict[str, Any]]:
    answer = client.get("/api/v1/reminders", params=params, headers=headers)
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


def until(client: Client, headers: Headers, count: int, **params: Any) -> list[dict[str, Any]]:
    give_up = time.monotonic() + PATIENCE_S
    while len(found := listed(client, headers, **params)) != count:
        assert time.monotonic() < give_up, found
        time.sleep(0.02)
    return found


def test_reminders_to_come_are_listed_the_next_one_first(client: Client, alice: Headers) -> None:
    create(client, alice, "Second", reminders=[in_utc(hours=2)])
    create(client, alice, "First", reminders=[in_utc(hours=1)])
    create(client, alice, "None")
    planned = until(client, alice, 2, state="planned")
    assert [each["title"] for each in planned] == ["First", "Second"]
    answer = client.get("/api/v1/reminders?state=planned&limit=1", headers=alice).json()
    assert [each["title"] for each in answer["items"]] == ["First"]
    params = {"state": "planned", "cursor": answer["next_cursor"]}
    assert [each["title"] for each in listed(client, alice, **params)] == ["Second"]
    assert listed(client, alice, state=["due", "heard"]) == []
    assert [each["title"] for each in listed(client, alice)] == ["Second", "First"]


def test_those_of_one_task_are_listed_alone(client: Client, alice: Headers) -> None:
    sarah = create(client, alice, "Call Sarah", reminders=[in_utc(hours=1), in_utc(hours=2)])
    create(client, alice, "Call Bob", reminders=[in_utc(hours=1)])
    until(client, alice, 3)
    assert [each["task_id"] for each in listed(client, alice, task_id=sarah)] == [sarah, sarah]
    assert len(listed(client, alice, task_id=sarah, limit=1)) == 1
    assert listed(client, alice, task_id=str(uuid4())) == []
    assert client.get("/api/v1/reminders?task_id=1", headers=alice).status_code in {400, 422}


def test_a_reminder_that_is_out_can_be_heard_once_and_for_all(
    client: Client, alice: Headers, agent: Headers
) -> None:
    create(client, alice, "Call Sarah", reminders=[in_utc(seconds=0)])
    (due,) = until(client, agent, 1, state="due")
    heard = client.post(f"/api/v1/reminders/{due['id']}/heard", headers=agent)
    assert heard.status_code == 200
    again = client.post(f"/api/v1/reminders/{due['id']}/heard", headers=alice)
    assert (again.json()["state"], again.json()["heard_by"]) == ("heard", "voice")
    assert [each["way"] for each in heard.json()["deliveries"]] == ["voice"]


def test_what_has_not_gone_out_nobody_can_have_heard(client: Client, alice: Headers) -> None:
    create(client, alice, "Call Sarah", reminders=[in_utc(hours=1)])
    (planned,) = until(client, alice, 1)
    answer = client.post(f"/api/v1/reminders/{planned['id']}/heard", headers=alice)
    assert answer.status_code == 409


def test_nobody_knows_of_another_persons_reminders(
    client: Client, alice: Headers, bob: Headers
) -> None:
    create(client, alice, "Call Sarah", reminders=[in_utc(seconds=0)])
    (due,) = until(client, alice, 1, state="due")
    assert listed(client, bob) == []
    assert client.post(f"/api/v1/reminders/{due['id']}/heard", headers=bob).status_code == 404
    assert client.get("/api/v1/reminders").status_code == 401


def test_a_cursor_that_no_list_gave_is_refused(client: Client, alice: Headers) -> None:
    answer = client.get("/api/v1/reminders", params={"cursor": "x"}, headers=alice)
    assert answer.status_code == 422


def test_another_time_zone_moves_what_floats_with_the_person(
    client: Client, alice: Headers
) -> None:
    day = (datetime.now(UTC) + timedelta(days=2)).date().isoformat()
    create(client, alice, "Breakfast", due=f"{day}T08:00:00")
    (before,) = until(client, alice, 1)
    client.patch("/api/v1/me", json={"time_zone": "Asia/Kathmandu"}, headers=alice)
    give_up = time.monotonic() + PATIENCE_S
    while listed(client, alice)[0]["at"] == before["at"]:
        assert time.monotonic() < give_up
        time.sleep(0.02)
    assert listed(client, alice)[0]["at"] == f"{day}T02:15:00Z"


def test_secrets_in_addresses_are_hidden_and_kept(client: Client, alice: Headers) -> None:
    path = "/api/v1/me/notifications"
    wanted = {"push": ["json://alice:open-sesame@example.org:9/"], "spoken": False}
    answer = client.put(path, json=wanted, headers=alice)
    assert answer.status_code == 200, answer.text
    assert "open-sesame" not in answer.text
    shown = client.get(path, headers=alice).json()
    assert shown == answer.json()
    assert shown["remind_at_due"] is True
    again = client.put(path, json=shown, headers=alice)
    assert again.json() == shown


@pytest.mark.parametrize("address", ["hello", "", "nosuch://x", "json://\n127.0.0.1"])
def test_what_is_no_address_is_refused(client: Client, alice: Headers, address: str) -> None:
    path = "/api/v1/me/notifications"
    answer = client.put(path, json={"push": [address]}, headers=alice)
    assert answer.status_code == 422


def test_a_conversation_can_t_change_who_is_told(client: Client, agent: Headers) -> None:
    path = "/api/v1/me/notifications"
    assert client.put(path, json={"push": []}, headers=agent).status_code == 403
    assert client.get(path, headers=agent).status_code == 403


@contextmanager
def reminders_on(server: Server, headers: Headers) -> Iterator[Iterator[dict[str, Any]]]:
    """The reminders on a live stream."""
    with httpx.stream(
        "GET", f"{server.api}/events", headers=headers, timeout=PATIENCE_S, trust_env=False
    ) as answer:
        lines = answer.iter_lines()
        assert next(lines) == ": live"
        told = (json.loads(line[6:]) for line in lines if line.startswith("data: {"))
        yield (each["reminder"] for each in told if each["kind"] == "reminder")


def test_open_pages_are_told_and_the_receipt_says_so(start_server: StartServer) -> None:
    server = start_server()
    headers = server.headers()
    with httpx.Client(
        base_url=server.api, headers=headers, trust_env=False, timeout=PATIENCE_S
    ) as client:
        client.post("/tasks", json={"title": "Before", "reminders": [in_utc(seconds=0)]})
        give_up = time.monotonic() + PATIENCE_S
        while not client.get("/reminders", params={"state": "due"}).json()["items"]:
            assert time.monotonic() < give_up
            time.sleep(0.02)
        with reminders_on(server, headers) as reminders:
            first = next(reminders)
            assert (first["title"], first["state"]) == ("Before", "due")
            assert next(reminders)["deliveries"][0]["way"] == "page"
            client.post("/tasks", json={"title": "During", "reminders": [in_utc(seconds=0)]})
            second = next(reminders)
            assert second["text"] == "Reminder: During."
            client.post(f"/reminders/{second['id']}/heard").raise_for_status()
            while (told := next(reminders))["state"] != "heard":
                assert told["state"] == "delivered"
            assert (told["title"], told["heard_by"]) == ("During", "page")


def test_a_reminder_survives_a_kill_and_goes_out_after_the_start(
    start_server: StartServer,
) -> None:
    server = start_server()
    headers = server.headers()
    with httpx.Client(
        base_url=server.api, headers=headers, trust_env=False, timeout=PATIENCE_S
    ) as client:
        client.post("/tasks", json={"title": "Call Sarah", "reminders": [in_utc(seconds=1)]})
        server.kill()
        time.sleep(1)
        server.restart()
        give_up = time.monotonic() + PATIENCE_S
        while not (found := client.get("/reminders", params={"state": "due"}).json()["items"]):
            assert time.monotonic() < give_up
            time.sleep(0.02)
    assert [each["title"] for each in found] == ["Call Sarah"]


def test_which_reminders_reach_nobody_is_said(client: Client, alice: Headers) -> None:
    path = "/api/v1/reminders/silent"
    assert client.get(path, headers=alice).json() == {"items": [], "next_cursor": None}
    create(client, alice, "Call Sarah", reminders=[in_utc(hours=1)])
    until(client, alice, 1, state="planned")
    (said,) = client.get(path, headers=alice).json()["items"]
    assert said.startswith("The next reminder reaches you only with the page open")
