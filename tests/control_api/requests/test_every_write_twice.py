"""Every route that takes a key, asked twice with the same: one effect, the same answer."""

import json
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from control_api.edges.webhooks.sender import Sender
from tests.control_api.conftest import Headers

Client = TestClient[Litestar]
API = "/api/v1"
BODIES: dict[str, Any] = {
    "post tasks": {"title": "Made"},
    "post projects": {"name": "Made"},
    "post tags": {"name": "Made"},
    "post people": {"name": "Made"},
    "post filters": {"name": "Made", "query": "#made"},
    "post tasks/{task_id}/comments": {"text": "Made"},
    "post commands": {"text": "add buy milk"},
    "post webhooks": {"url": "https://hooks.example.invalid"},
    "patch tasks/{task_id}": {"title": "Renamed"},
    "patch comments/{comment_id}": {"text": "Renamed"},
    "post timers": {"seconds": 600},
    "post alarms": {"at": "2099-01-01T07:00:00"},
    "patch me/settings": {"speed": 0.8},
    "patch timers/{timer_id}": {"label": "Renamed"},
    "patch alarms/{alarm_id}": {"label": "Renamed"},
}
RENAMED = {"name": "Renamed"}


def keyed_routes(client: Client) -> list[tuple[str, str]]:
    paths = client.get("/api/schema").json()["paths"]
    return [
        (method, path.removeprefix(f"{API}/"))
        for path, methods in paths.items()
        for method, described in methods.items()
        if any(each["name"] == "Idempotency-Key" for each in described.get("parameters", []))
    ]


def everything(client: Client, alice: Headers) -> Any:
    """All there is, and how many commands it took."""
    found = client.get(f"{API}/export?history=true", headers=alice).json()
    del found["exported_at"]
    hooks = client.get(f"{API}/webhooks", headers=alice).json()
    commands = client.get(f"{API}/commands?limit=200", headers=alice).json()
    return found, hooks, commands


def test_each_write_sent_twice_is_done_once_and_answered_the_same(
    client: Client, alice: Headers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Sender, "send", None)  # nothing is to be delivered

    def make(path: str, **body: Any) -> str:
        made: str = client.post(f"{API}/{path}", json=body, headers=alice).json()["id"]
        return made

    routes = keyed_routes(client)
    assert len(routes) > 20
    for method, path in routes:
        task = make("tasks", title="There")
        ids = {
            "task_id": task,
            "comment_id": make(f"tasks/{task}/comments", text="There"),
            "timer_id": make("timers", seconds=3600),
            "alarm_id": make("alarms", at="2099-01-01T08:00:00"),
        }
        for kind, name in (
            ("projects", "project_id"),
            ("tags", "tag_id"),
            ("people", "person_id"),
            ("filters", "filter_id"),
            ("tags", "thing_id"),
        ):
            query = {"query": "#x"} if kind == "filters" else {}
            ids[name] = make(kind, name=f"{method} {path} {name}", **query)
        client.delete(f"{API}/tags/{ids['thing_id']}", headers=alice)
        where = f"{API}/" + path.format(**ids)
        body = BODIES.get(f"{method} {path}", RENAMED | {"name": path})
        content = json.dumps(body).encode()
        if path == "import":
            where += "?format=csv"
            content = b"title\nImported\n"
        keyed = alice | {"Idempotency-Key": f"{method} {path}", "Content-Type": "application/json"}
        sends: dict[str, Any] = {"content": content} if method in {"post", "patch"} else {}
        first = client.request(method, where, headers=keyed, **sends)
        assert first.is_success, (method, path, first.text)
        after = everything(client, alice)
        for _ in range(3):
            again = client.request(method, where, headers=keyed, **sends)
            assert (again.status_code, again.content) == (first.status_code, first.content), where
        assert everything(client, alice) == after, (method, path)
