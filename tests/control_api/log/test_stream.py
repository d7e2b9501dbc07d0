import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import msgspec
import pytest

from shared.events import Event, TaskEvent
from tests.control_api.conftest import Headers, Server
from tests.patience import PATIENCE_S

StartServer = Callable[..., Server]


@contextmanager
def watch(server: Server, headers: Headers, **params: Any) -> Iterator[Iterator[str]]:
    """The lines of a stream, once it is live."""
    with httpx.stream(
        "GET",
        f"{server.api}/events",
        headers=headers,
        params=params,
        timeout=PATIENCE_S,
        trust_env=False,
    ) as answer:
        assert answer.status_code == 200, answer.read()
        lines = answer.iter_lines()
        assert next(lines) == ": live"
        yield lines


def take(lines: Iterator[str], count: int) -> list[Event]:
    """The next events, each checked against its own id and type."""
    events = []
    fields: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(": ")
        fields[name] = value
        if line == "" and "data" in fields:
            event = msgspec.json.decode(fields["data"], type=Event)
            assert (str(event.id), event.type) == (fields["id"], fields["event"])
            events.append(event)
            fields = {}
            if len(events) == count:
                break
    return events


def create(server: Server, headers: Headers, title: str) -> None:
    httpx.post(
        f"{server.api}/tasks",
        json={"title": title},
        headers=headers,
        trust_env=False,
        timeout=PATIENCE_S,
    ).raise_for_status()


def titles(events: list[Event]) -> list[str]:
    tasks = [event.after for event in events if isinstance(event, TaskEvent)]
    return [task.title if task else "" for task in tasks]


def test_changes_are_seen_as_they_happen(start_server: StartServer) -> None:
    server = start_server()
    headers = server.headers()
    create(server, headers, "before")
    with watch(server, headers) as lines:
        create(server, headers, "first")
        assert titles(take(lines, 1)) == ["first"]
        create(server, headers, "second")
        assert titles(take(lines, 1)) == ["second"]


def test_a_stream_goes_on_after_a_restart_without_gap_or_repeat(start_server: StartServer) -> None:
    server = start_server()
    headers = server.headers()
    with watch(server, headers) as lines:
        create(server, headers, "1")
        seen = take(lines, 1)
        create(server, headers, "2")
        server.stop()
    server.restart()
    create(server, headers, "3")
    with watch(server, headers | {"Last-Event-ID": str(seen[-1].id)}) as lines:
        assert titles(take(lines, 2)) == ["2", "3"]
        create(server, headers, "4")
        assert titles(take(lines, 1)) == ["4"]
    with watch(server, headers, last_event_id=0) as lines:
        assert titles(take(lines, 4)) == ["1", "2", "3", "4"]


def test_a_server_stops_at_once_while_somebody_watches(start_server: StartServer) -> None:
    server = start_server()
    with watch(server, server.headers()) as lines:
        server.stop()
        assert take(lines, 1) == []


def test_many_watchers_see_all_that_many_writers_do(start_server: StartServer) -> None:
    server = start_server()
    headers = server.headers()
    writers, each = 4, 25
    seen: list[list[int]] = []
    ready = threading.Barrier(4)

    def watcher() -> None:
        with watch(server, headers) as lines:
            ready.wait(PATIENCE_S)
            seen.append([event.id for event in take(lines, writers * each)])

    def writer(number: int) -> None:
        for task in range(each):
            create(server, headers, f"{number}-{task}")

    watchers = [threading.Thread(target=watcher) for _ in range(3)]
    for thread in watchers:
        thread.start()
    ready.wait(PATIENCE_S)
    threads = [threading.Thread(target=writer, args=[number]) for number in range(writers)]
    for thread in threads:
        thread.start()
    for thread in [*threads, *watchers]:
        thread.join(PATIENCE_S)
    assert seen == [list(range(1, writers * each + 1))] * 3


def test_signing_out_ends_what_the_browser_watches(start_server: StartServer) -> None:
    server = start_server()
    headers = server.headers()
    with httpx.Client(base_url=server.api, trust_env=False, timeout=PATIENCE_S) as browser:
        code = headers["Authorization"].removeprefix("Bearer ")
        browser.post("/sign-in", json={"code": code}).raise_for_status()
        cookie = {"Cookie": f"saydo_session={browser.cookies['saydo_session']}"}
        with watch(server, cookie) as lines:
            browser.post("/sign-out").raise_for_status()
            ended = time.monotonic()
            assert take(lines, 1) == []
            assert time.monotonic() - ended < PATIENCE_S


@pytest.mark.parametrize("position", ["x", "-1", "1e3", "9" * 19, "²", "1-", "1-x", "1-1-1"])
def test_a_position_that_is_none_is_refused(client: Any, alice: Headers, position: str) -> None:
    answer = client.get("/api/v1/events", params={"last_event_id": position}, headers=alice)
    assert answer.status_code == 422
