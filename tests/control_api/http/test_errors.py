"""Whatever goes wrong, the answer is a problem that says what to do and gives nothing away."""

import sqlite3
import uuid
from typing import Any

import httpx
import pytest
from litestar import Litestar
from litestar.testing import TestClient
from sqlite_utils import Database

from control_api.http.errors import to_problem
from control_api.setup.settings import Settings
from tests.control_api.conftest import Headers

Client = TestClient[Litestar]
TASKS = "/api/v1/tasks"


def check(answer: httpx.Response, status: int, name: str) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = answer.json()
    assert (body["type"], body["status"]) == (f"urn:saydo:problem:{name}", status)
    assert body["title"]
    return body


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ("{}", "body"),
        ("[]", "body"),
        ("", "body"),
        ("null", "body"),
        ('{"title": 5}', "title"),
        ('{"title": ""}', "title"),
        ('{"title": "  "}', "title"),
        ('{"title": "a\\u0000b"}', "title"),
        ('{"title": "x", "colour": "red"}', "body"),
        ('{"title": "x", "due": "2026-02-30"}', "due"),
        ('{"title": "x", "due": 5}', "due"),
        ('{"title": "x", "due": "2026-02-03T10:00", "time_zone": "Mars/Base"}', "time_zone"),
    ],
)
def test_what_cannot_be_done_as_written_names_the_field(
    client: Client, alice: Headers, body: str, field: str
) -> None:
    headers = alice | {"Content-Type": "application/json"}
    problem = check(client.post(TASKS, content=body, headers=headers), 422, "invalid-input")
    assert list(problem["fields"]) == [field]
    assert problem["detail"]


def test_a_name_that_is_too_long_or_empty_is_refused_in_plain_words(
    client: Client, alice: Headers
) -> None:
    for name, told in (("x" * 201, "too long: 200 characters at most"), ("", "is empty")):
        answer = client.post("/api/v1/workspaces", json={"name": name}, headers=alice)
        assert told in check(answer, 422, "invalid-input")["fields"]["name"]


@pytest.mark.parametrize(
    "body", ["{", '{"title": }', "title=x", '{"title": "\\ud800"}', "\xff", "[" * 20_000]
)
def test_what_is_no_json_is_malformed(client: Client, alice: Headers, body: str) -> None:
    headers = alice | {"Content-Type": "application/json"}
    content = body.encode("latin-1")
    check(client.post(TASKS, content=content, headers=headers), 400, "malformed")


def test_a_body_that_is_too_large_is_refused(client: Client, alice: Headers) -> None:
    big = client.post(TASKS, json={"title": "x" * 1_100_000}, headers=alice)
    check(big, 413, "too-large")

    def pieces() -> Any:
        yield from (b"x" * 10_000 for _ in range(110))

    check(client.post(TASKS, content=pieces(), headers=alice), 413, "too-large")


def test_a_message_of_ten_thousand_characters_is_refused_in_words(
    client: Client, alice: Headers
) -> None:
    answer = client.post("/api/v1/commands", json={"text": "milk " * 2000}, headers=alice)
    assert list(check(answer, 422, "invalid-input")["fields"]) == ["text"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"text": "  "}, "text"),
        ({"text": "a\x01b"}, "text"),
        ({"text": "add milk", "now": "yesterday"}, "now"),
        ({"text": "add milk", "now": "0001-01-01T00:00:00+14:00"}, "now"),
        ({"text": "add milk", "time_zone": "Mars/Base"}, "time_zone"),
        ({"actions": []}, "actions"),
        ({"actions": [{"type": "create_task", "title": "x"}] * 1001}, "actions"),
        ({"actions": [{"type": "explode"}]}, "actions[0].type"),
        ({"text": "add milk", "source": "elsewhere"}, "source"),
    ],
)
def test_a_command_that_makes_no_sense_names_the_field(
    client: Client, alice: Headers, body: dict[str, Any], field: str
) -> None:
    answer = client.post("/api/v1/commands", json=body, headers=alice)
    assert list(check(answer, 422, "invalid-input")["fields"]) == [field]


@pytest.mark.parametrize("body", [{}, {"text": "x", "actions": [{"type": "undo"}]}])
def test_a_command_is_text_or_actions(client: Client, alice: Headers, body: dict[str, Any]) -> None:
    check(client.post("/api/v1/commands", json=body, headers=alice), 422, "invalid-input")


def test_addresses_and_methods_that_are_not_there(client: Client, alice: Headers) -> None:
    check(client.get("/api/v1/nothing", headers=alice), 404, "not-found")
    check(client.get("/nothing"), 404, "not-found")
    check(client.get(f"{TASKS}/not-an-id", headers=alice), 404, "not-found")
    answer = client.put(TASKS, json={}, headers=alice)
    check(answer, 405, "method-not-allowed")
    assert "GET" in answer.headers["allow"]


def test_who_is_not_signed_in_is_told_how(client: Client) -> None:
    answer = client.get(TASKS)
    check(answer, 401, "unauthenticated")
    assert answer.headers["www-authenticate"] == "Bearer"


def test_a_full_disk_refuses_changes_and_recovers(
    client: Client, app: Litestar, settings: Settings, alice: Headers
) -> None:
    kept = client.post(TASKS, json={"title": "kept"}, headers=alice).json()

    def limit(pages: int) -> int:
        """SQLite's own limit: it fails in the same place and way as a disk without room."""
        file = app.state.workspaces._open[settings.secrets.owner_id].file
        return int(file.write_now(lambda db: set_limit(db, pages)))

    limit(1)
    answers = [client.post(TASKS, json={"title": "x" * 500}, headers=alice) for _ in range(100)]
    full = [answer for answer in answers if answer.status_code != 201]
    assert full, "the disk was never full"
    for answer in full:
        check(answer, 507, "storage-full")
    stored = client.get(TASKS, params={"limit": 200}, headers=alice).json()["items"]
    assert len(stored) == len(answers) - len(full) + 1
    assert stored[-1] == kept
    limit(100_000)
    assert client.post(TASKS, json={"title": "again"}, headers=alice).status_code == 201


def set_limit(db: Database, pages: int) -> int:
    (limit,) = db.execute(f"PRAGMA max_page_count = {pages}").fetchone()
    return int(limit)


def test_what_nobody_thought_of_says_nothing_of_the_inside(
    client: Client,
    alice: Headers,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    canary = uuid.uuid4().hex

    def explode(*_: object) -> None:
        raise KeyError(canary)

    monkeypatch.setattr("control_api.kinds.tasks.routes.task_routes.open_tasks", explode)
    body = check(client.get("/api/v1/vocabulary", headers=alice), 500, "internal-error")
    assert "KeyError" not in str(body)
    assert "KeyError" in caplog.text
    assert canary not in caplog.text + str(body)


@pytest.mark.parametrize(
    ("code", "status"),
    [
        (sqlite3.SQLITE_FULL, 507),
        (sqlite3.SQLITE_IOERR_FSYNC, 503),
        (sqlite3.SQLITE_IOERR_WRITE, 503),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, 503),
        (sqlite3.SQLITE_CORRUPT, 503),
        (sqlite3.SQLITE_READONLY, 503),
        (sqlite3.SQLITE_CONSTRAINT_CHECK, 500),
    ],
)
def test_each_fault_of_the_disk_has_its_status(code: int, status: int) -> None:
    error = sqlite3.OperationalError("CANARY")
    error.sqlite_errorcode = code
    problem = to_problem(error).problem()
    assert problem.status == status
    assert "CANARY" not in str(problem)
