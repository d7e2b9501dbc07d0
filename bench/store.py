"""The store at the client: one question after the other at several sizes, and many at once."""

import asyncio
import itertools
import os
import random
import tempfile
import time
import uuid
from pathlib import Path

from bench.api import timed_ms
from bench.crowd import crowd, event_to_subscribers
from bench.results import Figure, Report, figure
from bench.seeding import NAMES, PROJECTS, TAGS, THINGS, VERBS, seed
from bench.serving import Client, Served, prepare, serving, serving_nothing, workspace_file

SIZES = [int(each) for each in os.environ.get("BENCH_TASKS", "1000,10000,100000").split(",")]
"""Tasks in one workspace; a million can be asked for."""
CROWD_S = float(os.environ.get("BENCH_CROWD_S", "10"))
"""How long 50 clients ask at once."""
WORKSPACES, TASKS_EACH = int(os.environ.get("BENCH_WORKSPACES", "1000")), 100
ROUNDS = 300

FILTERS = (
    "due before next friday & #work & !done",
    "(overdue | today) & p1",
    "@Sarah & open",
    "in Home & no date",
    "/Garden & open & priority >= high",
    "created after 2026-06-01 & !done",
    "due this week & !done",
    "blocked & open",
    "repeats",
    '"milk invoice"',
    "#phone & today",
    "completed since monday",
)
SORTS = ("due", "-due", "-priority", "title", "-updated_at", "created_at", "-created_at")


def measure(report: Report) -> None:
    """All of it, into the report."""
    for count in SIZES:
        with tempfile.TemporaryDirectory(prefix="saydo-bench-") as folder:
            data = Path(folder) / "data"
            tokens = prepare(data, [])
            ids = seed(workspace_file(data), count)
            with serving(data, tokens) as served:
                report.add(*one_by_one(served.client(), ids, f"{count:,} tasks"))
                if count == max(size for size in SIZES if size <= 100_000):
                    report.add(asyncio.run(crowd(served, ids, CROWD_S, f"{count:,} tasks")))
                    report.add(asyncio.run(event_to_subscribers(served)))
    with serving_nothing() as served:
        report.add(asyncio.run(crowd(served, [], CROWD_S, "bare handler")))
    report.add(*many_workspaces())


def one_by_one(client: Client, ids: list[str], where: str) -> list[Figure]:
    """Each kind of question, one after the other."""
    chance = random.Random(1)
    # The first question of each kind opens files and fills caches, as once after each start.
    for kind in _QUESTIONS.values():
        kind(client, chance, ids)
    return [
        figure(
            f"store {name}, {where}",
            "ms",
            [timed_ms(lambda ask=ask: ask(client, chance, ids)) for _ in range(ROUNDS)],  # type: ignore[misc]
        )
        for name, ask in _QUESTIONS.items()
    ]


def many_workspaces() -> list[Figure]:
    """The same questions, each to another of many small workspaces."""
    with tempfile.TemporaryDirectory(prefix="saydo-bench-") as folder:
        data = Path(folder) / "data"
        accounts = [str(uuid.UUID(int=number, version=4)) for number in range(1, WORKSPACES + 1)]
        tokens = prepare(data, accounts)
        seed(workspace_file(data), TASKS_EACH)
        ids = {
            account: seed(workspace_file(data, account), TASKS_EACH, number=number)
            for number, account in enumerate(accounts)
        }
        where = f"{WORKSPACES:,} workspaces of {TASKS_EACH} tasks"
        with serving(data, tokens) as served:
            return [_first_opening(served, accounts, where), *_in_turn(served, ids, where)]


def _first_opening(served: Served, accounts: list[str], where: str) -> Figure:
    began = time.perf_counter()
    for account in accounts:
        served.client(account).ask("GET", "/tasks", limit=1)
    took = (time.perf_counter() - began) * 1000 / len(accounts)
    return figure(f"store first question to a workspace, {where}", "ms", [took])


def _in_turn(served: Served, ids: dict[str, list[str]], where: str) -> list[Figure]:
    chance = random.Random(2)
    some = chance.sample(sorted(ids), min(100, len(ids)))
    clients = {account: served.client(account) for account in some}
    figures = []
    for name, ask in _QUESTIONS.items():
        turns = itertools.islice(itertools.cycle(some), ROUNDS)
        took = [
            timed_ms(lambda a=account, ask=ask: ask(clients[a], chance, ids[a]))  # type: ignore[misc]
            for account in turns
        ]
        figures.append(figure(f"store {name}, {where}", "ms", took))
    return figures


def _read(client: Client, chance: random.Random, ids: list[str]) -> None:
    client.ask("GET", f"/tasks/{chance.choice(ids)}")


def _page(client: Client, chance: random.Random, _: list[str]) -> None:
    sort = chance.choice(SORTS)
    query = {"sort": sort, "limit": 50}
    if sort in client.cursors:
        query["cursor"] = client.cursors.pop(sort)
    page = client.ask("GET", "/tasks", **query)
    if page["next_cursor"]:
        client.cursors[sort] = page["next_cursor"]


def _filter(client: Client, chance: random.Random, _: list[str]) -> None:
    client.ask("GET", "/tasks", limit=50, filter=chance.choice(FILTERS))


def _search(client: Client, chance: random.Random, _: list[str]) -> None:
    words = chance.choice((*THINGS, *VERBS, *NAMES, *TAGS, *PROJECTS))
    if chance.random() < 0.5:
        words = f"{chance.choice(VERBS)} {chance.choice(THINGS)[:3]}"
    client.ask("GET", "/search", q=words)


def _create(client: Client, chance: random.Random, _: list[str]) -> None:
    title = f"{chance.choice(VERBS)} {chance.choice(THINGS)}"
    body = {"title": title, "due": "2031-05-06", "tags": ["work"], "project": "Home"}
    client.ask("POST", "/tasks", body=body)


_QUESTIONS = {
    "read one": _read,
    "page": _page,
    "filter": _filter,
    "search": _search,
    "create": _create,
}
