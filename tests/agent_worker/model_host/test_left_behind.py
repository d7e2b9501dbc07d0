"""A host whose worker died serves the next one, with what it has loaded; without one it ends."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from tempfile import mkdtemp

import msgspec
import psutil
import pytest

from agent_worker.model_host.client import ModelHost
from agent_worker.model_host.supervisor import ModelHostSupervisor
from tests.agent_worker.model_host.conftest import OPTIONS, TINY_HOST
from tests.agent_worker.model_host.test_supervisor import alive, work_again
from tests.patience import PATIENCE_S, until

pytestmark = [
    pytest.mark.fault,
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells who listens at a socket"),
]

WORKER = """
import asyncio, sys
from pathlib import Path
import msgspec
from tests.agent_worker.model_host.conftest import OPTIONS, TINY_HOST
from agent_worker.model_host.supervisor import ModelHostSupervisor

async def main():
    options = msgspec.structs.replace(OPTIONS, lingers_s=float(sys.argv[2]))
    supervisor = ModelHostSupervisor(options, command=TINY_HOST, folder=Path(sys.argv[1]))
    await supervisor.start()
    print(supervisor.pid, flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""


@pytest.fixture
def folder() -> Path:
    # A socket's path may not be as long as those of pytest are.
    return Path(mkdtemp())


@contextlib.asynccontextmanager
async def left_behind(folder: Path, lingers_s: float) -> AsyncIterator[int]:
    """The process of a host whose worker has just been killed."""
    worker = subprocess.Popen(  # noqa: ASYNC220 - it is to be killed with the test's own signal
        [sys.executable, "-c", WORKER, str(folder), str(lingers_s)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
    )
    assert worker.stdout is not None
    pid = int(await asyncio.to_thread(worker.stdout.readline))
    worker.kill()
    worker.wait()
    worker.stdout.close()
    try:
        yield pid
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


async def test_the_next_worker_takes_it_over_and_ends_it(folder: Path, notes: Path) -> None:
    options = msgspec.structs.replace(OPTIONS, lingers_s=PATIENCE_S)
    async with left_behind(folder, PATIENCE_S) as pid:
        supervisor = ModelHostSupervisor(options, command=TINY_HOST, folder=folder)
        await supervisor.start()
        assert supervisor.pid == pid
        host = await ModelHost.connect(supervisor.socket_path)
        assert (await host.transcribe(b"", conversation="alice")).text == "0 bytes"
        await host.close()
        await supervisor.stop()
        await until(lambda: not alive(pid))


@pytest.mark.parametrize("fault", [signal.SIGKILL, signal.SIGSTOP], ids=["dies", "hangs"])
async def test_one_that_was_taken_over_is_watched_like_any_other(
    folder: Path, notes: Path, fault: signal.Signals
) -> None:
    options = msgspec.structs.replace(OPTIONS, lingers_s=PATIENCE_S)
    async with left_behind(folder, PATIENCE_S) as pid:
        supervisor = ModelHostSupervisor(options, command=TINY_HOST, folder=folder)
        await supervisor.start()
        os.kill(pid, fault)
        await until(lambda: not alive(pid))
        host = await ModelHost.connect(supervisor.socket_path)
        await work_again(host)
        assert supervisor.pid != pid
        assert psutil.pid_exists(supervisor.pid or 0)
        await host.close()
        await supervisor.stop()


async def test_it_ends_when_no_worker_comes(folder: Path, notes: Path) -> None:
    async with left_behind(folder, 0.2) as pid:
        await until(lambda: not alive(pid))
        await until(lambda: not folder.exists())
