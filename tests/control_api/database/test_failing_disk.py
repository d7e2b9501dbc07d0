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

from control_api.app.schemas import WORKSPACE
from control_api.database.check import check_file
from tests.control_api.conftest import Server
from tests.control_api.database.golden import rows
from tests.patience import PATIENCE_S
from tests.sizes import size

TITLES = "SELECT json_extract(document, '$.title') FROM tasks"
STEPS = range(1, size(0, 12) + 1)
FAULTS = [
    ("fdatasync", "EIO", "1"),
    ("fdatasync", "EIO", "1+"),
    ("pwrite64", "EIO", "1"),
    ("pwrite64", "EIO", "7+"),
    ("pwrite64", "ENOSPC", "1+"),
    ("pwrite64", "ENOSPC", "3"),
    *(
        (call, error, f"{step}{lasts}")
        for call in ("fdatasync", "pwrite64")
        for error in ("EIO", "ENOSPC")
        # A task takes some seventy writes, and waits for the disk once.
        for step in (STEPS if call == "pwrite64" else STEPS[:3])
        for lasts in ("", "+")
    ),
]
OF_NEW_FILES = [
    ("openat", "EIO", "1+"),
    ("openat", "ENOSPC", "2+"),
    ("rename", "EIO", "1"),
    ("rename", "ENOSPC", "1+"),
    ("fsync", "EIO", "1"),
]
"""Of the calls that make a file; a workspace gets its own when it is first used."""
needs_strace = pytest.mark.skipif(
    shutil.which("strace") is None or os.geteuid() != 0, reason="needs strace, root"
)

_LETS_GO_WITHIN_S = 20.0

pytestmark = [pytest.mark.fault]


@contextmanager
def failing(server: Server, call: str, error: str, when: str, log: Path) -> Iterator[None]:
    """Make a call of the server fail; assert at the end that it did."""
    inject = ["-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={when}"]
    command = ["strace", "-f", "-qq", "-p", str(server.process.pid), "-o", str(log), *inject]
    tracer = subprocess.Popen(command)
    tasks = Path(f"/proc/{server.process.pid}/task")
    give_up = time.monotonic() + PATIENCE_S
    while not all(is_traced(task) for task in tasks.iterdir()):
        assert time.monotonic() < give_up, "strace did not attach"
        time.sleep(0.01)
    try:
        yield
    finally:
        end(tracer)
    assert "(INJECTED)" in log.read_text(), "the disk never failed"


def end(tracer: subprocess.Popen[bytes]) -> None:
    """Have it let go. Once in a while it waits for a thread that has just gone, for ever."""
    tracer.send_signal(signal.SIGINT)
    try:
        tracer.wait(_LETS_GO_WITHIN_S)
    except subprocess.TimeoutExpired:
        tracer.kill()  # the kernel lets go of what it traced
        tracer.wait(PATIENCE_S)


def is_traced(task: Path) -> bool:
    return "TracerPid:\t0\n" not in (task / "status").read_text()


@needs_strace
@pytest.mark.sized
def test_what_a_failing_disk_did_not_take_is_refused_and_the_rest_is_there(
    tmp_path: Path, start_server: Callable[..., Server]
) -> None:
    server = start_server(tmp_path / "data")
    acknowledged: list[str] = []
    refused = 0
    with httpx.Client(headers=server.headers(), trust_env=False, timeout=PATIENCE_S) as client:

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


@needs_strace
def test_a_file_that_could_not_be_made_is_made_when_the_disk_is_well_again(
    tmp_path: Path, start_server: Callable[..., Server]
) -> None:
    server = start_server(tmp_path / "data")
    with httpx.Client(
        base_url=server.api, headers=server.headers(), trust_env=False, timeout=PATIENCE_S
    ) as client:
        for number, (call, error, when) in enumerate(OF_NEW_FILES):
            made = client.post("/workspaces", json={"name": f"Ours {number}"}).json()["id"]
            there = {"Saydo-Workspace": made}
            with failing(server, call, error, when, tmp_path / f"strace-{number}"):
                refused = client.post("/tasks", json={"title": "Milk"}, headers=there)
            assert refused.status_code in {503, 507}, (call, refused.text)
            assert refused.headers["content-type"] == "application/problem+json"
            assert client.get("/tasks", headers=there).json()["items"] == []
            again = client.post("/tasks", json={"title": "Milk"}, headers=there)
            assert again.status_code == 201, (call, again.text)
    server.kill()
    for path in (server.data / "workspaces").glob("*.db"):
        assert check_file(path, WORKSPACE) == []
    assert not list((server.data / "workspaces").glob("*.new*"))
