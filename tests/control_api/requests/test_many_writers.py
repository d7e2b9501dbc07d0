"""Eight people, a page and an assistant at the same few tasks: all of it is done, in order."""

import threading
import time
from collections.abc import Callable
from typing import Any

import httpx
import psutil
import pytest

from control_api.app.schemas import WORKSPACE
from control_api.database.check import check_file
from control_api.setup.secrets import load_or_create
from control_api.who.signed_tokens.tokens import make_session_token
from tests.control_api.conftest import Server, bearer
from tests.control_api.database.golden import rows
from tests.patience import PATIENCE_S
from tests.sizes import size

PEOPLE = 8
COMMANDS = size(20, 500)
TASKS = 4
EACH_S = 0.25
"""Of the server's work for one command and what a page reads meanwhile. How long people wait for it
is printed: that depends on what else the machine does."""


@pytest.mark.sized
def test_many_at_the_same_tasks_are_all_heard(start_server: Callable[..., Server]) -> None:
    server = start_server()
    secrets = load_or_create(server.data)
    agent = bearer(make_session_token(secrets.signing_key, secrets.owner_id, "talk-1"))

    def connect(headers: dict[str, str]) -> httpx.Client:
        return httpx.Client(
            base_url=server.api, headers=headers, trust_env=False, timeout=PATIENCE_S
        )

    with connect(server.headers()) as http:
        ids = [http.post("/tasks", json={"title": f"Task {n}"}).json()["id"] for n in range(TASKS)]
    took: list[float] = []
    statuses: list[tuple[int, str]] = []
    ended = threading.Event()

    def work(name: int) -> None:
        with connect(agent if name == 0 else server.headers()) as http:
            for number in range(COMMANDS):
                note = {"type": "update_task", "task_id": ids[number % TASKS]}
                body: dict[str, Any] = {"actions": [note | {"notes": f"{name}.{number}"}]}
                began = time.perf_counter()
                answer = http.post("/commands", json=body)
                took.append(time.perf_counter() - began)
                statuses.append((answer.status_code, answer.json()["outcome"]))

    def look() -> None:
        with connect(server.headers()) as http:
            while not ended.is_set():
                answer = http.get("/tasks", params={"limit": 50})
                assert len(answer.json()["items"]) == TASKS

    before = work_of(server)
    page = threading.Thread(target=look)
    people = [threading.Thread(target=work, args=[name]) for name in range(PEOPLE)]
    for thread in (page, *people):
        thread.start()
    for thread in people:
        thread.join()
    ended.set()
    page.join()
    assert set(statuses) == {(200, "done")}
    assert len(statuses) == PEOPLE * COMMANDS
    print(f"p99 {sorted(took)[int(len(took) * 0.99)] * 1000:.0f} ms")
    assert (work_of(server) - before) / len(statuses) < EACH_S
    server.kill()
    (path,) = (server.data / "workspaces").glob("*.db")
    assert check_file(path, WORKSPACE) == []
    said = rows(
        path, "SELECT json_extract(after, '$.notes') FROM events WHERE type = 'task.updated'"
    )
    wanted = {f"{name}.{number}" for name in range(PEOPLE) for number in range(COMMANDS)}
    assert sorted(str(note) for (note,) in said) == sorted(wanted)
    kept = rows(path, "SELECT id, json_extract(document, '$.notes') FROM tasks ORDER BY id")
    assert rows(path, NEWEST) == kept


def work_of(server: Server) -> float:
    """Processor time of the server so far, in seconds."""
    used = psutil.Process(server.process.pid).cpu_times()
    return used.user + used.system


NEWEST = """
    SELECT thing_id, json_extract(after, '$.notes') FROM events
    WHERE id IN (SELECT max(id) FROM events WHERE type = 'task.updated' GROUP BY thing_id)
    ORDER BY thing_id
"""
