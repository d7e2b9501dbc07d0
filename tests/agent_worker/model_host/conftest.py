import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from agent_worker.model_host.client import ModelHost
from agent_worker.model_host.options import HostOptions
from agent_worker.model_host.supervisor import ModelHostSupervisor

TINY_HOST = (sys.executable, str(Path(__file__).with_name("tiny_host.py")))
OPTIONS = HostOptions("nowhere", "none", "none", ("stt", "tts", "llm"))


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the tiny host writes down."""
    monkeypatch.setenv("TINY_HOST_NOTES", str(tmp_path / "notes"))
    return tmp_path / "notes"


@pytest.fixture
async def supervisor(notes: Path) -> AsyncIterator[ModelHostSupervisor]:
    supervisor = ModelHostSupervisor(OPTIONS, command=TINY_HOST)
    try:
        await supervisor.start()
        yield supervisor
    finally:
        await supervisor.stop()


@pytest.fixture
async def host(supervisor: ModelHostSupervisor) -> AsyncIterator[ModelHost]:
    host = await ModelHost.connect(supervisor.socket_path)
    yield host
    await host.close()
