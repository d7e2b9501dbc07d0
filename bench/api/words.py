"""Texts made to keep the reading of words busy: how long each takes, and who else waits for it."""

import itertools
import multiprocessing
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np

from bench.api.requests import SENTENCES, timed_ms
from bench.equipment.results import Figure, figure
from bench.equipment.serving import Client, Served

TEXTS = 1_500
SHORT, LONG, TOO_LONG = 60, 700, 2_000
ASKING_AT_ONCE = 2
ROUNDS = 3
OTHERS = 300
PATIENCE_S = 60.0
OPENERS = ("add", "remind me to", "what's on for", "move", "delete", "make it", "every", "")
ENDS = ("", " tomorrow", " to my list", " every day", " x", "!")
OF_THE_ISSUE = (
    "add mon,mon,mon,mon,mon,mon,mon,mon,mon",
    "add office hours 9:00-10:00,10:00-11:00,11:00-12:00,12:00-13:00,13:00-14:00,14:00-15:00",
    "add feb of 9:00-10:00 of now of feb of eod of june of eod of june",
    "remind me to wait due on due on due on due on due on due on due on due on x tomorrow",
    "add milk saydo saydo saydo saydo saydo saydo saydo saydo saydo saydo saydo saydo saydo x",
)
WORDS = """
    monday mon tuesday wed sunday january feb march may december today tonight tomorrow yesterday
    now morning noon midnight night evening lunch day week month year hour minutes second weekend
    next last first third 3rd 31st twelfth one two ten twelve twenty half quarter 3 10 2026 1530
    12/24 2026-11-24 9:00 9:00am 10pm 9-10 9:00-10:00 christmas easter thanksgiving hundred few
    end eod summer winter o'clock half-past mid late every starting due please saydo list done to
""".split()  # noqa: SIM905 (words, to be read)
SEPARATORS = (
    *(" ", ",", ", ", "-", " - ", " to ", " and ", " of ", " at ", " on ", "/", " until ", "! "),
    *(" from ", ".", "; ", " before ", " after ", " in ", "", " the ", " past ", "\u2013", " ¤ "),
)


def words_under_load(served: Served, account: str) -> list[Figure]:
    """The texts one by one, then what the owner waits while that account goes on asking them."""
    asking = served.client(account, patience_s=PATIENCE_S)
    return [_one_by_one(asking), *_among_others(served, account)]


def texts(chance: random.Random) -> Iterator[str]:
    """Rows of one to three time words and a separator or two, without end."""
    for number in itertools.count():
        if number % 50 == 0:
            yield chance.choice(OF_THE_ISSUE) + f" {number}"
        words = chance.sample(WORDS, chance.choice((1, 1, 2, 3)))
        between = chance.sample(SEPARATORS, chance.choice((1, 1, 2)))
        row = "".join(
            part
            for word in itertools.islice(itertools.cycle(words), 200)
            for part in (word, chance.choice(between))
        )
        begin, end = f"{chance.choice(OPENERS)} ", chance.choice(ENDS)
        length = chance.choice((SHORT, LONG, LONG, TOO_LONG)) - len(begin) - len(end)
        yield f"{begin}{row[:length]}{end}".strip()


def _one_by_one(client: Client) -> Figure:
    took, slowest = [], ("", 0.0)
    for text in itertools.islice(texts(random.Random(1)), TEXTS):
        ms = timed_ms(lambda text=text: _ask(client, text))  # type: ignore[misc]
        took.append(ms)
        slowest = max(slowest, (text[:80], ms), key=lambda each: each[1])
    return figure(
        "a text made to be slow", "ms", took, longest=round(slowest[1], 1), which=slowest[0]
    )


def _among_others(served: Served, account: str) -> list[Figure]:
    alone: list[float] = []
    among: list[float] = []
    times = []
    for round_ in range(ROUNDS):
        before = _others(served)
        with _asking(served, account, round_):
            meanwhile = _others(served)
        times.append(round(float(np.percentile(meanwhile, 99) / np.percentile(before, 99)), 2))
        alone += before
        among += meanwhile
    return [
        figure("read, create and sentence, nobody else there", "ms", alone),
        figure(
            f"the same, {ASKING_AT_ONCE} clients ask texts made to be slow",
            "ms",
            among,
            p99_times=times,
        ),
    ]


@contextmanager
def _asking(served: Served, account: str, seed: int) -> Iterator[None]:
    """Clients in processes of their own, which take nothing from the one that measures."""
    context = multiprocessing.get_context("spawn")
    asking = [
        context.Process(target=_keep_asking, args=(served.port, served.tokens[account], seed, n))
        for n in range(ASKING_AT_ONCE)
    ]
    for each in asking:
        each.start()
    time.sleep(2)
    try:
        yield
    finally:
        for each in asking:
            each.kill()
            each.join()


def _keep_asking(port: int, token: str, seed: int, number: int) -> None:
    client = Client(port, token, PATIENCE_S)
    for text in texts(random.Random(f"{seed}.{number}")):
        _ask(client, text)


def _others(served: Served) -> list[float]:
    client = served.client()
    client.ask("GET", "/me")
    took = []
    for number in range(OTHERS):
        said = {"text": SENTENCES[number % len(SENTENCES)], "dry_run": True}
        task = {"title": f"Beside it {number}"}
        took += [
            timed_ms(lambda: client.ask("GET", "/tasks", limit=1)),
            timed_ms(lambda task=task: client.ask("POST", "/tasks", body=task)),  # type: ignore[misc]
            timed_ms(lambda said=said: client.ask("POST", "/commands", body=said)),  # type: ignore[misc]
        ]
    return took


def _ask(client: Client, text: str) -> None:
    client.ask("POST", "/commands", body={"text": text, "dry_run": True})
