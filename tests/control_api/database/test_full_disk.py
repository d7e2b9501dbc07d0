"""A disk that is really full: a small one, mounted where only the server and its parent see it."""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from tests.control_api.conftest import Server
from tests.patience import PATIENCE_S

StartServer = Callable[..., Server]
MOUNT = 'mount -t tmpfs -o size=2m tmpfs "$SAYDO_DATA" && exec "$@"'


def can_mount() -> bool:
    unshare = shutil.which("unshare")
    if unshare is None or os.geteuid() != 0:
        return False
    tried = [unshare, "-m", "sh", "-c", "mount -t tmpfs -o size=64k tmpfs /mnt"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


def fill(filler: Path) -> None:
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(b"x" * 4096)


@pytest.mark.fault
@pytest.mark.skipif(not can_mount(), reason="needs to mount a small disk, which only root may")
def test_a_full_disk_loses_nothing_and_works_again_when_there_is_room(
    tmp_path: Path, start_server: StartServer
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    server = start_server(data, run_by=("unshare", "-m", "sh", "-c", MOUNT, "sh"))
    seen = Path(f"/proc/{server.process.pid}/root{data}")
    server.data = seen
    with httpx.Client(
        base_url=server.api, headers=server.headers(), trust_env=False, timeout=PATIENCE_S
    ) as client:
        acknowledged = []
        statuses: list[int] = []
        filler = seen / "filler"
        fill(filler)
        while len(statuses) < 2000 and statuses[-3:] != [507] * 3:
            answer = client.post("/tasks", json={"title": f"Task {len(statuses)}"})
            statuses.append(answer.status_code)
            if answer.status_code == 201:
                acknowledged.append(answer.json()["id"])
            else:
                assert answer.json()["type"] == "urn:saydo:problem:storage-full"
        assert statuses[-1] == 507, "the disk was never full"
        assert client.get("/tasks").status_code == 200
        assert client.post("/backups").status_code == 507
        assert client.get("/backups").json()["items"] == []
        filler.unlink()
        acknowledged.append(client.post("/tasks", json={"title": "room again"}).json()["id"])
        kept = []
        cursor = None
        while True:
            params = {"limit": "200"} | ({"cursor": cursor} if cursor else {})
            page = client.get("/tasks", params=params).json()
            kept += [task["id"] for task in page["items"]]
            cursor = page["next_cursor"]
            if cursor is None:
                break
    assert sorted(kept) == sorted(acknowledged)
