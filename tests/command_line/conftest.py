"""A person at a terminal, and a real server."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from typer.testing import CliRunner

from command_line.app import app
from tests.control_api.conftest import Server
from tests.patience import PATIENCE_S


class Terminal:
    """One person at one machine."""

    def __init__(self) -> None:
        self.runner = CliRunner()

    def run(self, *words: str, code: int = 0, answer: str | None = None) -> str:
        result = self.runner.invoke(app, list(words), input=answer, terminal_width=200)
        assert result.exit_code == code, result.output + repr(result.exception)
        return result.output

    def json(self, *words: str, code: int = 0, answer: str | None = None) -> Any:
        printed = self.run(*words, "--json", code=code, answer=answer)
        return json.loads(printed[printed.index("{") :])


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One for all of these tests: starting takes seconds."""
    started = Server(tmp_path_factory.mktemp("saydo") / "data")
    started.wait_until_ready()
    yield started
    started.kill()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's folders, and no Saydo that answers."""
    for name in ("SAYDO_DATA", "SAYDO_PORT", "SAYDO_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)
    for name in ("CONFIG", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    return tmp_path


@pytest.fixture
def saydo(home: Path, server: Server) -> Terminal:
    """Signed in to a Saydo with nothing in it."""
    wipe(server)
    terminal = Terminal()
    token = server.headers()["Authorization"].removeprefix("Bearer ")
    told = terminal.run("login", server.url, "--token", token)
    assert server.url in told
    assert token not in told
    return terminal


@pytest.fixture
def here(home: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """At the machine where Saydo runs, without a login."""
    wipe(server)
    monkeypatch.setenv("SAYDO_DATA", str(server.data))
    monkeypatch.setenv("SAYDO_PORT", str(server.port))
    return Terminal()


def wipe(server: Server) -> None:
    answer = httpx.delete(
        f"{server.api}/me/data",
        params={"confirm": "wipe everything"},
        headers=server.headers(),
        trust_env=False,
        timeout=PATIENCE_S,
    )
    assert answer.is_success, answer.text
