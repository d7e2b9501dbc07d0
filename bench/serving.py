"""A control API on a data folder of the benchmark's, and a bare handler to hold it against."""

import contextlib
import http.client
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from litestar import Litestar, get

from control_api.accounts.store import ensure_account
from control_api.accounts.tokens import make_owner_token
from control_api.clock import utc_stamp
from control_api.database.migrations import CONTROL
from control_api.database.open import open_writer, transaction
from control_api.secrets import load_or_create
from tests.voice.stack import ROOT, free_port

START_DEADLINE_S = 60
SETTLE_DEADLINE_S = 900
IDLE_TICKS = 5
"""Hundredths of a second of computing within a second."""
STOP_DEADLINE_S = 30


class Served:
    """An address, and the token of each account that has one."""

    def __init__(self, port: int, tokens: Mapping[str, str], process: int) -> None:
        self.port = port
        self.tokens = tokens
        self._process = Path(f"/proc/{process}")

    def settle(self) -> None:
        """Wait until it has done what a start has to do, and rests."""
        give_up = time.monotonic() + SETTLE_DEADLINE_S
        before = self._busy_ticks()
        while time.monotonic() < give_up:
            time.sleep(1)
            now = self._busy_ticks()
            if now - before <= IDLE_TICKS:
                return
            before = now

    def held(self) -> dict[str, int]:
        """What it holds of the machine."""
        kept = dict(
            line.split(":", 1) for line in (self._process / "status").read_text().splitlines()
        )
        return {
            "files": len(list((self._process / "fd").iterdir())),
            "threads": int(kept["Threads"]),
            "memory_mb": int(kept["VmRSS"].split()[0]) // 1024,
        }

    def _busy_ticks(self) -> int:
        user, system = (self._process / "stat").read_text().rpartition(")")[2].split()[11:13]
        return int(user) + int(system)

    def client(self, account: str = "") -> "Client":
        """A client with a kept connection, signed in."""
        return Client(self.port, self.tokens.get(account, ""))


class Client:
    """Asks over one connection; no more of a client than is needed, to measure the server."""

    def __init__(self, port: int, token: str) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.cursors: dict[str, str] = {}
        """Where the last page of each order has ended."""
        self._headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    def ask(self, method: str, path: str, *, body: object = None, **query: object) -> Any:
        """The answer's JSON; raises RuntimeError when it is a refusal."""
        address = f"/api/v1{path}" + (f"?{urlencode(query)}" if query else "")
        content = None if body is None else json.dumps(body)
        self._connection.request(method, address, content, self._headers)
        answer = self._connection.getresponse()
        text = answer.read()
        if answer.status >= http.client.BAD_REQUEST:
            raise RuntimeError(f"{method} {address}: {answer.status} {text[:200]!r}")
        return json.loads(text) if text else None


def prepare(data: Path, accounts: list[str]) -> dict[str, str]:
    """Make a data folder for the owner and these accounts; their tokens, the owner's under ""."""
    data.mkdir(exist_ok=True)
    secrets = load_or_create(data)
    (data / "workspaces").mkdir(exist_ok=True)
    control = open_writer(data / "control.db", CONTROL)
    with transaction(control):
        for account in (secrets.owner_id, *accounts):
            ensure_account(control, account, utc_stamp())
    control.close()
    names = {"": secrets.owner_id} | {account: account for account in accounts}
    return {name: make_owner_token(secrets.signing_key, each) for name, each in names.items()}


def workspace_file(data: Path, account: str = "") -> Path:
    """Where the workspace of an account is."""
    return data / "workspaces" / f"{account or load_or_create(data).owner_id}.db"


@contextlib.contextmanager
def serving(data: Path, tokens: Mapping[str, str]) -> Iterator[Served]:
    """The control API on that folder, for the time of a `with` block."""
    port = free_port()
    environ = {
        "SAYDO_DATA": str(data),
        "SAYDO_PORT": str(port),
        "SAYDO_RATE_LIMIT": "off",
        "LIVEKIT_URL": "ws://127.0.0.1:9",
    }
    with _process([sys.executable, "-m", "control_api", "serve"], environ) as process:
        served = Served(port, tokens, process)
        _wait(lambda: served.client().ask("GET", "/health"))
        yield served


@contextlib.contextmanager
def serving_nothing() -> Iterator[Served]:
    """A bare Litestar handler on the same server, for the time of a `with` block."""
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", "bench.serving:bare", "--factory"]
    options = ["--port", str(port), "--log-level", "error", "--no-access-log"]
    with _process([*command, *options], {}) as process:
        served = Served(port, {}, process)
        _wait(lambda: served.client().ask("GET", "/tasks"))
        yield served


def bare() -> Litestar:
    """An application that does nothing."""

    @get("/api/v1/tasks", sync_to_thread=False)
    def nothing() -> dict[str, list[str]]:
        return {"items": []}

    return Litestar([nothing], openapi_config=None)


@contextlib.contextmanager
def _process(command: list[str], environ: Mapping[str, str]) -> Iterator[int]:
    process = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **environ}, stdout=subprocess.DEVNULL
    )
    try:
        yield process.pid
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(STOP_DEADLINE_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(answers: Callable[[], object]) -> None:
    give_up = time.monotonic() + START_DEADLINE_S
    while True:
        try:
            answers()
        except (OSError, RuntimeError):
            if time.monotonic() > give_up:
                raise
            time.sleep(0.05)
        else:
            return
