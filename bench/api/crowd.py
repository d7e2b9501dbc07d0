"""Many clients at once: how much is answered, and how soon an event is everywhere."""

import asyncio
import json
import random
import time
from typing import Any

import aiohttp

from bench.equipment.results import Figure, figure
from bench.equipment.serving import Served

CLIENTS = 50
READS = 0.8
"""Share of the questions that change nothing."""
SUBSCRIBERS = 100
CHANGES = 60
CONNECTED_WITHIN_S = 30


async def crowd(served: Served, ids: list[str], seconds: float, where: str) -> Figure:
    """Let 50 clients ask for so long; without ids they only ask for the list."""
    took: list[float] = []
    errors: list[str] = []
    async with connected(served, CLIENTS) as session:

        async def client(number: int) -> None:
            chance = random.Random(number)
            while time.perf_counter() < until:
                began = time.perf_counter()
                method, address, body = _question(chance, ids)
                async with session.request(method, address, json=body) as answer:
                    await answer.read()
                    if answer.status >= 400:
                        errors.append(f"{answer.status} {method} {address}")
                took.append((time.perf_counter() - began) * 1000)

        until = time.perf_counter() + seconds
        await asyncio.gather(*(client(number) for number in range(CLIENTS)))
    return figure(
        f"store {CLIENTS} clients at once, {where}",
        "ms",
        took,
        per_second=round(len(took) / seconds),
        errors=len(errors),
        seconds=seconds,
    )


def _question(chance: random.Random, ids: list[str]) -> tuple[str, str, Any]:
    if not ids:
        return "GET", "/api/v1/tasks", None
    if chance.random() >= READS:
        return "POST", "/api/v1/tasks", {"title": f"Milk {chance.random()}"}
    kind = chance.random()
    if kind < 0.6:
        return "GET", f"/api/v1/tasks/{chance.choice(ids)}", None
    if kind < 0.8:
        return "GET", "/api/v1/tasks?limit=20&sort=due", None
    if kind < 0.9:
        return "GET", "/api/v1/search?q=call+mil", None
    return "GET", "/api/v1/tasks?limit=20&filter=overdue%20%26%20%23work", None


async def event_to_subscribers(served: Served) -> Figure:
    """From sending a change to its event at each of 100 subscribers."""
    sent: dict[str, float] = {}
    took: list[float] = []
    live = asyncio.Semaphore(0)
    async with connected(served, SUBSCRIBERS + 1) as session:

        async def listen() -> None:
            async with session.get("/api/v1/events") as stream:
                live.release()
                seen = 0
                async for line in stream.content:
                    if line.startswith(b"data:"):
                        at = time.perf_counter()
                        after = json.loads(line[5:]).get("after") or {}
                        if after.get("title") not in sent:
                            continue  # such as a reminder that goes out meanwhile
                        took.append((at - sent[after["title"]]) * 1000)
                        seen += 1
                        if seen == CHANGES:
                            return

        listeners = [asyncio.create_task(listen()) for _ in range(SUBSCRIBERS)]
        async with asyncio.timeout(CONNECTED_WITHIN_S):
            for _ in listeners:
                await live.acquire()
        await asyncio.sleep(1)
        for number in range(CHANGES):
            title = f"Event {number}"
            sent[title] = time.perf_counter()
            async with session.post("/api/v1/tasks", json={"title": title}) as answer:
                answer.raise_for_status()
            await asyncio.sleep(0.1)
        _, late = await asyncio.wait(listeners, timeout=10)
        for listener in late:
            listener.cancel()
        # What broke off is an error of the benchmark, and not slowness.
        for listener in set(listeners) - late:
            listener.result()
    lost = SUBSCRIBERS * CHANGES - len(took)
    return figure(f"change to event at {SUBSCRIBERS} subscribers", "ms", took, lost=lost)


def connected(served: Served, connections: int) -> aiohttp.ClientSession:
    """Connections of the owner's, to be used at once."""
    return aiohttp.ClientSession(
        f"http://127.0.0.1:{served.port}",
        headers={"Authorization": f"Bearer {served.tokens.get('', '')}"},
        connector=aiohttp.TCPConnector(limit=connections),
        timeout=aiohttp.ClientTimeout(total=None, sock_read=30),
        read_bufsize=1 << 20,
    )
