"""What a clock must not tell: whether an id is somebody else's, and whether a name is known."""

import random
import statistics
import time
import uuid
from collections.abc import Callable
from pathlib import Path

import numpy as np

from bench.equipment.results import Figure, figure
from bench.equipment.seeding import seed
from bench.equipment.serving import Client, prepare, serving, workspace_file
from control_api.app.schemas import CONTROL
from control_api.database.clock import utc_stamp
from control_api.database.folder import CONTROL_NAME
from control_api.database.open import open_writer, transaction
from control_api.input.names import name_key
from control_api.who.accounts.store import ensure_account
from control_api.who.passwords.hashing import HASHER
from control_api.who.passwords.slow_down import FREE_PER_NAME
from control_api.who.passwords.store import StoredPassword, save_password

ASKED = 400
GUESSED = 200
HTTP_NOT_FOUND, HTTP_UNAUTHENTICATED = 404, 401

Ask = Callable[[str], tuple[int, bytes]]


def somebody_elses(asking: Client, other: Client) -> list[Figure]:
    """Ask for what another has and for what nobody has, in turn."""
    task = other.ask("POST", "/tasks", body={"title": "Bob's"})["id"]
    token = other.ask("POST", "/access-tokens", body={"name": "Bob's", "scopes": ["read"]})["id"]
    feed = other.ask("POST", "/feeds", body={"name": "Bob's"})["id"]
    shared = other.ask("POST", "/workspaces", body={"name": "Bob's"})["id"]

    def in_workspace(each: str) -> tuple[int, bytes]:
        return asking.send("GET", "/tasks?limit=1", headers={"Saydo-Workspace": each})

    kinds: dict[str, tuple[str, Ask]] = {
        "task": (task, lambda each: asking.send("GET", f"/tasks/{each}")),
        "change of a task": (
            task,
            lambda each: asking.send("PATCH", f"/tasks/{each}", b'{"title": "Mine"}'),
        ),
        "workspace": (shared, in_workspace),
        "access token": (token, lambda each: asking.send("DELETE", f"/access-tokens/{each}")),
        "feed": (feed, lambda each: asking.send("DELETE", f"/feeds/{each}")),
    }
    return [
        _beside(f"asked for somebody else's {kind}", *_in_turn(ask, theirs, HTTP_NOT_FOUND, ASKED))
        for kind, (theirs, ask) in kinds.items()
    ]


def passwords(data: Path) -> Figure:
    """Try to sign in with a wrong password, under names that are known and names that are not.

    Each name is tried as often as it may be without a wait, each time from another address.
    """
    tokens = prepare(data, [])
    seed(workspace_file(data), 10)
    names = [f"known{number}@example.org" for number in range(GUESSED // FREE_PER_NAME)]
    kept = HASHER.hash("correct horse battery")
    control = open_writer(data / CONTROL_NAME, CONTROL)
    with transaction(control):
        for name in names:
            account = str(uuid.uuid4())
            ensure_account(control, account, utc_stamp())
            save_password(control, StoredPassword(account, name, name_key(name), kept))
    control.close()
    with serving(data, tokens, SAYDO_TRUSTED_PROXIES="127.0.0.1") as served:
        client = served.client()
        tries = iter(range(4 * GUESSED))

        def guess(name: str) -> tuple[int, bytes]:
            number = next(tries)
            address = {"X-Forwarded-For": f"10.1.{number // 250}.{number % 250}"}
            body = b'{"name": "%s", "password": "wrong horse battery"}' % name.encode()
            return client.send("POST", "/sign-in", body, address)

        guess("nobody@example.org")
        known: list[float] = []
        unknown: list[float] = []
        for number in range(GUESSED):
            name = names[number % len(names)]
            both = [(known, name), (unknown, name.replace("known", "other"))]
            for took, each in random.sample(both, 2):
                took.append(_timed(guess, each, HTTP_UNAUTHENTICATED)[0])
    return _beside("wrong password for a known name", known, unknown)


def _in_turn(ask: Ask, theirs: str, status: int, count: int) -> tuple[list[float], list[float]]:
    """Milliseconds for the one and for ids of nobody, in a random order of each two."""
    somebody: list[float] = []
    nobody: list[float] = []
    texts = set()
    ask(theirs)
    for _ in range(count):
        for took, each in random.sample([(somebody, theirs), (nobody, str(uuid.uuid4()))], 2):
            ms, text = _timed(ask, each, status)
            took.append(ms)
            texts.add(text)
    if len(texts) > 1:
        raise RuntimeError(f"the answers differ: {texts}")
    return somebody, nobody


def _timed(ask: Ask, what: str, status: int) -> tuple[float, bytes]:
    began = time.perf_counter()
    found, text = ask(what)
    took = (time.perf_counter() - began) * 1000
    if found != status:
        raise RuntimeError(f"{found} instead of {status}: {text[:200]!r}")
    return took, text


def _beside(name: str, took: list[float], other: list[float]) -> Figure:
    """The figure, and by how much the medians differ; the fastest tenth too, for a busy machine."""
    return figure(
        name,
        "ms",
        took,
        p50_of_nobodys=round(statistics.median(other), 4),
        differ_percent=_differ(took, other, 50),
        fastest_differ_percent=_differ(took, other, 10),
    )


def _differ(took: list[float], other: list[float], share: int) -> float:
    here, there = float(np.percentile(took, share)), float(np.percentile(other, share))
    return round(100 * abs(here - there) / there, 2)
