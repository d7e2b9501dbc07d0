"""A3: what is too large, too deep or no text is refused at once, and costs no memory."""

import gzip
import json
import select
import socket
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import httpx
import psutil
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from control_api.app.application import LARGEST_BODY
from tests.control_api.conftest import Headers, Server
from tests.patience import PATIENCE_S

Client = TestClient[Litestar]
COMMANDS, TASKS = "/api/v1/commands", "/api/v1/tasks"
JSON = {"Content-Type": "application/json"}
MOST_ACTIONS = 1000
MB = 1_000_000
"""On a busy machine; it is a few milliseconds on an idle one."""

HOSTILE: dict[str, tuple[bytes, set[int]]] = {
    "a byte too many": (b" " * (LARGEST_BODY + 1), {413}),
    "as many keys as fit": (
        json.dumps({f"{n:x}": 0 for n in range(90_000)}).encode(),
        {422},
    ),
    "a million keys": (b"{" + b'"a":0,' * MB + b'"b":0}', {413}),
    "a deep list": (b"[" * 10_000 + b"]" * 10_000, {400, 422}),
    "a deep object": (b'{"a":' * 10_000 + b"0" + b"}" * 10_000, {400, 422}),
    "a deep list inside": (b'{"title":' + b"[" * 10_000 + b"]" * 10_000 + b"}", {400, 422}),
    "a bomb": (gzip.compress(b'{"title": "x"}' + b" " * 10 * MB), {400}),
    "a title of a million characters": (json.dumps({"title": "x" * MB}).encode(), {422}),
    "notes of a million characters": (
        json.dumps({"title": "x", "notes": "x" * MB}).encode(),
        {422},
    ),
    "a number of a hundred thousand digits": (
        b'{"title": "x", "duration_min": ' + b"9" * 100_000 + b"}",
        {400, 422},
    ),
    "a number without end": (b'{"title": "x", "order": 1e999999}', {400, 422}),
    "no number": (b'{"title": "x", "order": NaN}', {400}),
    "NUL": (b'{"title": "a\\u0000b"}', {422}),
    "a bare NUL": (b'{"title": "a\x00b"}', {400}),
    "DEL": (b'{"title": "a\\u007fb"}', {422}),
    "half a surrogate": (b'{"title": "\\ud800"}', {400}),
    "no UTF-8": (b'{"title": "\xff"}', {400}),
    "a line separator": ('{"title": "a\u2028b"}'.encode(), {422}),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_nobody_needs_is_refused(client: Client, alice: Headers, name: str) -> None:
    body, expected = HOSTILE[name]
    answer = client.post(TASKS, content=body, headers=alice | JSON)
    assert answer.status_code in expected, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert client.get(TASKS, headers=alice).json()["items"] == []


@pytest.mark.parametrize("title", ["قائمة المشتريات", "שלום \u202eabc", "👨‍👩‍👧", "e\u0301"])
def test_words_of_every_script_come_back_as_they_were(
    client: Client, alice: Headers, title: str
) -> None:
    made = client.post(TASKS, json={"title": title}, headers=alice)
    assert made.status_code == 201
    assert client.get(f"{TASKS}/{made.json()['id']}", headers=alice).json()["title"] == title


def test_a_body_as_large_as_allowed_is_read(client: Client, alice: Headers) -> None:
    body = json.dumps({"title": "x"}).encode()
    padded = body + b" " * (LARGEST_BODY - len(body))
    assert client.post(TASKS, content=padded, headers=alice | JSON).status_code == 201


def test_a_thousand_actions_are_one_command(client: Client, alice: Headers) -> None:
    ids = [str(uuid.uuid4()) for _ in range(MOST_ACTIONS)]

    def run(actions: list[dict[str, Any]]) -> dict[str, Any]:
        answer = client.post(COMMANDS, json={"actions": actions}, headers=alice)
        assert answer.status_code == 200, answer.text
        body: dict[str, Any] = answer.json()
        return body

    made = run([{"type": "create_task", "title": "Milk", "task_id": task_id} for task_id in ids])
    assert (made["outcome"], len(made["tasks"])) == ("done", MOST_ACTIONS)
    done = run([{"type": "complete_task", "task_id": task_id} for task_id in ids])
    assert done["reply"].endswith("And 995 more.")
    assert len(done["reply"]) < 300
    undone = run([{"type": "undo"}])
    assert {task["status"] for task in undone["tasks"]} == {"todo"}
    assert len(undone["reply"]) < 300
    # One that can't be done, and none is.
    bad = [{"type": "complete_task", "task_id": i} for i in [*ids[:-1], str(uuid.uuid4())]]
    assert run(bad)["outcome"] == "refused"
    query = {"status": "completed"}
    assert client.get(TASKS, params=query, headers=alice).json()["items"] == []


def test_a_hundred_megabytes_cost_neither_memory_nor_time(
    start_server: Callable[..., Server],
) -> None:
    server = start_server()
    headers = server.headers() | JSON
    httpx.post(
        f"{server.api}/tasks",
        json={"title": "x"},
        headers=headers,
        trust_env=False,
        timeout=PATIENCE_S,
    )
    process = psutil.Process(server.process.pid)
    before = process.memory_info().rss
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    for framing in (f"Content-Length: {100 * MB}", "Transfer-Encoding: chunked"):
        with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE_S) as connection:
            began = time.perf_counter()
            start = "POST /api/v1/tasks HTTP/1.1\r\nHost: 127.0.0.1"
            connection.sendall(f"{start}\r\n{head}{framing}\r\n\r\n".encode())
            piece = b"x" * 65536
            wrapped = b"10000\r\n" + piece + b"\r\n" if "chunked" in framing else piece
            answer = send_until_answered(connection, wrapped, 100 * MB)
            assert b" 413 " in answer
            assert b"urn:saydo:problem:too-large" in answer
            assert time.perf_counter() - began < PATIENCE_S
    assert process.memory_info().rss - before < 20 * MB
    assert (
        httpx.get(
            f"{server.api}/me", headers=headers, trust_env=False, timeout=PATIENCE_S
        ).status_code
        == 200
    )


def send_until_answered(connection: socket.socket, piece: bytes, most: int) -> bytes:
    connection.setblocking(False)
    answer, sent = b"", 0
    give_up = time.monotonic() + PATIENCE_S
    while b"too-large" not in answer and sent < most and time.monotonic() < give_up:
        if select.select([], [connection], [], 0.1)[1]:
            sent += connection.send(piece[sent % len(piece) :])
        with suppress(BlockingIOError):
            answer += connection.recv(65536)
    return answer
