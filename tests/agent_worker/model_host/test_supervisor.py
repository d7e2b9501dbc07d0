"""What becomes of conversations when the host's process dies, hangs, or loses its worker."""

import asyncio
import contextlib
import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from agent_worker.model_host.client import ModelHost, ModelHostUnavailableError
from agent_worker.model_host.supervisor import ModelHostStartError, ModelHostSupervisor
from tests.agent_worker.model_host.conftest import OPTIONS, TINY_HOST
from tests.agent_worker.model_host.test_host import read_on
from tests.patience import PATIENCE_S, until

pytestmark = pytest.mark.fault
_PR_SET_CHILD_SUBREAPER = 36
COUNT = [{"role": "user", "content": "Count."}]


async def work_again(host: ModelHost) -> None:
    """Ask until the host answers."""
    async with asyncio.timeout(PATIENCE_S):
        while True:
            with contextlib.suppress(ModelHostUnavailableError):
                assert (await host.transcribe(b"", conversation="alice")).text == "0 bytes"
                return
            await asyncio.sleep(0.01)


async def test_a_killed_host_fails_its_callers_at_once_and_is_back_soon(
    supervisor: ModelHostSupervisor, host: ModelHost
) -> None:
    pid = supervisor.pid
    assert pid is not None
    answer = host.chat(COUNT, conversation="alice", max_tokens=100_000)
    await anext(answer)
    os.kill(pid, signal.SIGKILL)
    with pytest.raises(ModelHostUnavailableError):
        await read_on(answer)
    await work_again(host)
    assert supervisor.pid != pid


async def test_a_host_that_hangs_is_noticed_and_replaced(
    supervisor: ModelHostSupervisor, host: ModelHost
) -> None:
    pid = supervisor.pid
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    with pytest.raises(ModelHostUnavailableError):
        await host.transcribe(b"", conversation="alice")
    await work_again(host)
    assert not psutil.pid_exists(pid)


async def test_health_is_unknown_while_the_host_is_away(supervisor: ModelHostSupervisor) -> None:
    assert supervisor.health is not None
    assert supervisor.health.ready
    assert supervisor.pid is not None
    os.kill(supervisor.pid, signal.SIGKILL)
    await until(lambda: supervisor.health is None)
    await until(lambda: supervisor.health is not None and supervisor.health.ready)


async def test_stopping_leaves_neither_a_process_nor_a_folder(notes: Path) -> None:
    supervisor = ModelHostSupervisor(OPTIONS, command=TINY_HOST)
    await supervisor.start()
    pid = supervisor.pid
    assert pid is not None
    assert supervisor.socket_path.parent.stat().st_mode & 0o777 == 0o700
    await supervisor.stop()
    assert not psutil.pid_exists(pid)
    assert not supervisor.socket_path.parent.exists()


async def test_a_missing_model_is_said_with_its_remedy(
    notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TINY_HOST_FAILS", "1")
    supervisor = ModelHostSupervisor(OPTIONS, command=TINY_HOST)
    with pytest.raises(ModelHostStartError, match="run make models"):
        await supervisor.start()


async def test_a_host_that_never_starts_is_said_so() -> None:
    supervisor = ModelHostSupervisor(OPTIONS, command=(sys.executable, "-c", "raise SystemExit"))
    with pytest.raises(ModelHostStartError, match="not ready in 1 seconds"):
        await supervisor.start(timeout_s=1)


async def test_secrets_of_the_worker_do_not_reach_the_host(
    notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIVEKIT_API_SECRET", "canary")
    monkeypatch.setenv("SAYDO_WORKER_KEY", "canary")
    supervisor = ModelHostSupervisor(OPTIONS, command=TINY_HOST)
    await supervisor.start()
    try:
        assert "canary" not in psutil.Process(supervisor.pid).environ().values()
    finally:
        await supervisor.stop()


@pytest.fixture
def _keeps_orphans() -> Iterator[None]:
    """As the launcher does: the kernel wakes nobody then whose parent has gone."""
    prctl = ctypes.CDLL(None).prctl if sys.platform == "linux" else lambda *_: 0
    prctl(_PR_SET_CHILD_SUBREAPER, 1)
    yield
    prctl(_PR_SET_CHILD_SUBREAPER, 0)


@pytest.mark.usefixtures("_keeps_orphans")
@pytest.mark.parametrize("stopped", [False, True], ids=["while it runs", "while it hangs"])
async def test_the_host_does_not_outlive_its_worker(stopped: bool, tmp_path: Path) -> None:
    program = (
        "import asyncio, sys\n"
        "from tests.agent_worker.model_host.conftest import OPTIONS, TINY_HOST\n"
        "from agent_worker.model_host.supervisor import ModelHostSupervisor\n"
        "async def main():\n"
        "    supervisor = ModelHostSupervisor(OPTIONS, command=TINY_HOST)\n"
        "    await supervisor.start()\n"
        "    print(supervisor.pid, flush=True)\n"
        "    await asyncio.sleep(60)\n"
        "asyncio.run(main())\n"
    )
    worker = subprocess.Popen(  # noqa: ASYNC220 - it is to be killed with the test's own signal
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        cwd=Path(__file__).parents[3],
    )
    assert worker.stdout is not None
    try:
        pid = int(await asyncio.to_thread(worker.stdout.readline))
        if stopped:
            os.kill(pid, signal.SIGSTOP)
        worker.kill()
        await until(lambda: not alive(pid))
        assert stopped or names_in(tmp_path) == []
    finally:
        worker.kill()
        worker.wait()
        worker.stdout.close()


def alive(pid: int) -> bool:
    with contextlib.suppress(psutil.NoSuchProcess):
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    return False


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]
