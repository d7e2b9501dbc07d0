"""`make run` ends in the middle of a conversation, and nothing of it is left."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.conversation.caller import in_room
from bench.conversation.speech import VOICE_RATE, spoken
from bench.conversation.stack import Stack
from scripts.machine.places import ROOT
from scripts.machine.ports import free_port
from tests.patience import PATIENCE_S, wait_until
from tests.scripts.marked import marked, new_mark, until_gone

pytestmark = [pytest.mark.voice, pytest.mark.models, pytest.mark.fault]

THE_REAL_ONE = f"""
import os, sys
os.chdir({str(ROOT)!r})
os.execv(sys.executable, [sys.executable, "-m", "scripts.run"])
"""


def make_run(folder: Path, mark: dict[str, str]) -> Stack:
    """The real Makefile and launcher; set-up, which everything else here has had, does nothing."""
    (folder / "scripts").mkdir()
    for name in ("Makefile", "scripts/bootstrap.sh", "scripts/guard.py"):
        shutil.copy(ROOT / name, folder / name)
    for name in ("bootstrap", "setup"):
        (folder / "scripts" / f"{name}.py").write_text("")
    (folder / "scripts" / "run.py").write_text(THE_REAL_ONE)
    (folder / ".venv").symlink_to(sys.prefix)
    port = free_port()
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("LIVEKIT_", "MAKE"))}
    process = subprocess.Popen(
        ["make", "run"],
        cwd=folder,
        env=inherited | mark | {"SAYDO_DATA": str(folder / "data"), "SAYDO_PORT": str(port)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        process_group=0,
    )
    return Stack(process, folder / "data", port)


def term_to_make(stack: Stack) -> None:
    stack.process.terminate()


def interrupt(stack: Stack) -> None:
    os.killpg(stack.process.pid, signal.SIGINT)


def kill_make(stack: Stack) -> None:
    stack.process.kill()


@pytest.mark.parametrize("end", [term_to_make, interrupt, kill_make])
async def test_nothing_is_left_of_it(tmp_path: Path, end: Callable[[Stack], None]) -> None:
    mark = new_mark()
    stack = make_run(tmp_path, mark)
    try:
        stack.wait_until_ready()
        async with in_room(stack.address, stack.token) as caller:
            await caller.begin_saying(spoken("Remind me to feed the cat tonight."), VOICE_RATE)
            running = " ".join(word for each in marked(mark) for word in each.cmdline())
            for program in ("livekit-server", "control_api", "agent_worker", "model_host"):
                assert program in running
            end(stack)
            await asyncio.to_thread(until_gone, mark)
            stack.process.wait(PATIENCE_S)
    finally:
        for process in marked(mark):
            process.kill()
    wait_until(lambda: "saydo | stopped" in stack.lines, lambda: stack.lines)
    assert stack.lines[-2:] == ["saydo | stopping", "saydo | stopped"]
    assert not any("Traceback" in line for line in stack.lines)
