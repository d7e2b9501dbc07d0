"""D11: what is taken out, wiped and taken in again is the same; what was wiped is nowhere."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
from litestar import Litestar
from litestar.testing import TestClient

from control_api.setup.settings import Settings
from tests.control_api.conftest import Headers, Server
from tests.patience import PATIENCE_S

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


def test_nothing_of_who_goes_is_left_in_any_file_or_in_what_was_printed(
    start_server: Callable[..., Server],
) -> None:
    server = start_server()
    with httpx.Client(base_url=server.api, trust_env=False, timeout=PATIENCE_S) as http:

        def send(method: str, path: str, **more: Any) -> Any:
            answer = http.request(method, path, **more).raise_for_status()
            return answer.json() if answer.content else None

        code = send("POST", "/invitations", headers=server.headers())["code"]
        person = {"name": CANARY, "password": "a long enough secret"}
        browser = {"User-Agent": CANARY}
        send("POST", "/accounts", json={"invitation": code} | person, headers=browser)
        send("POST", "/sign-in", json=person, headers=browser)
        task = send("POST", "/tasks", json={"title": CANARY, "notes": CANARY * 500})
        send("POST", f"/tasks/{task['id']}/comments", json={"text": CANARY})
        send("POST", "/access-tokens", json={"name": CANARY, "scopes": ["read"]})
        send("POST", "/feeds", json={"name": CANARY})
        send("POST", "/webhooks", json={"url": f"https://{CANARY}.example.invalid/"})
        made = send("POST", "/workspaces", json={"name": CANARY})["id"]
        send("POST", "/tasks", json={"title": CANARY}, headers={"Saydo-Workspace": made})
        assert files_with(CANARY, server.data)
        send("DELETE", "/me", json={"password": person["password"]})
    assert files_with(CANARY, server.data) == []
    server.stop()
    assert files_with(CANARY, server.data) == []
    assert CANARY not in server.log.read_text()
