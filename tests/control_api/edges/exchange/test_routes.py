import json
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from tests.control_api.conftest import Headers

API = "/api/v1"
Client = TestClient[Litestar]
TABLE = b"title,project\nMilk,Home\nTea,Home\n"


def take_in(client: Client, headers: Headers, data: bytes, **query: str | bool) -> dict[str, Any]:
    answer = client.post(f"{API}/import", content=data, params=query, headers=headers)
    assert answer.status_code == 200, answer.text
    report: dict[str, Any] = answer.json()
    return report


def titles(client: Client, headers: Headers) -> list[str]:
    items = client.get(f"{API}/tasks", headers=headers).json()["items"]
    return sorted(task["title"] for task in items)


def test_an_import_is_shown_first_then_done_then_undone(client: Client, alice: Headers) -> None:
    shown = take_in(client, alice, TABLE, format="csv", dry_run=True)
    assert shown["counts"]["task"]["new"] == 2
    assert [task["title"] for task in shown["sample"]] == ["Milk", "Tea"]
    assert titles(client, alice) == []
    done = take_in(client, alice, TABLE, format="csv")
    assert done["counts"] == shown["counts"]
    assert titles(client, alice) == ["Milk", "Tea"]
    undo = {"actions": [{"type": "undo", "command_id": done["command_id"]}]}
    outcome = client.post(f"{API}/commands", json=undo, headers=alice).json()
    assert outcome["reply"] == "Undone: the import of two tasks is taken back."
    assert titles(client, alice) == []


def test_an_export_is_a_file_that_no_browser_opens(client: Client, alice: Headers) -> None:
    take_in(client, alice, TABLE, format="csv")
    answer = client.get(f"{API}/export", headers=alice)
    assert answer.headers["content-disposition"].startswith('attachment; filename="saydo-20')
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert len(answer.json()["tasks"]) == 2
    assert "events" not in answer.json()
    history = client.get(f"{API}/export", params={"history": True}, headers=alice).json()
    assert [event["type"] for event in history["events"]].count("task.created") == 2


def test_a_report_names_what_an_export_loses(client: Client, alice: Headers) -> None:
    saved = {"type": "create_filter", "name": "Soon", "query": "!done"}
    client.post(f"{API}/commands", json={"actions": [saved]}, headers=alice)
    report = client.get(f"{API}/export/report", params={"format": "csv"}, headers=alice).json()
    assert [loss["field"] for loss in report["losses"]] == ["filters"]


def test_a_body_may_be_larger_than_elsewhere_but_not_endless(
    client: Client, alice: Headers
) -> None:
    large = b"title,notes\n" + b"".join(b"Task %d,%s\n" % (n, b"x" * 900) for n in range(400))
    assert len(large) > 256 * 1024
    assert take_in(client, alice, large, format="csv")["counts"]["task"]["new"] == 400
    too_large = b"x" * (32 * 1024 * 1024 + 1)
    answer = client.post(f"{API}/import?format=csv", content=too_large, headers=alice)
    assert (answer.status_code, answer.json()["type"]) == (413, "urn:saydo:problem:too-large")
    assert "32 MiB" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("query", "data", "status"),
    [
        ("format=excel", b"x", 422),
        ("", b"x", 422),
        ("format=csv", b"", 422),
        ("format=saydo", b"x", 422),
        ("format=csv", b"\xff", 422),
        ("format=csv", b"PK\x03\x04", 422),
    ],
)
def test_what_can_not_be_read_is_refused_in_words(
    client: Client, alice: Headers, query: str, data: bytes, status: int
) -> None:
    answer = client.post(f"{API}/import?{query}", content=data, headers=alice)
    assert (answer.status_code, answer.json()["status"]) == (status, status)
    assert answer.json()["detail"]


def test_only_the_owner_moves_everything(client: Client, agent: Headers, bob: Headers) -> None:
    assert client.get(f"{API}/export", headers=agent).status_code == 403
    assert client.post(f"{API}/import?format=csv", content=TABLE, headers=agent).status_code == 403
    take_in(client, bob, TABLE, format="csv")
    assert titles(client, agent) == []


def test_sent_again_with_its_key_an_import_is_not_done_again(
    client: Client, alice: Headers
) -> None:
    headers = alice | {"Idempotency-Key": "move"}
    first = take_in(client, headers, TABLE, format="csv")
    again = take_in(client, headers, TABLE, format="csv")
    assert (again["command_id"], again["counts"]) == (first["command_id"], first["counts"])


def test_the_action_itself_can_be_sent(client: Client, alice: Headers) -> None:
    exported = client.get(f"{API}/export", headers=alice).json()
    action = {"type": "import_things", "tasks": exported["tasks"]}
    body = json.dumps({"actions": [action]})
    outcome = client.post(f"{API}/commands", content=body, headers=alice).json()
    assert outcome["outcome"] == "done"
