"""A disk that fails while people write: nothing is acknowledged that is not there, and it heals."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from control_api.database.check import check_file
from control_api.database.migrations import WORKSPACE
from tests.control_api.conftest import Server
from tests.control_api.database.golden import rows

TITLES = "SELECT json_extract(document, '$.title') FROM tasks"
FAULTS = [
    ("fdatasync", "EIO", "1"),
    ("fdatasync", "EIO", "1+"),
    ("pwrite64", "EIO", "1"),
    ("pwrite64", "EIO", "7+"),
    ("pwrite64", "ENOSPC", "1+"),
    ("pwrite64", "ENOSPC", "3"),
]


@contextmanager
def failing(server: Server, call: str, error: str, when: str, log: Path) -> Iterator[None]:
    """Make a call of the server fail; assert at the end that it did."""
    inject = ["-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={when}"]
    command = ["strace", "-f", "-qq", "-p", str(server.process.pid), "-o", str(log), *inject]
    tracer = subprocess.Popen(command)
    tasks = Path(f"/proc/{server.process.pid}/task")
    give_up = time.monotonic() + 30
    while not all(is_traced(task) for task in tasks.iterdir()):
        assert time.monotonic() < give_up, "strace did not attach"
        time.sleep(0.01)
    try:
        yield
    finally:
        tracer.send_signal(signal.SIGINT)
        tracer.wait(30)
    assert "(INJECTED)" in log.read_text(), "the disk never failed"


def is_traced(task: Path) -> bool:
    return "TracerPid:\t0\n" not in (task / "status").read_text()


@pytest.mark.fault
@pytest.mark.timeout(300)
@pytest.mark.skipif(
    shutil.which("strace") is None or os.geteuid() != 0, reason="needs strace, root"
)
def test_what_a_failing_disk_did_not_take_is_refused_and_the_rest_is_there(
    tmp_path: Path, start_server: Callable[..., Server]
) -> None:
    server = start_server(tmp_path / "data")
    acknowledged: list[str] = []
    refused = 0
    with httpx.Client(headers=server.headers(), trust_env=False, timeout=30) as client:

        def create(title: str) -> int:
            answer = client.post(f"{server.api}/tasks", json={"title": title})
            if answer.status_code == 201:
                acknowledged.append(title)
            else:
                assert answer.headers["content-type"] == "application/problem+json"
                assert answer.json()["detail"]
            return answer.status_code

        for number, (call, error, when) in enumerate(FAULTS):
            assert create(f"{number} before") == 201
            with failing(server, call, error, when, tmp_path / f"strace-{number}"):
                statuses = [create(f"{number} while {each}") for each in range(3)]
                assert client.get(f"{server.api}/tasks").status_code == 200
            assert set(statuses) <= {201, 503, 507}
            assert 503 in statuses or 507 in statuses
            refused += sum(status != 201 for status in statuses)
            assert create(f"{number} after") == 201
    server.kill()
    (path,) = (server.data / "workspaces").glob("*.db")
    assert check_file(path, WORKSPACE) == []
    stored = [str(title) for (title,) in rows(path, TITLES)]
    assert sorted(stored) == sorted(acknowledged)
    assert refused >= len(FAULTS)
