"""The three programs may be started in any order: each waits for the others by itself."""

import asyncio
import itertools
import time
from pathlib import Path

import httpx
import pytest

from control_api.setup.settings import load_settings
from scripts.launch import programs
from scripts.launch.child import Child
from scripts.launch.supervise import trouble_at
from scripts.machine.ports import free_port
from scripts.provision import livekit_server
from tests.patience import PATIENCE_S
from tests.scripts.serving import anywhere

pytestmark = [pytest.mark.voice, pytest.mark.models]

NAMES = ("livekit", "api", "worker")


def children_of(data: Path) -> dict[str, Child]:
    settings = load_settings({"SAYDO_DATA": str(data), "SAYDO_PORT": str(free_port())})
    program = livekit_server.find()
    assert program is not None, "run `make setup` first"
    config = anywhere()
    url = f"ws://127.0.0.1:{config['port']}"
    return {
        "livekit": Child(programs.livekit_server(program, config, settings), print),
        "api": Child(programs.control_api(settings, url), print),
        "worker": Child(programs.worker(settings, url), print),
    }


async def until_ready(child: Child, *, alone: bool) -> None:
    """Wait until a program is ready, or, `alone`, has done all it can without the others."""
    give_up = time.monotonic() + PATIENCE_S
    async with httpx.AsyncClient(trust_env=False, timeout=2) as client:
        while (trouble := await trouble_at(client, child.program.ready_url)) is not None:
            if alone and "not registered" in trouble:
                return
            assert child.started is not None
            assert child.started.runs, await child.last_words()
            assert time.monotonic() < give_up, f"{child.program.name}: {trouble}"
            await asyncio.sleep(0.05)


ORDERS = [NAMES[at:] + NAMES[:at] for at in range(len(NAMES))]
"""Each is the first once and the last once, and of any two each is once before the other."""


def test_of_any_two_each_is_once_before_the_other() -> None:
    seen = {pair for order in ORDERS for pair in itertools.combinations(order, 2)}
    assert seen == set(itertools.permutations(NAMES, 2))


@pytest.mark.parametrize("order", ORDERS, ids="-".join)
async def test_all_become_ready(tmp_path: Path, order: tuple[str, ...]) -> None:
    children = children_of(tmp_path / "data")
    try:
        for name in order:
            await children[name].start()
            await until_ready(children[name], alone=True)
        for name in order:
            await until_ready(children[name], alone=False)
    finally:
        for name in reversed(NAMES):
            await children[name].stop()
