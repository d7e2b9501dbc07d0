"""Backups as people and programs ask for them, and as the server makes them by itself."""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from control_api.__main__ import main
from tests.control_api.conftest import Headers, Server
from tests.patience import PATIENCE_S

StartServer = Callable[..., Server]
Client = TestClient[Litestar]


class Said(NamedTuple):
    code: int
    out: str
    err: str


Saydo = Callable[..., Said]


@pytest.fixture
def saydo(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Saydo:
    """The command line, in this process: to start one for each command takes longer."""

    def run(server: Server, *arguments: str) -> Said:
        monkeypatch.setenv("SAYDO_DATA", str(server.data))
        monkeypatch.setenv("SAYDO_PORT", str(server.port))
        monkeypatch.setattr(sys, "argv", ["saydo", *arguments])
        umask = os.umask(0o077)
        try:
            return Said(main(), *capsys.readouterr())
        finally:
            os.umask(umask)

    return run


def titles(server: Server) -> set[str]:
    answer = httpx.get(
        f"{server.api}/tasks", headers=server.headers(), trust_env=False, timeout=PATIENCE_S
    )
    return {task["title"] for task in answer.json()["items"]}


def add(server: Server, title: str) -> None:
    httpx.post(
        f"{server.api}/tasks",
        json={"title": title},
        headers=server.headers(),
        trust_env=False,
        timeout=PATIENCE_S,
    ).raise_for_status()


def test_the_owner_makes_and_lists_backups(client: Client, alice: Headers) -> None:
    assert client.get("/api/v1/backups", headers=alice).json()["items"] == []
    made = client.post("/api/v1/backups", headers=alice)
    assert made.status_code == 201
    assert made.json()["reason"] == "hand"
    assert made.json()["damaged"] == {}
    assert client.get("/api/v1/backups", headers=alice).json() == {
        "items": [made.json()],
        "next_cursor": None,
        "last_restore": None,
    }


def test_backups_are_nobody_elses_business(client: Client, bob: Headers) -> None:
    assert client.get("/api/v1/backups", headers=bob).status_code == 403
    assert client.post("/api/v1/backups", headers=bob).status_code == 403


def test_a_backup_of_the_running_server_is_restored_there_or_once_it_has_stopped(
    tmp_path: Path, start_server: StartServer, saydo: Saydo
) -> None:
    server = start_server(tmp_path / "data")
    add(server, "kept")
    made = saydo(server, "backup")
    assert (made.code, made.err) == (0, "")
    name = made.out.strip()
    add(server, "made later")
    refused = saydo(server, "restore", "1999")
    assert (refused.code, refused.err.count("No backup begins with")) == (1, 1)
    assert titles(server) == {"kept", "made later"}
    restored = saydo(server, "restore", name)
    assert restored.code == 0, restored.err
    assert "Everything is as it was at" in restored.out
    assert titles(server) == {"kept"}
    server.stop()
    assert saydo(server, *restored.out.split()[-2:]).code == 0
    server.restart()
    assert titles(server) == {"kept", "made later"}
    listed = json.loads(saydo(server, "backups", "--json").out)
    assert [backup["reason"] for backup in listed] == ["restore", "restore", "hand"]


def test_the_server_makes_backups_by_the_clock(
    tmp_path: Path, start_server: StartServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYDO_BACKUP_EVERY_H", "0.0002")
    monkeypatch.setenv("SAYDO_BACKUP_KEEP", "1")
    server = start_server(tmp_path / "data")
    folder = server.data / "backups"
    seen: set[str] = set()
    give_up = time.monotonic() + PATIENCE_S
    while len(seen) < 2 and time.monotonic() < give_up:
        found = {path.name for path in folder.glob("2*")}
        assert len(found) <= 2  # the new one is there before the old one goes
        seen |= found
        time.sleep(0.05)
    assert len(seen) >= 2
    server.stop()


def test_a_damaged_file_is_named_with_the_backup_to_restore(
    tmp_path: Path, start_server: StartServer, saydo: Saydo
) -> None:
    server = start_server(tmp_path / "data")
    add(server, "kept")
    name = saydo(server, "backup").out.strip()
    add(server, "only beside the file")
    server.kill()
    (path,) = (server.data / "workspaces").glob("*.db")
    content = path.read_bytes()
    path.write_bytes(content[:4096] + bytes(len(content) - 4096))
    started = saydo(server, "serve")
    assert started.code == 1
    assert started.err.count("\n") == 1
    for expected in (path.name, ".corrupt-", f"restore {name}"):
        assert expected in started.err
    checked = saydo(server, "check")
    assert checked.code == 1
    assert f"restore {name}" in checked.out
    assert saydo(server, "restore", name).code == 0
    assert saydo(server, "check").code == 0
    server.restart()
    assert titles(server) == {"kept"}
