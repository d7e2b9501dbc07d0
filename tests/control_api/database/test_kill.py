"""The server is killed again and again while four clients write: what it acknowledged is there.

Half of the kills come at a random time, half at the very call that writes to the disk.
"""

import os
import random
import shutil
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from control_api.database.check import find_faults
from control_api.database.migrations import WORKSPACE
from control_api.database.open import open_writer
from control_api.events.replay import find_damage
from control_api.secrets import load_or_create
from control_api.tasks.store import all_tasks
from tests.control_api.conftest import Server

KILLS = 50
CLIENTS = 4
# Calls of the thread that writes, counted from the start of the process; a task takes some twenty.
LAST_CALL = {"pwrite64": 300, "fdatasync": 20}


class Writer:
    """A client that sends what was not acknowledged again, with the same key."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.sent = 0
        self.acknowledged: set[str] = set()

    def write_until_it_breaks(self, server: Server) -> None:
        with httpx.Client(headers=server.headers(), trust_env=False, timeout=10) as client:
            while True:
                title = f"{self.name}-{self.sent}"
                try:
                    answer = client.post(
                        f"{server.api}/tasks",
                        json={"title": title},
                        headers={"Idempotency-Key": title},
                    )
                except httpx.TransportError:
                    return
                assert answer.status_code == 201, answer.text
                self.acknowledged.add(title)
                self.sent += 1


def killed_by_a_timer(data: Path, writers: list[Writer], chance: random.Random) -> None:
    with running(Server(data)) as server:
        server.wait_until_ready(60)
        threads = start(writers, server)
        time.sleep(chance.uniform(0.02, 0.3))
        os.kill(server.process.pid, signal.SIGKILL)
        finish(server, threads)


def killed_at_a_call(data: Path, writers: list[Writer], chance: random.Random) -> None:
    call = chance.choice(list(LAST_CALL))
    number = chance.randint(1, LAST_CALL[call])
    inject = f"inject={call}:signal=KILL:when={number}"
    # Without the trace of the call strace would not inject anything, and say nothing.
    trace = ("strace", "-D", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", inject)
    with running(Server(data, run_by=trace)) as server:
        try:
            server.wait_until_ready(60)
        except AssertionError:
            assert server.process.poll() == -signal.SIGKILL, server.log.read_text()
        finish(server, start(writers, server))


def start(writers: list[Writer], server: Server) -> list[threading.Thread]:
    threads = [threading.Thread(target=w.write_until_it_breaks, args=[server]) for w in writers]
    for thread in threads:
        thread.start()
    return threads


def finish(server: Server, threads: list[threading.Thread]) -> None:
    try:
        assert server.process.wait(60) == -signal.SIGKILL, "it was not the kill that ended it"
    finally:
        server.kill()
        for thread in threads:
            thread.join()


@contextmanager
def running(server: Server) -> Iterator[Server]:
    try:
        yield server
    finally:
        server.kill()


def check(data: Path, writers: list[Writer]) -> None:
    path = data / "workspaces" / f"{load_or_create(data).owner_id}.db"
    acknowledged = set().union(*(writer.acknowledged for writer in writers))
    if not path.parent.exists():  # killed at the very first start
        assert not acknowledged
        return
    db = open_writer(path, WORKSPACE)
    stored = [task.title for task in all_tasks(db).values()]
    faults = find_faults(db) + find_damage(db)
    db.close()
    begun = {f"{writer.name}-{writer.sent}" for writer in writers}
    assert faults == []
    assert len(stored) == len(set(stored)), "a task is there twice"
    assert acknowledged <= set(stored), "an acknowledged task is lost"
    assert set(stored) <= acknowledged | begun


def kill_again_and_again(data: Path, way: str, kills: int, seed: int) -> int:
    chance = random.Random(seed)
    writers = [Writer(f"{way}-{number}") for number in range(CLIENTS)]
    for _ in range(kills):
        if way == "call":
            killed_at_a_call(data, writers, chance)
        else:
            killed_by_a_timer(data, writers, chance)
        check(data, writers)
    return sum(len(writer.acknowledged) for writer in writers)


@pytest.mark.fault
@pytest.mark.timeout(600)
def test_what_was_acknowledged_survives_every_kill(tmp_path: Path) -> None:
    ways = ["timer", "call" if shutil.which("strace") else "timer"]
    seed = random.randrange(1 << 32)
    print(f"seed {seed}")
    with ThreadPoolExecutor(2) as lanes:
        runs = [
            lanes.submit(kill_again_and_again, tmp_path / str(lane), way, KILLS // 2, seed + lane)
            for lane, way in enumerate(ways)
        ]
        acknowledged = [run.result() for run in runs]
    assert min(acknowledged) > KILLS
