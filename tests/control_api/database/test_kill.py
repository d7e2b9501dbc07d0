"""The server is killed again and again while four clients write: what it acknowledged is there.

Half of the kills come at a random time, half at the very call that writes to the disk.
"""

import http.client
import json
import os
import random
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from control_api.app.schemas import WORKSPACE
from control_api.database.check import check_file
from control_api.database.open import open_writer
from control_api.kinds.tasks.records.store import all_tasks
from control_api.setup.secrets import load_or_create
from control_api.who.signed_tokens.tokens import make_owner_token
from tests.control_api.conftest import ROOT, bearer, free_port
from tests.control_api.database.killing import wait_for_tracer
from tests.patience import PATIENCE_S
from tests.sizes import size

KILLS = size(50, 200)
CLIENTS = 4
START_WITHIN_S = 2
# Calls of the thread that writes, counted from the start of the process; a task takes about seventy
# writes and one wait for the disk.
LAST_CALL = {"pwrite64": 1500, "fdatasync": 25}


class Prefork:
    """Makes servers that need not load anything."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.control_api.database.prefork"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._answer() == "ready"

    def start(self, data: Path, port: int) -> int:
        return int(self._ask(f"start {data} {port} {data}.log"))

    def wait(self, pid: int) -> int:
        return int(self._ask(f"wait {pid}"))

    def close(self) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(PATIENCE_S)
        self._process.stdout.close()

    def _ask(self, order: str) -> str:
        assert self._process.stdin
        print(order, file=self._process.stdin, flush=True)
        return self._answer()

    def _answer(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().strip()


class Writer:
    """A client that sends what was not acknowledged again, with the same key."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.sent = 0
        self.acknowledged: set[str] = set()

    def write_until_it_breaks(self, port: int, headers: dict[str, str]) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
        try:
            while True:
                title = f"{self.name}-{self.sent}"
                connection.request(
                    "POST",
                    "/api/v1/tasks",
                    json.dumps({"title": title}),
                    headers
                    | {
                        "Idempotency-Key": title,
                        "Content-Type": "application/json",
                        "Host": "127.0.0.1",
                    },
                )
                answer = connection.getresponse()
                answer.read()
                assert answer.status == 201
                self.acknowledged.add(title)
                self.sent += 1
        except (OSError, http.client.HTTPException):
            return
        finally:
            connection.close()


def kill_once(prefork: Prefork, data: Path, writers: list[Writer], chance: random.Random) -> float:
    """Start it, let the clients write, kill it; the seconds that the start took."""
    secrets = load_or_create(data)
    headers = bearer(make_owner_token(secrets.signing_key, secrets.owner_id))
    port = free_port()
    server = prefork.start(data, port)
    threads = [
        threading.Thread(target=each.write_until_it_breaks, args=[port, headers])
        for each in writers
    ]
    with at_a_call(server, chance) if data.name == "call" else at_a_time(server, writers, chance):
        took = seconds_until_it_answers(server, port)
        for thread in threads:
            thread.start()
    assert prefork.wait(server) == -signal.SIGKILL, Path(f"{data}.log").read_text()
    for thread in threads:
        thread.join()
    return took


@contextmanager
def at_a_time(server: int, writers: list[Writer], chance: random.Random) -> Iterator[None]:
    """Kill the server at some time, mostly when it is at work."""
    before = [writer.sent for writer in writers]
    os.kill(server, signal.SIGCONT)
    yield
    give_up = time.monotonic() + chance.choice([0.1, 60, 60, 60])
    while [writer.sent for writer in writers] == before and time.monotonic() < give_up:
        time.sleep(0.002)
    time.sleep(chance.uniform(0, 0.3))
    os.kill(server, signal.SIGKILL)


@contextmanager
def at_a_call(server: int, chance: random.Random) -> Iterator[None]:
    """Kill the server at some call that writes to the disk."""
    call = chance.choice(list(LAST_CALL))
    fault = f"{call}:signal=KILL:when={chance.randint(1, LAST_CALL[call])}"
    # Without the trace of the call strace would not inject anything, and say nothing.
    inject = ("-e", f"trace={call}", "-e", f"inject={fault}")
    tracer = subprocess.Popen(["strace", "-f", "-qq", "-o", os.devnull, "-p", str(server), *inject])
    wait_for_tracer(server)
    os.kill(server, signal.SIGCONT)
    yield
    tracer.wait(PATIENCE_S)


def seconds_until_it_answers(server: int, port: int) -> float:
    """Of its work, which is the same on a busy machine; 0 when it was killed before."""
    wait_until_it_listens(server, port)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
    try:
        connection.request("GET", "/api/v1/health", headers={"Host": "127.0.0.1"})
        connection.getresponse().read()
        used = psutil.Process(server).cpu_times()
    except (OSError, http.client.HTTPException, psutil.NoSuchProcess):
        return 0
    finally:
        connection.close()
    return used.user + used.system


def wait_until_it_listens(server: int, port: int) -> None:
    while Path(f"/proc/{server}/stat").read_text().rpartition(") ")[2][0] != "Z":
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.005)


def check(data: Path, writers: list[Writer]) -> None:
    path = data / "workspaces" / f"{load_or_create(data).owner_id}.db"
    acknowledged = set().union(*(writer.acknowledged for writer in writers))
    if not path.exists():  # killed at the very first start
        assert not acknowledged
        return
    assert check_file(path, WORKSPACE) == []
    db = open_writer(path, WORKSPACE)
    stored = [task.title for task in all_tasks(db).values()]
    db.close()
    begun = {f"{writer.name}-{writer.sent}" for writer in writers}
    assert len(stored) == len(set(stored)), "a task is there twice"
    assert acknowledged <= set(stored), "an acknowledged task is lost"
    assert set(stored) <= acknowledged | begun


def kill_again_and_again(data: Path, kills: int, seed: int) -> tuple[int, list[float]]:
    """How many tasks were acknowledged, and the seconds that each start took."""
    chance = random.Random(seed)
    writers = [Writer(f"{data.name}-{number}") for number in range(CLIENTS)]
    prefork = Prefork()
    starts = []
    try:
        for _ in range(kills):
            starts.append(kill_once(prefork, data, writers, chance))
            check(data, writers)
    finally:
        prefork.close()
    return sum(len(writer.acknowledged) for writer in writers), starts


@pytest.mark.fault
@pytest.mark.sized
def test_what_was_acknowledged_survives_every_kill(tmp_path: Path) -> None:
    ways = ["timer", "call"] if shutil.which("strace") else ["timer"]
    seed = random.randrange(1 << 32)
    print(f"seed {seed}")
    with ThreadPoolExecutor(2) as lanes:
        runs = [
            lanes.submit(kill_again_and_again, tmp_path / way, KILLS // len(ways), seed + lane)
            for lane, way in enumerate(ways)
        ]
        acknowledged, starts = zip(*(run.result() for run in runs), strict=True)
    assert min(acknowledged) > KILLS
    print(f"{acknowledged} acknowledged; starts took {[f'{max(each):.2f} s' for each in starts]}")
    # Where each call is watched, a start is as slow as that; another program may be in the way.
    assert statistics.median(starts[0]) < START_WITHIN_S
