"""ETags: a read that nothing has changed costs nothing, and no change undoes another unseen."""

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
TASKS = "/api/v1/tasks"
WRITERS, TURNS = 8, 4


def create(client: Client, headers: Headers, **fields: Any) -> httpx.Response:
    answer = client.post(TASKS, json={"title": "Milk"} | fields, headers=headers)
    assert answer.status_code == 201
    return answer


def address(answer: httpx.Response) -> str:
    return f"{TASKS}/{answer.json()['id']}"


def test_a_task_has_the_same_tag_wherever_it_is_answered(client: Client, alice: Headers) -> None:
    made = create(client, alice, project="Home", tags=["shop"])
    assert client.get(address(made), headers=alice).headers["etag"] == made.headers["etag"]
    changed = client.patch(address(made), json={"title": "Tea"}, headers=alice)
    assert changed.headers["etag"] != made.headers["etag"]
    assert client.get(address(made), headers=alice).headers["etag"] == changed.headers["etag"]


def test_what_is_known_already_is_not_sent_again(client: Client, alice: Headers) -> None:
    made = create(client, alice)
    tag = made.headers["etag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        answer = client.get(address(made), headers=alice | {"If-None-Match": known})
        assert (answer.status_code, answer.content) == (304, b""), known
        assert answer.headers["etag"] == tag
        assert "content-type" not in answer.headers
    client.patch(address(made), json={"title": "Tea"}, headers=alice)
    answer = client.get(address(made), headers=alice | {"If-None-Match": tag})
    assert answer.json()["title"] == "Tea"


def test_a_new_name_of_the_project_is_a_new_version(client: Client, alice: Headers) -> None:
    made = create(client, alice, project="Home")
    rename = {
        "type": "update_project",
        "project_id": made.json()["project_id"],
        "name": "House",
    }
    client.post("/api/v1/commands", json={"actions": [rename]}, headers=alice)
    tag = made.headers["etag"]
    answer = client.get(address(made), headers=alice | {"If-None-Match": tag})
    assert answer.json()["project"] == "House"


@pytest.mark.parametrize("method", ["PATCH", "DELETE"])
def test_only_the_version_that_was_seen_is_changed(
    client: Client, alice: Headers, method: str
) -> None:
    made = create(client, alice)
    seen = made.headers["etag"]
    body: dict[str, Any] = {"json": {"title": "Oats"}} if method == "PATCH" else {}
    client.patch(address(made), json={"title": "Tea"}, headers=alice)
    for stale in (seen, f"W/{seen}", '"a", "b"'):
        answer = client.request(method, address(made), headers=alice | {"If-Match": stale}, **body)
        assert answer.status_code == 412
        assert answer.json()["type"] == "urn:saydo:problem:precondition-failed"
    now = client.get(address(made), headers=alice)
    assert now.json()["title"] == "Tea"
    right = {"If-Match": f'"other",{now.headers["etag"]}'}
    assert client.request(method, address(made), headers=alice | right, **body).is_success


def test_a_star_means_any_version(client: Client, alice: Headers) -> None:
    made = create(client, alice)
    headers = alice | {"If-Match": "*"}
    assert client.patch(address(made), json={}, headers=headers).json() == made.json()
    assert client.delete(address(made), headers=headers).status_code == 204
    assert client.delete(address(made), headers=headers).status_code == 404


def test_what_is_not_there_is_not_found_whatever_its_version(
    client: Client, alice: Headers
) -> None:
    nowhere = f"{TASKS}/{uuid.uuid4()}"
    answer = client.patch(nowhere, json={"title": "x"}, headers=alice | {"If-Match": '"a"'})
    assert answer.status_code == 404


@pytest.mark.parametrize("name", ["If-Match", "If-None-Match"])
@pytest.mark.parametrize("value", ["", "abc", '"a', 'a"', '"a" "b"', "W/x", "*, *"])
def test_a_tag_that_is_none_is_refused(
    client: Client, alice: Headers, name: str, value: str
) -> None:
    made = create(client, alice)
    method = "PATCH" if name == "If-Match" else "GET"
    body: dict[str, Any] = {"json": {"title": "Tea"}} if name == "If-Match" else {}
    answer = client.request(method, address(made), headers=alice | {name: value}, **body)
    assert answer.status_code == 422
    assert list(answer.json()["fields"]) == [name]
    assert client.get(address(made), headers=alice).json()["title"] == "Milk"


def test_a_change_sent_again_with_its_key_is_answered_again_though_the_version_is_new(
    client: Client, alice: Headers
) -> None:
    made = create(client, alice)
    headers = alice | {"If-Match": made.headers["etag"], "Idempotency-Key": "once"}
    first, second = (
        client.patch(address(made), json={"title": "Tea"}, headers=headers) for _ in range(2)
    )
    assert (first.status_code, first.json()) == (second.status_code, second.json())
    assert first.headers["etag"] == second.headers["etag"]


def test_eight_who_change_one_task_at_once_lose_nothing(
    start_server: Callable[..., Server],
) -> None:
    server = start_server()
    headers = server.headers()

    def connect() -> httpx.Client:
        return httpx.Client(
            base_url=server.api, headers=headers, trust_env=False, timeout=PATIENCE_S
        )

    with connect() as first:
        path = f"/tasks/{first.post('/tasks', json={'title': 'Shared'}).json()['id']}"
    refused: list[int] = []
    begin = threading.Barrier(WRITERS)

    def write(name: int) -> None:
        with connect() as http:
            begin.wait(PATIENCE_S)
            for turn in range(TURNS):
                while True:
                    seen = http.get(path)
                    answer = http.patch(
                        path,
                        json={"notes": f"{seen.json()['notes']}{name}.{turn}\n"},
                        headers={"If-Match": seen.headers["etag"]},
                    )
                    if answer.status_code == 200:
                        break
                    assert answer.status_code == 412, answer.text
                    refused.append(name)

    threads = [threading.Thread(target=write, args=[name]) for name in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_S)
    with connect() as last:
        lines = last.get(path).json()["notes"].splitlines()
    assert sorted(lines) == sorted(f"{n}.{t}" for n in range(WRITERS) for t in range(TURNS))
    assert refused, "the writers never met"
