"""What happens is sent, signed, in order and once; what fails is tried again, also after a stop."""

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import httpx
import msgspec
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from control_api.edges.webhooks import courier
from control_api.setup.settings import Settings
from tests.control_api.conftest import Headers, Server
from tests.control_api.edges.webhooks.conftest import Receiver, is_signed
from tests.patience import PATIENCE_S

Client = TestClient[Litestar]
HOOKS, TASKS = "/api/v1/webhooks", "/api/v1/tasks"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return msgspec.structs.replace(settings, private_networks=("127.0.0.0/8",))


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(courier.Courier.__init__, "__kwdefaults__", {"pauses_s": (0.05,)})


def make(client: Client, headers: Headers, url: str, *events: str) -> dict[str, Any]:
    answer = client.post(HOOKS, json={"url": url, "events": events}, headers=headers)
    assert answer.status_code == 201, answer.text
    body: dict[str, Any] = answer.json()
    return body


def create(client: Client, headers: Headers, title: str) -> str:
    task_id: str = client.post(TASKS, json={"title": title}, headers=headers).json()["id"]
    return task_id


def until(true: Callable[[], bool]) -> None:
    give_up = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < give_up
        time.sleep(0.02)


def test_what_happens_is_sent_signed_and_in_order(
    client: Client, alice: Headers, receiver: Receiver
) -> None:
    create(client, alice, "before")
    hook = make(client, alice, receiver.url)
    began = time.time()
    task_id = create(client, alice, "Milk")
    client.patch(f"{TASKS}/{task_id}", json={"title": "Oats"}, headers=alice)
    client.delete(f"{TASKS}/{task_id}", headers=alice)
    messages = receiver.wait(3)
    assert [m["type"] for m in messages] == ["task.created", "task.updated", "task.deleted"]
    assert messages[1]["data"]["before"]["title"] == "Milk"
    assert messages[1]["timestamp"] == messages[1]["data"]["at"]
    for _, headers, body in receiver.seen:
        assert is_signed(hook["secret"], headers, body)
        assert headers["content-type"] == "application/json"
        assert began - 1 <= int(headers["webhook-timestamp"]) <= time.time()
    assert len({headers["webhook-id"] for _, headers, _ in receiver.seen}) == 3


def test_only_the_events_that_were_asked_for_are_sent(
    client: Client, alice: Headers, receiver: Receiver
) -> None:
    make(client, alice, receiver.url, "task.deleted")
    client.delete(f"{TASKS}/{create(client, alice, 'Milk')}", headers=alice)
    assert [m["type"] for m in receiver.wait(1, status=None)] == ["task.deleted"]


def test_what_fails_is_tried_again_with_the_same_id_and_nothing_is_left_out(
    client: Client, alice: Headers, receiver: Receiver
) -> None:
    receiver.answers = [500, 302, 429]
    hook = make(client, alice, receiver.url)
    for title in ("first", "second"):
        create(client, alice, title)
    messages = receiver.wait(2)
    assert [m["data"]["after"]["title"] for m in messages] == ["first", "second"]
    ids = [headers["webhook-id"] for _, headers, _ in receiver.seen]
    assert ids[:4] == [ids[0]] * 4
    until(lambda: len(deliveries(client, alice, hook)) == 5)
    assert [each["status"] for each in deliveries(client, alice, hook)] == [204, 204, 429, 302, 500]
    kept = client.get(HOOKS, headers=alice).json()["items"]
    assert (kept[0]["failures"], kept[0]["failing_since"]) == (0, None)
    assert "secret" not in kept[0]


def deliveries(client: Client, headers: Headers, hook: dict[str, Any]) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = client.get(
        f"{HOOKS}/{hook['id']}/deliveries", headers=headers
    ).json()["items"]
    return items


def test_a_receiver_that_is_gone_turns_it_off_and_its_owner_on_again(
    client: Client, alice: Headers, receiver: Receiver
) -> None:
    receiver.answers = [410]
    hook = make(client, alice, receiver.url)
    create(client, alice, "Milk")
    receiver.wait(1, status=410)
    until(lambda: not client.get(HOOKS, headers=alice).json()["items"][0]["active"])
    create(client, alice, "Tea")
    client.patch(f"{HOOKS}/{hook['id']}", json={"active": True}, headers=alice)
    assert [m["data"]["after"]["title"] for m in receiver.wait(2)] == ["Milk", "Tea"]


def test_after_days_of_failing_it_is_turned_off(
    client: Client, alice: Headers, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(courier, "GIVE_UP_AFTER", timedelta(0))
    receiver.answers = [500]
    make(client, alice, receiver.url)
    create(client, alice, "Milk")
    until(lambda: not client.get(HOOKS, headers=alice).json()["items"][0]["active"])
    assert len(receiver.seen) == 1


def test_what_is_deleted_or_turned_off_sends_nothing_more(
    client: Client, alice: Headers, receivers: Callable[[], Receiver]
) -> None:
    off, gone, witness = receivers(), receivers(), receivers()
    hooks = [make(client, alice, each.url) for each in (off, gone, witness)]
    client.patch(f"{HOOKS}/{hooks[0]['id']}", json={"active": False}, headers=alice)
    client.delete(f"{HOOKS}/{hooks[1]['id']}", headers=alice)
    create(client, alice, "Milk")
    witness.wait(1)
    assert not off.seen
    assert not gone.seen


def test_nothing_is_lost_when_saydo_stops_in_between(
    start_server: Callable[..., Server], receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYDO_PRIVATE_NETWORKS", "127.0.0.1")
    server = start_server()
    with httpx.Client(
        base_url=server.api, headers=server.headers(), trust_env=False, timeout=PATIENCE_S
    ) as http:
        made = http.post("/webhooks", json={"url": receiver.url})
        assert made.status_code == 201, made.text
        receiver.answers = [500]
        http.post("/tasks", json={"title": "first"})
        receiver.wait(1, status=500)
        http.post("/tasks", json={"title": "second"})
    server.kill()
    server.restart()
    messages = receiver.wait(2)
    assert [m["data"]["after"]["title"] for m in messages] == ["first", "second"]
    secret = made.json()["secret"]
    assert all(is_signed(secret, headers, body) for _, headers, body in receiver.seen)
