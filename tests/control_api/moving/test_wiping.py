"""D11: what is taken out, wiped and taken in again is the same; what was wiped is nowhere."""

from pathlib import Path
from typing import Any

from litestar import Litestar
from litestar.testing import TestClient

from control_api.settings import Settings
from tests.control_api.conftest import Headers

API = "/api/v1"
CANARY = "canary-7f3a91"
Client = TestClient[Litestar]


def do(client: Client, headers: Headers, *actions: dict[str, Any]) -> dict[str, Any]:
    body = {"actions": list(actions), "source": "page"}
    answer = client.post(f"{API}/commands", json=body, headers=headers)
    assert answer.json()["outcome"] == "done", answer.text
    outcome: dict[str, Any] = answer.json()
    return outcome


def fill(client: Client, headers: Headers) -> None:
    task = do(
        client,
        headers,
        {"type": "create_task", "title": f"{CANARY} title", "notes": CANARY, "tags": [CANARY]},
        {"type": "create_task", "title": f"{CANARY} other", "project": f"{CANARY} project"},
    )["tasks"][0]
    comment = {"type": "create_comment", "task_id": task["id"], "text": CANARY}
    gone = {"type": "create_task", "title": f"{CANARY} gone"}
    trashed = do(client, headers, comment, gone)["tasks"][-1]
    do(client, headers, {"type": "delete_task", "task_id": trashed["id"]})


def exported(client: Client, headers: Headers) -> dict[str, Any]:
    content: dict[str, Any] = client.get(f"{API}/export", headers=headers).json()
    del content["exported_at"]
    return content


def files_with(text: str, folder: Path) -> list[str]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return [path.name for path in found if text.encode() in path.read_bytes()]


def test_what_is_taken_out_wiped_and_taken_in_again_is_the_same(
    client: Client, alice: Headers, settings: Settings
) -> None:
    fill(client, alice)
    before = exported(client, alice)
    data = client.get(f"{API}/export", headers=alice).content
    assert files_with(CANARY, settings.data)
    wiped = client.delete(f"{API}/me/data?confirm=wipe everything", headers=alice)
    assert wiped.json()["counts"] == {"task": 2, "project": 1, "tag": 1, "comment": 1}
    assert exported(client, alice)["tasks"] == []
    assert client.get(f"{API}/tasks", headers=alice).json()["items"] == []
    assert files_with(CANARY, settings.data) == []
    answer = client.post(f"{API}/import?format=saydo", content=data, headers=alice)
    assert answer.json()["counts"]["task"]["new"] == 2
    assert exported(client, alice) == before


def test_without_the_words_nothing_is_wiped(client: Client, alice: Headers) -> None:
    fill(client, alice)
    for query in ("", "?confirm=yes", "?confirm=Wipe everything"):
        answer = client.delete(f"{API}/me/data{query}", headers=alice)
        assert (answer.status_code, answer.json()["status"]) == (422, 422)
    assert exported(client, alice)["tasks"]


def test_nobody_wipes_what_is_another_s(
    client: Client, alice: Headers, bob: Headers, agent: Headers
) -> None:
    fill(client, alice)
    confirmed = f"{API}/me/data?confirm=wipe everything"
    assert client.delete(confirmed, headers=agent).status_code == 403
    assert client.delete(confirmed, headers=bob).status_code == 200
    assert client.delete(confirmed).status_code == 401
    assert len(exported(client, alice)["tasks"]) == 3
