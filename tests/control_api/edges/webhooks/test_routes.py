import uuid

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from control_api.edges.webhooks.routes import MOST
from tests.control_api.conftest import Headers

Client = TestClient[Litestar]
HOOKS = "/api/v1/webhooks"
URL = "https://hooks.example.invalid/saydo"


def test_a_webhook_is_made_changed_and_deleted(client: Client, alice: Headers) -> None:
    made = client.post(HOOKS, json={"url": URL, "events": ["task.created"]}, headers=alice)
    assert made.status_code == 201
    assert made.json()["secret"].startswith("whsec_")
    address = f"{HOOKS}/{made.json()['id']}"
    changed = client.patch(address, json={"active": False, "events": []}, headers=alice)
    assert (changed.json()["active"], changed.json()["events"]) == (False, [])
    assert client.get(HOOKS, headers=alice).json()["items"] == [changed.json()]
    assert client.get(f"{address}/deliveries", headers=alice).json() == {"items": []}
    assert client.delete(address, headers=alice).status_code == 204
    assert client.get(HOOKS, headers=alice).json()["items"] == []


def test_a_webhook_is_its_makers_alone(client: Client, alice: Headers, bob: Headers) -> None:
    made = client.post(HOOKS, json={"url": URL}, headers=alice).json()
    address = f"{HOOKS}/{made['id']}"
    for method, path in (("PATCH", ""), ("DELETE", ""), ("GET", "/deliveries")):
        body: dict[str, object] | None = {} if method == "PATCH" else None
        for place in (address, f"{HOOKS}/{uuid.uuid4()}"):
            answer = client.request(method, place + path, json=body, headers=bob)
            assert answer.status_code == 404
    assert client.get(HOOKS, headers=bob).json()["items"] == []
    assert len(client.get(HOOKS, headers=alice).json()["items"]) == 1


def test_asked_for_twice_with_one_key_there_is_one(client: Client, alice: Headers) -> None:
    headers = alice | {"Idempotency-Key": "once"}
    first, second = (client.post(HOOKS, json={"url": URL}, headers=headers) for _ in range(2))
    assert (first.status_code, first.json()) == (second.status_code, second.json())
    other = client.post(HOOKS, json={"url": f"{URL}/other"}, headers=headers)
    assert list(other.json()["fields"]) == ["Idempotency-Key"]
    assert len(client.get(HOOKS, headers=alice).json()["items"]) == 1


def test_there_are_only_so_many(client: Client, alice: Headers) -> None:
    for _ in range(MOST):
        assert client.post(HOOKS, json={"url": URL}, headers=alice).status_code == 201
    assert client.post(HOOKS, json={"url": URL}, headers=alice).status_code == 409


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"url": "ftp://example.org"}, "url"),
        ({"url": URL, "events": ["task.exploded"]}, "events[0]"),
        ({"url": URL, "secret": "mine"}, "body"),
        ({"url": ""}, "url"),
    ],
)
def test_what_makes_no_sense_names_the_field(
    client: Client, alice: Headers, body: dict[str, object], field: str
) -> None:
    answer = client.post(HOOKS, json=body, headers=alice)
    assert answer.status_code == 422
    assert list(answer.json()["fields"]) == [field]
