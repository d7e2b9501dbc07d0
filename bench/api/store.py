"""The store at the client: one question after the other at several sizes, and many at once."""

import asyncio
import itertools
import math
import os
import random
import shutil
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from bench.api.crowd import crowd, event_to_subscribers
from bench.api.requests import SENTENCES, timed_ms
from bench.equipment.results import Figure, Report, figure
from bench.equipment.seeding import NAMES, PROJECTS, TAGS, THINGS, VERBS, seed
from bench.equipment.serving import (
    Client,
    Served,
    prepare,
    serving,
    serving_nothing,
    workspace_file,
)

SIZES = [int(each) for each in os.environ.get("BENCH_TASKS", "1000,10000,100000").split(",")]
"""Tasks in one workspace; a million can be asked for."""
CROWD_S = float(os.environ.get("BENCH_CROWD_S", "60"))
"""How long 50 clients ask at once."""
WORKSPACES, TASKS_EACH = int(os.environ.get("BENCH_WORKSPACES", "1000")), 100
ROUNDS = 1_000
LONGEST_S = 30.0
"""For one kind of question."""

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
    """All of it, into the report; a part that fails is named in the end, and the others go on."""
    smallest: dict[str, Figure] = {}
    for count in SIZES:
        with report.part(f"store, {count:,} tasks"):
            _one_workspace(report, count, smallest)
    with report.part("store, bare handler"), serving_nothing() as served:
        report.add(asyncio.run(crowd(served, [], CROWD_S, "bare handler")))
    with report.part("store, many workspaces"):
        _many_workspaces(report)


def _one_workspace(report: Report, count: int, smallest: dict[str, Figure]) -> None:
    with tempfile.TemporaryDirectory(prefix="saydo-bench-") as folder:
        data = Path(folder) / "data"
        tokens = prepare(data, [])
        ids = seed(workspace_file(data), count, tell=report.say)
        with serving(data, tokens) as served:
            report.say("waiting until the server has planned what is due")
            served.settle()
            for name, found in one_by_one(served.client(), ids, f"{count:,} tasks"):
                report.add(_beside(found, count, smallest.setdefault(name, found)))
            if count == max((size for size in SIZES if size <= 100_000), default=0):
                report.add(asyncio.run(crowd(served, ids, CROWD_S, f"{count:,} tasks")))
                report.add(asyncio.run(event_to_subscribers(served)))


def one_by_one(client: Client, ids: list[str], where: str) -> Iterator[tuple[str, Figure]]:
    """Each kind of question, one after the other."""
    chance = random.Random(1)
    # The first question of each kind opens files and fills caches, as once after each start.
    for kind in _QUESTIONS.values():
        kind(client, chance, ids)
    for name, ask in _QUESTIONS.items():
        took = _rounds(lambda ask=ask: ask(client, chance, ids))  # type: ignore[misc]
        yield name, figure(f"store {name}, {where}", "ms", took)


def _rounds(ask: Callable[[], None]) -> list[float]:
    """How long each took; fewer of those that are slow, so that the whole comes to its end."""
    took: list[float] = []
    give_up = time.monotonic() + LONGEST_S
    while len(took) < ROUNDS and (not took or time.monotonic() < give_up):
        took.append(timed_ms(ask))
    return took


def _beside(found: Figure, count: int, smallest: Figure) -> Figure:
    """How much dearer it is than at the smallest size, and how much the logarithm has grown."""
    notes = {
        "times_smallest": round(found.p50 / smallest.p50, 2),
        "logarithm": round(math.log(count) / math.log(SIZES[0]), 2),
    }
    return msgspec.structs.replace(found, notes=notes)


def _many_workspaces(report: Report) -> None:
    """The same questions, each to another of many small workspaces."""
    with tempfile.TemporaryDirectory(prefix="saydo-bench-") as folder:
        data = Path(folder) / "data"
        accounts = [str(uuid.UUID(int=number, version=4)) for number in range(1, WORKSPACES + 1)]
        alone = prepare(data, [])
        ids = seed(workspace_file(data), TASKS_EACH)
        with serving(data, alone) as served:
            served.settle()  # so that there is nothing to plan in the copies
        tokens = prepare(data, accounts)
        for account in accounts:
            shutil.copyfile(workspace_file(data), workspace_file(data, account))
        where = f"{WORKSPACES:,} workspaces of {TASKS_EACH} tasks"
        report.say(where)
        with serving(data, tokens) as served:
            served.settle()
            for name in ("first question to a workspace", "question to one that was left alone"):
                took = [
                    timed_ms(lambda a=account: served.client(a).ask("GET", "/tasks", limit=1))  # type: ignore[misc]
                    for account in accounts
                ]
                report.add(figure(f"store {name}, {where}", "ms", took, **served.held()))
            report.add(*_in_turn(served, ids, accounts, where))


def _in_turn(served: Served, ids: list[str], accounts: list[str], where: str) -> list[Figure]:
    chance = random.Random(2)
    some = chance.sample(accounts, min(100, len(accounts)))
    clients = itertools.cycle([served.client(account) for account in some])
    for _ in some:
        next(clients).ask("GET", "/tasks", limit=1)
    return [
        figure(
            f"store {name}, {where}",
            "ms",
            _rounds(lambda ask=ask: ask(next(clients), chance, ids)),  # type: ignore[misc]
        )
        for name, ask in _QUESTIONS.items()
    ]


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


def _sentence(client: Client, chance: random.Random, _: list[str]) -> None:
    client.ask("POST", "/commands", body={"text": chance.choice(SENTENCES), "dry_run": True})


_QUESTIONS = {
    "read one": _read,
    "page": _page,
    "filter": _filter,
    "search": _search,
    "create": _create,
    "sentence": _sentence,
}
