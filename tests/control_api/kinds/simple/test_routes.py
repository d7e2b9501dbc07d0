"""Projects, tags, people, saved filters and comments over HTTP."""

import uuid
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from tests.control_api.conftest import Headers

Client = TestClient[Litestar]
Body = dict[str, Any]

KINDS: list[tuple[str, Body, Body]] = [
    ("projects", {"name": "Home", "colour": "#1a7f5a"}, {"archived": True, "description": "*"}),
    ("tags", {"name": "urgent"}, {"colour": "#ff0000"}),
    (
        "people",
        {"name": "Sarah", "nicknames": ["Sal"], "role": "sister"},
        {"contacts": [{"kind": "phone", "value": "5"}], "nicknames": []},
    ),
    ("filters", {"name": "Soon", "query": "due before friday"}, {"query": "#work"}),
]


def post(client: Client, alice: Headers, path: str, body: Body, status: int = 201) -> Any:
    answer = client.post(f"/api/v1/{path}", json=body, headers=alice)
    assert answer.status_code == status, answer.text
    return answer.json()


@pytest.mark.parametrize(("kind", "body", "changes"), KINDS, ids=[k[0] for k in KINDS])
def test_a_thing_is_created_read_changed_listed_and_deleted(
    client: Client, alice: Headers, bob: Headers, kind: str, body: Body, changes: Body
) -> None:
    created = client.post(f"/api/v1/{kind}", json=body, headers=alice)
    assert created.status_code == 201
    thing = created.json()
    assert thing.items() >= body.items()
    address = created.headers["location"]
    assert client.get(address, headers=alice).json() == thing
    changed = client.patch(address, json=changes, headers=alice).json()
    assert changed.items() >= (body | changes).items()
    listed = client.get(f"/api/v1/{kind}", headers=alice).json()
    assert listed == {"items": [changed], "next_cursor": None}
    for method in ("get", "patch", "delete"):
        answer = client.request(method, address, json=changes, headers=bob)
        assert answer.status_code == 404
    assert client.get(f"/api/v1/{kind}", headers=bob).json()["items"] == []
    assert client.delete(address, headers=alice).status_code == 204
    assert client.get(address, headers=alice).status_code == 404
    assert client.delete(address, headers=alice).status_code == 404
    assert client.get(f"/api/v1/{kind}", headers=alice).json()["items"] == []


@pytest.mark.parametrize(("kind", "body", "changes"), KINDS, ids=[k[0] for k in KINDS])
def test_two_of_a_kind_never_have_the_same_name(
    client: Client, alice: Headers, kind: str, body: Body, changes: Body
) -> None:
    post(client, alice, kind, body)
    other = post(client, alice, kind, body | {"name": "Other"})
    loud = {"name": body["name"].upper()}
    refused = post(client, alice, kind, body | loud, status=409)
    assert body["name"] in refused["detail"]
    answer = client.patch(f"/api/v1/{kind}/{other['id']}", json=loud, headers=alice)
    assert answer.status_code == 409
    sent_twice = alice | {"Idempotency-Key": "k"}
    first = client.post(f"/api/v1/{kind}", json=body | {"name": "Once"}, headers=sent_twice)
    client.delete(first.headers["location"], headers=alice)
    again = client.post(f"/api/v1/{kind}", json=body | {"name": "Once"}, headers=sent_twice)
    assert (again.status_code, again.text) == (201, first.text)


@pytest.mark.parametrize(
    ("kind", "body", "field"),
    [
        ("projects", {"name": " "}, "name"),
        ("projects", {"name": "x", "colour": "red"}, "colour"),
        ("projects", {"name": "x" * 201}, "name"),
        ("tags", {"name": "#"}, "name"),
        ("people", {"name": "x", "contacts": [{"kind": "", "value": "1"}]}, "contacts"),
        ("people", {"name": "x", "nicknames": [""]}, "nicknames"),
        ("filters", {"name": "x", "query": "a\nb"}, "query"),
    ],
)
def test_bad_input_is_refused(
    client: Client, alice: Headers, kind: str, body: Body, field: str
) -> None:
    refused = post(client, alice, kind, body, status=422)
    assert field in refused["detail"]


def test_a_mark_before_a_tag_is_not_its_name(client: Client, alice: Headers) -> None:
    assert post(client, alice, "tags", {"name": "#work"})["name"] == "work"


def test_lists_are_paged_and_searched_by_name_and_nickname(client: Client, alice: Headers) -> None:
    for name, nickname in (("Sarah", "Sal"), ("Tom", "Salty"), ("Ann", "Annie"), ("Salome", "S")):
        post(client, alice, "people", {"name": name, "nicknames": [nickname]})

    def page(**params: str | int) -> Any:
        return client.get("/api/v1/people", params=params, headers=alice).json()

    first = page(limit=3)
    second = page(limit=3, cursor=first["next_cursor"])
    names = [person["name"] for person in first["items"] + second["items"]]
    assert names == ["Sarah", "Tom", "Ann", "Salome"]
    assert second["next_cursor"] is None
    assert [person["name"] for person in page(search="SAL")["items"]] == ["Sarah", "Tom", "Salome"]
    for cursor in ("x", first["next_cursor"] + "A", "WzEsMl0", "WyJhIl0", "Wy0xXQ"):
        answer = client.get("/api/v1/people", params={"cursor": cursor}, headers=alice)
        assert (answer.status_code, list(answer.json()["fields"])) == (422, ["cursor"])


def test_a_renamed_thing_is_renamed_wherever_it_is_named(client: Client, alice: Headers) -> None:
    body = {"title": "Milk", "project": "Home", "tags": ["shop"], "assignees": ["Sarah"]}
    task = post(client, alice, "tasks", body)
    for kind, name in (("projects", "House"), ("tags", "buy"), ("people", "Sal")):
        (thing,) = client.get(f"/api/v1/{kind}", headers=alice).json()["items"]
        client.patch(f"/api/v1/{kind}/{thing['id']}", json={"name": name}, headers=alice)
    address = f"/api/v1/tasks/{task['id']}"
    now = client.get(address, headers=alice).json()
    assert (now["project"], now["tags"], now["assignees"]) == ("House", ["buy"], ["Sal"])
    (project,) = client.get("/api/v1/projects", headers=alice).json()["items"]
    client.delete(f"/api/v1/projects/{project['id']}", headers=alice)
    assert client.get(address, headers=alice).json()["project"] is None
    restored = client.post(f"/api/v1/trash/{project['id']}/restore", headers=alice)
    assert restored.json()["reply"] == "The project House is back."
    assert client.get(address, headers=alice).json()["project"] == "House"


def test_a_task_has_comments(client: Client, alice: Headers, bob: Headers) -> None:
    task = post(client, alice, "tasks", {"title": "Milk"})
    address = f"tasks/{task['id']}/comments"
    first = post(client, alice, address, {"text": "Oat, *not* soy"})
    assert (first["author"], first["task_id"]) == ("owner", task["id"])
    second = post(client, alice, address, {"text": "Two litres"})
    comments = client.get(f"/api/v1/{address}", headers=alice).json()["items"]
    assert comments == [first, second]
    found = client.get(f"/api/v1/{address}", params={"search": "LITRES"}, headers=alice).json()
    assert found["items"] == [second]
    at = f"/api/v1/comments/{first['id']}"
    assert client.get(at, headers=bob).status_code == 404
    assert client.patch(at, json={"text": "Soy"}, headers=alice).json()["text"] == "Soy"
    assert client.patch(at, json={"text": " "}, headers=alice).status_code == 422
    assert client.delete(at, headers=alice).status_code == 204
    assert client.get(at, headers=alice).status_code == 404
    nowhere = f"/api/v1/tasks/{uuid.uuid4()}/comments"
    assert client.get(nowhere, headers=alice).status_code == 404
    assert client.post(nowhere, json={"text": "x"}, headers=alice).status_code == 404


def test_a_task_tells_its_history_and_its_parts(
    client: Client, alice: Headers, bob: Headers
) -> None:
    task = post(client, alice, "tasks", {"title": "Move"})
    parts = [
        post(client, alice, "tasks", {"title": title, "parent_id": task["id"]})
        for title in ("Pack", "Drive", "Unpack")
    ]
    post(client, alice, "tasks", {"title": "Tape", "parent_id": parts[0]["id"]})
    at = f"/api/v1/tasks/{task['id']}"
    first = client.get(f"{at}/subtasks", params={"limit": 2}, headers=alice).json()
    cursor = first["next_cursor"]
    second = client.get(
        f"{at}/subtasks", params={"limit": 2, "cursor": cursor}, headers=alice
    ).json()
    assert [t["title"] for t in first["items"] + second["items"]] == ["Pack", "Drive", "Unpack"]
    comment = post(client, alice, f"tasks/{task['id']}/comments", {"text": "Soon"})
    client.patch(at, json={"title": "Move house"}, headers=alice)
    client.delete(at, headers=alice)

    def history(**params: str | int) -> Any:
        return client.get(f"{at}/history", params=params, headers=alice).json()

    newest = history(limit=2)
    older = history(limit=2, cursor=newest["next_cursor"])
    events = newest["items"] + older["items"]
    assert [(e["type"], e["thing_id"]) for e in events] == [
        ("task.deleted", task["id"]),
        ("task.updated", task["id"]),
        ("comment.created", comment["id"]),
        ("task.created", task["id"]),
    ]
    assert (events[1]["before"]["title"], events[1]["after"]["title"]) == ("Move", "Move house")
    assert older["next_cursor"] is None
    assert client.get(f"{at}/history", headers=bob).status_code == 404
    assert client.get(f"{at}/subtasks", headers=alice).status_code == 404


def test_what_was_asked_is_listed_with_what_can_be_undone(client: Client, alice: Headers) -> None:
    def ask(**body: Any) -> Any:
        return client.post("/api/v1/commands", json=body, headers=alice).json()

    ask(text="add milk to my shopping list", source="chat")
    ask(text="what is on my list")
    ask(actions=[{"type": "create_tag", "name": "work"}])
    ask(text="undo that")

    def page(**params: str | int) -> Any:
        return client.get("/api/v1/commands", params=params, headers=alice).json()

    first = page(limit=3)
    second = page(limit=3, cursor=first["next_cursor"])
    rows = first["items"] + second["items"]
    assert [(r["text"], r["can_undo"], r["undone"]) for r in rows] == [
        ("undo that", False, False),
        (None, False, True),
        ("what is on my list", False, False),
        ("add milk to my shopping list", True, False),
    ]
    assert [r["undone_by"] for r in rows] == [None, rows[0]["id"], None, None]
    ask(actions=[{"type": "redo"}])
    again = page(limit=4)["items"]
    assert [r["undone_by"] for r in again] == [None, None, None, None]
    assert [r["can_undo"] for r in again] == [False, False, True, False]
    assert (rows[3]["source"], rows[3]["reply"]) == ("chat", "Added Milk to Shopping.")
    assert client.get("/api/v1/commands", params={"cursor": "?"}, headers=alice).status_code == 422
