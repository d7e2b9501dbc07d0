"""A6: what is sent again, in any order, at once or after a restart, happens once."""

import random
import threading
import uuid
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from tests.control_api.conftest import Headers, Server
from tests.patience import PATIENCE_S

Client = TestClient[Litestar]
Request = tuple[str, str, dict[str, Any] | None]


def requests(task: str, other: str) -> list[Request]:
    """One write of each kind; `task` and `other` are ids of tasks that are there."""
    made = {"type": "create_task", "title": "By command"}
    return [
        ("POST", "/tasks", {"title": "Made", "project": "Home", "tags": ["new"]}),
        ("PATCH", f"/tasks/{task}", {"title": "Renamed", "status": "completed"}),
        ("DELETE", f"/tasks/{other}", None),
        ("POST", "/commands", {"text": "add buy milk"}),
        ("POST", "/commands", {"actions": [made, {"type": "create_tag", "name": "fresh"}]}),
    ]


def send(http: httpx.Client, request: Request, key: str) -> tuple[int, bytes, str | None]:
    method, path, body = request
    headers = {"Idempotency-Key": key}
    answer = http.request(method, path, json=body, headers=headers)
    return answer.status_code, answer.content, answer.headers.get("etag")


def events(http: httpx.Client) -> list[str]:
    """What has happened so far, read back as titles; every kind of write leaves its mark."""
    items = http.get("/tasks", params={"limit": 200}).json()["items"]
    return sorted(f"{item['title']} {item['status']}" for item in items)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_sent_again_in_any_order_and_at_once_happens_once(
    start_server: Callable[..., Server], seed: int
) -> None:
    server = start_server()
    chance = random.Random(seed)

    def connect() -> httpx.Client:
        return httpx.Client(
            base_url=server.api, headers=server.headers(), trust_env=False, timeout=PATIENCE_S
        )

    with connect() as http:
        task, other = (http.post("/tasks", json={"title": t}).json()["id"] for t in "ab")
        keyed = [(request, uuid.uuid4().hex) for request in requests(task, other)]
        sent = [pair for pair in keyed for _ in range(chance.randint(2, 5))]
        chance.shuffle(sent)
        answers: dict[str, set[Any]] = {key: set() for _, key in keyed}

        def send_some(part: list[tuple[Request, str]]) -> None:
            with connect() as mine:
                for request, key in part:
                    answers[key].add(send(mine, request, key))

        threads = [threading.Thread(target=send_some, args=[sent[n::4]]) for n in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(PATIENCE_S)
        before = events(http)
    server.kill()
    server.restart()
    with connect() as http:
        for request, key in sent:
            answers[key].add(send(http, request, key))
        assert all(len(found) == 1 for found in answers.values()), answers
        assert all(status in {200, 201, 204} for found in answers.values() for status, *_ in found)
        assert events(http) == before
    assert before == ["Buy milk todo", "By command todo", "Made todo", "Renamed completed"]


def test_two_people_may_choose_the_same_key(client: Client, alice: Headers, bob: Headers) -> None:
    for who in (alice, bob):
        answer = client.post(
            "/api/v1/tasks", json={"title": "Milk"}, headers=who | {"Idempotency-Key": "1"}
        )
        assert answer.status_code == 201
        items = client.get("/api/v1/tasks", headers=who).json()["items"]
        assert [item["id"] for item in items] == [answer.json()["id"]]


def test_the_person_and_their_assistant_share_their_keys(
    client: Client, alice: Headers, agent: Headers
) -> None:
    first, second = (
        client.post("/api/v1/tasks", json={"title": "Milk"}, headers=who | {"Idempotency-Key": "1"})
        for who in (agent, alice)
    )
    assert first.json() == second.json()


@pytest.mark.parametrize("key", ["", "x" * 201, "a\tb", "\xe9"])
def test_a_key_that_is_none_is_refused(client: Client, alice: Headers, key: str) -> None:
    headers = {**alice, "Idempotency-Key": key.encode("latin-1")}
    answer = client.post("/api/v1/tasks", json={"title": "Milk"}, headers=headers)  # type: ignore[arg-type] # bytes are what is sent
    assert answer.status_code == 422
    assert list(answer.json()["fields"]) == ["Idempotency-Key"]
