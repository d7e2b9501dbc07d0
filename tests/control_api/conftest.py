"""A data folder, an application on it, the same on a real port, and two people."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from argon2 import PasswordHasher
from litestar import Litestar
from litestar.testing import TestClient
from sqlite_utils import Database

from control_api.app.schemas import WORKSPACE
from control_api.database.clock import utc_stamp
from control_api.database.open import open_writer
from control_api.setup.secrets import load_or_create
from control_api.setup.settings import Settings
from control_api.who.accounts.store import ensure_account
from control_api.who.passwords import hashing
from control_api.who.signed_tokens.tokens import MOMENT_S, make_owner_token, make_session_token
from tests.control_api.ready_made import app_over, lay_empty_workspace
from tests.patience import PATIENCE_S

ROOT = Path(__file__).parents[2]
BOB = "b0b00000-0000-4000-8000-000000000000"
NOBODY_LISTENS = "ws://127.0.0.1:9"
Headers = dict[str, str]
LIGHT = PasswordHasher(time_cost=1, memory_cost=2048, parallelism=1)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        data=tmp_path,
        secrets=load_or_create(tmp_path),
        time_zone="Europe/Berlin",
        livekit_url=NOBODY_LISTENS,
        # Tests ask as fast as they can, from an address that is none.
        rate_limit=None,
    )


@pytest.fixture
def app(settings: Settings) -> Litestar:
    return app_over(settings)


@pytest.fixture
def client(app: Litestar) -> Iterator[TestClient[Litestar]]:
    with TestClient(app, base_url="http://127.0.0.1:7300") as client:
        yield client


@pytest.fixture
def alice(settings: Settings) -> Headers:
    """What commands at the machine show; it is not listed, so that only a test's own tokens are."""
    key, owner = settings.secrets.signing_key, settings.secrets.owner_id
    return bearer(make_owner_token(key, owner, MOMENT_S))


@pytest.fixture
def bob(app: Litestar, settings: Settings) -> Headers:
    app.state.control.write_now(lambda db: ensure_account(db, BOB, utc_stamp()))
    return bearer(make_owner_token(settings.secrets.signing_key, BOB, MOMENT_S))


@pytest.fixture
def agent(settings: Settings) -> Headers:
    """What the assistant in Alice's room shows."""
    key, owner = settings.secrets.signing_key, settings.secrets.owner_id
    return bearer(make_session_token(key, owner, "talk-1"))


@pytest.fixture
def light_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords that cost little to check."""
    monkeypatch.setattr(hashing, "HASHER", LIGHT)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    """An empty workspace, to write to."""
    lay_empty_workspace(tmp_path / "workspace.db")
    workspace = open_writer(tmp_path / "workspace.db", WORKSPACE)
    yield workspace
    workspace.close()


def bearer(token: str) -> Headers:
    return {"Authorization": f"Bearer {token}"}


class Server:
    """A real control API, as people start it."""

    def __init__(self, data: Path, *, run_by: tuple[str, ...] = ()) -> None:
        self.data = data
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.api = f"{self.url}/api/v1"
        self.log = data.parent / f"{data.name}.log"
        self.run_by = run_by
        self.process = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        environ = os.environ | {
            "SAYDO_DATA": str(self.data),
            "SAYDO_PORT": str(self.port),
            "LIVEKIT_URL": NOBODY_LISTENS,
        }
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [*self.run_by, sys.executable, "-m", "control_api", "serve"],
                cwd=ROOT,
                env=environ,
                stdout=log,
                stderr=log,
            )

    def wait_until_ready(self) -> None:
        give_up = time.monotonic() + PATIENCE_S
        while time.monotonic() < give_up:
            assert self.process.poll() is None, self.log.read_text()
            try:
                if httpx.get(f"{self.api}/health", trust_env=False, timeout=PATIENCE_S).is_success:
                    return
            except httpx.TransportError:
                time.sleep(0.02)
        raise AssertionError(f"not ready: {self.log.read_text()}")

    def restart(self) -> None:
        self.process = self._start()
        self.wait_until_ready()

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        """Ask it to stop, and wait for its end."""
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(PATIENCE_S)

    def headers(self) -> Headers:
        secrets = load_or_create(self.data)
        return bearer(make_owner_token(secrets.signing_key, secrets.owner_id))


@pytest.fixture
def start_server(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    servers: list[Server] = []

    def start(data: Path | None = None, **options: tuple[str, ...]) -> Server:
        server = Server(data or tmp_path / "data", **options)
        servers.append(server)
        server.wait_until_ready()
        return server

    yield start
    for server in servers:
        if server.process.poll() is None:
            server.kill()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
