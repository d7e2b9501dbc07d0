"""How long a sentence takes at the API, beside ten thousand tasks and five hundred people."""

import itertools
import random
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from bench.api.requests import timed_ms
from bench.equipment.results import Figure, Report, figure
from bench.equipment.seeding import NAMES, THINGS, VERBS, seed
from bench.equipment.serving import Client, prepare, serving, workspace_file

TASKS, PEOPLE = 10_000, 500
SENTENCES, BREATHS, LONGEST_TEXTS = 600, 60, 60
CLAUSES, LONGEST = 10, 700
PATTERNS = (
    "remind me to {verb} the {thing} {when}",
    "add {thing} to my shopping list",
    "move {verb} {thing} to {when}",
    "done with the {thing} for {name}",
    "what's on for {when}",
    "when is the {thing}",
    "is the {thing} on my {thing} list",
    "who has the {thing}",
    "{verb} the {thing} is urgent",
    "give the {thing} to {name}",
    "set a timer for {number} minutes called {thing}",
    "delete {verb} {thing}",
    "pop something about the {thing} into the diary for {when}",
    "how tall is {name}",
)
DONE = (
    "remind me to {verb} the {thing} {when}",
    "add {thing} to my shopping list",
    "set a timer for {number} minutes called {thing}",
    "add a task to {verb} the {thing} {when}",
    "create a task called {verb} {thing} number {number}",
    "what's on for {when}",
)
"""What can be done whatever there is, so that all clauses of a breath are read."""
WHENS = ("tomorrow at three", "next Friday", "the 5th of May", "on Monday morning", "in two weeks")


def measure(report: Report) -> None:
    """All of it, into the report."""
    with tempfile.TemporaryDirectory(prefix="saydo-bench-") as folder:
        data = Path(folder) / "data"
        tokens = prepare(data, [])
        seed(workspace_file(data), TASKS, tell=report.say)
        with report.part("sentences"), serving(data, tokens) as served:
            report.say("waiting until the server has planned what is due")
            served.settle()
            client = served.client()
            _add_people(client)
            report.add(*_figures(client))


def _add_people(client: Client) -> None:
    actions = [{"type": "create_person", "name": f"Person {at}"} for at in range(PEOPLE)]
    client.ask("POST", "/commands", body={"actions": actions})


def _figures(client: Client) -> Iterator[Figure]:
    chance = random.Random(1)
    said = _sentences(chance)
    said_to_be_done = _sentences(chance, DONE)
    breaths = (", and ".join(itertools.islice(said_to_be_done, CLAUSES)) for _ in range(BREATHS))
    mixed = (", and ".join(itertools.islice(said, CLAUSES)) for _ in range(BREATHS))
    rows = (
        " ".join(itertools.islice(_sentences(chance), 30))[:LONGEST] for _ in range(LONGEST_TEXTS)
    )
    sets = {
        "one sentence": list(itertools.islice(said, SENTENCES)),
        f"{CLAUSES} clauses in one breath": list(breaths),
        f"{CLAUSES} clauses, some of which can't be done": list(mixed),
        f"{LONGEST} characters": list(rows),
    }
    # Each a minute after the one before: what was read of a time is read anew.
    began, minutes = datetime.now(UTC), itertools.count()
    for name, texts in sets.items():
        took = [
            timed_ms(partial(_ask, client, text, began + timedelta(minutes=next(minutes))))
            for text in texts
        ]
        longest = round(max(took), 1)
        yield figure(f"{name}, {TASKS:,} tasks, {PEOPLE} people", "ms", took, longest=longest)


def _ask(client: Client, text: str, now: datetime) -> None:
    client.ask("POST", "/commands", body={"text": text, "dry_run": True, "now": now.isoformat()})


def _sentences(chance: random.Random, patterns: Sequence[str] = PATTERNS) -> Iterator[str]:
    while True:
        yield chance.choice(patterns).format(
            verb=chance.choice(VERBS),
            thing=chance.choice(THINGS),
            name=chance.choice(NAMES),
            when=chance.choice(WHENS),
            number=chance.randint(2, 59),
        )
