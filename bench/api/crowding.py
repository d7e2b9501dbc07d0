"""Many at the same rows, and many who hold connections without using them."""

import asyncio
import socket
import time
from collections import Counter
from contextlib import ExitStack
from typing import Any

import aiohttp
import numpy as np

from bench.api.crowd import connected
from bench.api.requests import timed_ms
from bench.equipment.results import Figure, figure
from bench.equipment.serving import Served

CLIENTS = 8
COMMANDS = 100
HALF_REQUESTS = 500
ROUNDS = 3
READS = 300
HALF = b"GET /api/v1/health HTTP/1.1\r\nHost: 127.0.0.1\r\n"


async def same_rows(served: Served, ids: list[str]) -> list[Figure]:
    """Eight people, a page and an assistant at the same few tasks; how long each write took."""
    took: dict[str, list[float]] = {"command": [], "change of what was read": []}
    answers: Counter[int] = Counter()
    async with connected(served, CLIENTS + 2) as http:

        async def person(name: int) -> None:
            for number in range(COMMANDS):
                task_id = ids[number % len(ids)]
                note = {"notes": f"{name}.{number}"}
                action = {"type": "update_task", "task_id": task_id} | note
                body = {"actions": [action]}
                answers[await _send(http, took["command"], "POST", "commands", body)] += 1
                async with http.get(f"/api/v1/tasks/{task_id}") as read:
                    version = {"If-Match": read.headers["ETag"]}
                answers[
                    await _send(
                        http,
                        took["change of what was read"],
                        "PATCH",
                        f"tasks/{task_id}",
                        note,
                        version,
                    )
                ] += 1

        async def page() -> None:
            while True:
                async with http.get("/api/v1/tasks?limit=50&sort=-updated_at") as answer:
                    await answer.read()

        async def assistant() -> None:
            said = {"text": "What's on for Friday?"}
            while True:
                async with http.post("/api/v1/commands", json=said) as answer:
                    await answer.read()

        others = [asyncio.create_task(page()), asyncio.create_task(assistant())]
        await asyncio.gather(*(person(name) for name in range(CLIENTS)))
        for other in others:
            other.cancel()
    refused = {f"answered_{status}": count for status, count in sorted(answers.items())}
    where = f"{CLIENTS} people, a page and an assistant at {len(ids)} tasks"
    return [figure(f"{where}, {name}", "ms", each, **refused) for name, each in took.items()]


async def _send(
    http: aiohttp.ClientSession,
    took: list[float],
    method: str,
    address: str,
    body: Any,
    headers: dict[str, str] | None = None,
) -> int:
    began = time.perf_counter()
    async with http.request(method, f"/api/v1/{address}", json=body, headers=headers) as answer:
        await answer.read()
    took.append((time.perf_counter() - began) * 1000)
    return answer.status


def among_half_requests(served: Served) -> list[Figure]:
    """How long another client's reads take without and with many that begin and never end."""
    alone: list[float] = []
    among: list[float] = []
    times = []
    for _ in range(ROUNDS):
        before = _reads(served)
        with ExitStack() as held:
            for _ in range(HALF_REQUESTS):
                half = socket.create_connection(("127.0.0.1", served.port), timeout=10)
                held.enter_context(half)
                half.sendall(HALF)
            meanwhile = _reads(served)
        times.append(round(float(np.percentile(meanwhile, 99) / np.percentile(before, 99)), 2))
        alone += before
        among += meanwhile
    return [
        figure("read, nobody else there", "ms", alone),
        figure(f"read, {HALF_REQUESTS} half requests open", "ms", among, p99_times=times),
    ]


def _reads(served: Served) -> list[float]:
    client = served.client()
    client.ask("GET", "/me")
    return [timed_ms(lambda: client.ask("GET", "/tasks", limit=1)) for _ in range(READS)]
