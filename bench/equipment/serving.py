"""A control API on a data folder of the benchmark's, and a bare handler to hold it against."""

import contextlib
import http.client
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from litestar import Litestar, get

from control_api.app.schemas import CONTROL
from control_api.database.clock import utc_stamp
from control_api.database.open import open_writer, transaction
from control_api.setup.secrets import load_or_create
from control_api.who.accounts.store import ensure_account
from control_api.who.signed_tokens.tokens import make_owner_token
from scripts.machine.places import ROOT
from scripts.machine.ports import free_port

START_DEADLINE_S = 60
SETTLE_DEADLINE_S = 900
IDLE_TICKS = 5
"""Hundredths of a second of computing within a second."""
STOP_DEADLINE_S = 30
NO_HEADERS: Mapping[str, str] = {}


class Served:
    """A running server: its address, and the token of each account that has one."""

    def __init__(
        self, port: int, tokens: Mapping[str, str], process: "subprocess.Popen[bytes]"
    ) -> None:
        self.port = port
        self.tokens = tokens
        self._running = process
        self._process = Path(f"/proc/{process.pid}")

    def has_ended(self) -> bool:
        """Whether it has given up by itself."""
        return self._running.poll() is not None

    def stop(self) -> None:
        """Ask it to stop, and wait until it has."""
        self._running.send_signal(signal.SIGTERM)
        try:
            self._running.wait(STOP_DEADLINE_S)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """End it at once, in the middle of whatever it does."""
        self._running.kill()
        self._running.wait()

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

    @property
    def pid(self) -> int:
        """The server's process."""
        return self._running.pid

    def _busy_ticks(self) -> int:
        user, system = (self._process / "stat").read_text().rpartition(")")[2].split()[11:13]
        return int(user) + int(system)

    def client(self, account: str = "", *, patience_s: float = 30) -> "Client":
        """A client with a kept connection, signed in."""
        return Client(self.port, self.tokens.get(account, ""), patience_s)


class Client:
    """Asks over one connection; no more of a client than is needed, to measure the server."""

    def __init__(self, port: int, token: str, patience_s: float) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=patience_s)
        self.cursors: dict[str, str] = {}
        """Where the last page of each order has ended."""
        self._headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    def ask(self, method: str, path: str, *, body: object = None, **query: object) -> Any:
        """The answer's JSON; raises RuntimeError when it is a refusal."""
        address = path + (f"?{urlencode(query)}" if query else "")
        content = b"" if body is None else json.dumps(body).encode()
        status, text = self.send(method, address, content)
        if status >= http.client.BAD_REQUEST:
            raise RuntimeError(f"{method} {address}: {status} {text[:200]!r}")
        return json.loads(text) if text else None

    def send(
        self,
        method: str,
        address: str,
        content: bytes = b"",
        headers: Mapping[str, str] = NO_HEADERS,
    ) -> tuple[int, bytes]:
        """Status and body of the answer, whatever it is."""
        self._connection.request(
            method, f"/api/v1{address}", content or None, {**self._headers, **headers}
        )
        answer = self._connection.getresponse()
        return answer.status, answer.read()


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
def serving(data: Path, tokens: Mapping[str, str], **settings: str) -> Iterator[Served]:
    """The control API on that folder, for the time of a `with` block."""
    served = start(data, tokens, **settings)
    try:
        yield served
    finally:
        served.stop()


def start(data: Path, tokens: Mapping[str, str], **settings: str) -> Served:
    """The control API on that folder, as soon as it answers; to be stopped or killed."""
    port = free_port()
    environ = {
        "SAYDO_DATA": str(data),
        "SAYDO_PORT": str(port),
        "SAYDO_RATE_LIMIT": "off",
        "LIVEKIT_URL": "ws://127.0.0.1:9",
    }
    command = [sys.executable, "-m", "control_api", "serve"]
    served = Served(port, tokens, _process(command, environ | settings))
    _wait(served, "/health")
    return served


@contextlib.contextmanager
def serving_nothing() -> Iterator[Served]:
    """A bare Litestar handler on the same server, for the time of a `with` block."""
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", "bench.equipment.serving:bare", "--factory"]
    options = ["--port", str(port), "--log-level", "error", "--no-access-log"]
    served = Served(port, {}, _process([*command, *options], {}))
    _wait(served, "/tasks")
    try:
        yield served
    finally:
        served.stop()


def bare() -> Litestar:
    """An application that does nothing."""

    @get("/api/v1/tasks", sync_to_thread=False)
    def nothing() -> dict[str, list[str]]:
        return {"items": []}

    return Litestar([nothing], openapi_config=None)


def _usual() -> dict[str, str]:
    """The environment, with compiled modules kept, as they are where nobody develops."""
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def _process(command: list[str], environ: Mapping[str, str]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        command, cwd=ROOT, env={**_usual(), **environ}, stdout=subprocess.DEVNULL
    )


def _wait(served: Served, path: str) -> None:
    give_up = time.monotonic() + START_DEADLINE_S
    while True:
        try:
            served.client().ask("GET", path)
        except (OSError, RuntimeError):
            if served.has_ended() or time.monotonic() > give_up:
                served.kill()
                raise
            time.sleep(0.01)
        else:
            return
