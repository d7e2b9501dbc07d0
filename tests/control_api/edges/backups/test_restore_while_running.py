"""A backup put back while the server runs and people use it: all of it, or none of it."""

import itertools
import signal
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import httpx

from control_api.app.schemas import data_folder
from control_api.database.files.peek import beside
from control_api.database.report import check_folder
from control_api.process.back_up import put_back
from control_api.setup.secrets import load_or_create
from control_api.setup.settings import Settings
from tests.control_api.conftest import Server
from tests.control_api.database.filled import NOT_DATA
from tests.patience import PATIENCE_S, wait_until

StartServer = Callable[..., Server]
Rows = dict[str, list[Any]]

WRITERS = 4
MOVES_BY_ITSELF = {"reminder_progress"}
"""How far the server has looked for reminders."""


def ask(server: Server, method: str, path: str, **given: Any) -> Any:
    answer = httpx.request(
        method,
        f"{server.api}/{path}",
        headers=server.headers(),
        trust_env=False,
        timeout=PATIENCE_S,
        **given,
    )
    assert answer.is_success, answer.text
    return answer.json()


def add(server: Server, title: str) -> None:
    ask(server, "POST", "tasks", json={"title": title})


def titles(server: Server) -> set[str]:
    """Of all tasks, however many."""
    found: set[str] = set()
    cursor: dict[str, str] = {}
    while True:
        page = ask(server, "GET", "tasks", params={"limit": 200, **cursor})
        found |= {task["title"] for task in page["items"]}
        if page["next_cursor"] is None:
            return found
        cursor = {"cursor": page["next_cursor"]}


def settings_of(server: Server) -> Settings:
    return Settings(data=server.data, secrets=load_or_create(server.data), port=server.port)


def rows(path: Path) -> Rows:
    """All that a database says, table by table."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        names = db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        return {
            name: sorted(db.execute(f"SELECT * FROM {name}"), key=repr)
            for (name,) in names
            if name not in NOT_DATA | MOVES_BY_ITSELF
        }


@contextmanager
def writers(server: Server) -> Iterator[list[str]]:
    """People who write all the time, and wait when there is no answer; what was acknowledged."""
    acknowledged: list[str] = []
    faults: list[str] = []
    over = threading.Event()

    def write(number: int) -> None:
        with httpx.Client(
            base_url=server.api, headers=server.headers(), trust_env=False, timeout=PATIENCE_S
        ) as http:
            for count in itertools.count():
                if over.is_set():
                    return
                title = f"writer {number}, {count}"
                try:
                    answer = http.post("/tasks", json={"title": title}, timeout=PATIENCE_S)
                except httpx.TransportError:
                    continue
                if answer.status_code == 201:
                    acknowledged.append(title)
                elif answer.status_code != 503:
                    faults.append(answer.text)

    threads = [threading.Thread(target=write, args=[number]) for number in range(WRITERS)]
    for thread in threads:
        thread.start()
    try:
        yield acknowledged
    finally:
        over.set()
        for thread in threads:
            thread.join(PATIENCE_S)
    assert faults == []


def wait_for_more(acknowledged: list[str], count: int = 20) -> None:
    enough = len(acknowledged) + count
    wait_until(lambda: len(acknowledged) >= enough, lambda: "nothing is written any more")


def test_a_restore_under_people_who_write_and_watch_is_whole_and_can_be_taken_back(
    start_server: StartServer,
) -> None:
    server = start_server()
    settings = settings_of(server)
    add(server, "kept")
    backup = ask(server, "POST", "backups")
    with writers(server) as acknowledged:
        wait_for_more(acknowledged)
        with httpx.stream(
            "GET",
            f"{server.api}/events",
            headers=server.headers(),
            timeout=PATIENCE_S,
            trust_env=False,
        ) as stream:
            lines = stream.iter_lines()
            assert next(lines) == ": live"
            before_it = set(acknowledged)
            done = put_back(settings, backup["id"])
            assert list(lines)[-1] == ""  # it ended, after a whole event
        wait_for_more(acknowledged)
    assert done.backup.id == backup["id"]
    assert done.before is not None
    assert done.set_aside == []
    present = titles(server)
    assert "kept" in present
    assert not present & before_it
    assert len(present - {"kept"}) >= 20
    assert all(not report.faults for report in check_folder(data_folder(server.data)))

    put_back(settings, done.before.id)
    server.stop()
    (path,) = (server.data / "workspaces").glob("*.db")
    assert not any(beside(path, suffix).exists() for suffix in ("-wal", "-shm"))
    copy = server.data / "backups" / done.before.id / "workspaces" / path.name
    assert rows(path) == rows(copy)
    assert rows(server.data / "control.db") == rows(copy.parents[1] / "control.db")
    server.restart()
    everything = titles(server)
    assert before_it | {"kept"} <= everything
    add(server, "after all")
    assert "after all" in titles(server)


def first_events(server: Server, after: str, count: int) -> list[tuple[str, str]]:
    """Type and id of what comes first on a stream that is to go on after an event."""
    headers = server.headers() | {"Last-Event-ID": after}
    found, event_id = [], ""
    with httpx.stream(
        "GET", f"{server.api}/events", headers=headers, timeout=PATIENCE_S, trust_env=False
    ) as stream:
        for line in stream.iter_lines():
            name, _, value = line.partition(": ")
            if name == "id":
                event_id = value
            elif name == "event":
                found.append((value, event_id))
            if len(found) == count:
                break
    return found


def test_what_was_taken_back_with_the_rest_is_neither_skipped_nor_taken_for_what_is_new(
    start_server: StartServer,
) -> None:
    server = start_server()
    add(server, "kept")
    backup = ask(server, "POST", "backups")
    headers = server.headers() | {"Idempotency-Key": "one"}

    def add_once() -> Any:
        answer = httpx.post(
            f"{server.api}/tasks",
            json={"title": "milk"},
            headers=headers,
            trust_env=False,
            timeout=PATIENCE_S,
        )
        return answer.raise_for_status().json()

    add_once()
    assert first_events(server, "1", 1) == [("task.created", "2")]
    put_back(settings_of(server), backup["id"])
    assert titles(server) == {"kept"}
    again = add_once()
    assert add_once() == again
    assert len(ask(server, "GET", "tasks")["items"]) == 2
    add(server, "newer")
    new = [("task.created", "2-1"), ("task.created", "3-1")]
    assert first_events(server, "0", 3) == [("task.created", "1"), *new]
    assert first_events(server, "1", 2) == new
    assert first_events(server, "2-1", 1) == new[1:]
    for lost in ("2", "3", "4-1", "1-2"):
        assert first_events(server, lost, 1) == [("reset", "3-1")]


def test_a_server_that_is_ended_while_it_restores_has_all_of_one_state_afterwards(
    start_server: StartServer,
) -> None:
    server = start_server()
    add(server, "kept")
    backup = ask(server, "POST", "backups")
    add(server, "newer")
    assert ask(server, "POST", f"backups/{backup['id']}/restore")["state"] == "begun"
    made = {path.name for path in (server.data / "backups").iterdir()}
    give_up = time.monotonic() + PATIENCE_S
    while {path.name for path in (server.data / "backups").iterdir()} == made:
        assert time.monotonic() < give_up, "no restore was begun"
    server.kill()
    server.restart()
    assert titles(server) in ({"kept"}, {"kept", "newer"})
    assert all(not report.faults for report in check_folder(data_folder(server.data)))
    assert ask(server, "GET", "backups")["last_restore"] is None

    add(server, "newest")
    ask(server, "POST", f"backups/{backup['id']}/restore")
    server.process.send_signal(signal.SIGTERM)
    server.process.wait(PATIENCE_S)
    server.restart()
    assert titles(server) in ({"kept"}, {"kept", "newest"}, {"kept", "newer", "newest"})
    assert all(not report.faults for report in check_folder(data_folder(server.data)))
