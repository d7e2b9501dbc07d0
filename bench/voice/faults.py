"""A remote provider that fails, in each role: how long until something is heard, and what is lost.

The real stack and a caller in a room; the provider is a stand-in over loopback that speaks its real
protocol and fails in each way in turn, with and without a local one behind it.
"""

import asyncio
import contextlib
import os
import signal
import tempfile
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, Literal

from bench.conversation.caller import Caller, in_room
from bench.conversation.speech import VOICE_RATE, spoken
from bench.conversation.stack import Stack, start
from bench.equipment.results import Figure, Report, figure
from bench.stand_ins.openai_server import OpenAi, openai_server
from bench.stand_ins.ways import Way

Role = Literal["stt", "llm", "tts"]
Fault = Way | Literal["refused"]
ROLES: tuple[Role, ...] = ("stt", "llm", "tts")
FAULTS: tuple[tuple[Fault, ...], ...] = (
    ("well", "silent", "half then silent"),
    ("half then cut", "500"),
    ("garbage", "refused"),
)
"""Before each group the provider works once, so that no breaker opens: it would after three."""
LASTING: tuple[Fault, ...] = ("busy", "key")
"""After which it is left alone, so that each begins with a new worker."""
REPLY_WITHIN_S = 20.0
QUIET_S = 1.5
QUESTION = "What is the capital of Italy?"
ANSWER = "The capital of Italy is Rome. ~It is on the river Tiber."
WHAT = (
    *("the cat", "the dog", "the bird", "the fish", "the cow", "the horse", "the goat"),
    *("the duck", "the pig", "the goose", "the lamb", "the rabbit", "the hamster"),
)
"""What a command is about, another each time: the same again would be asked about."""
DOING = {"stt": "feed", "llm": "", "tts": "wash"}


def measure(report: Report) -> None:
    """Measure each role, with and without a local one behind the remote one."""
    for behind in (True, False):
        with report.part("local behind" if behind else "nothing behind"):
            asyncio.run(_measure(report, behind=behind))


async def _measure(report: Report, *, behind: bool) -> None:
    async with AsyncExitStack() as held:
        serving = {role: await held.enter_async_context(AsyncExitStack()) for role in ROLES}
        servers = {role: await serving[role].enter_async_context(openai_server()) for role in ROLES}
        servers["llm"].answer = ANSWER
        servers["tts"].loudness, servers["tts"].is_heard = 3000, True
        data = Path(held.enter_context(tempfile.TemporaryDirectory(prefix="saydo-bench-")))
        stack = start(data, _settings(servers, behind=behind))
        held.callback(stack.stop)
        await asyncio.to_thread(stack.wait_until_ready)
        turns = {role: _Turns(stack, role, servers, behind=behind) for role in ROLES}
        async with in_room(stack.address, stack.token) as caller:
            for role in ROLES:
                for group in FAULTS:
                    await turns[role].one(caller, "well")
                    for fault in group:
                        if fault == "refused":
                            await serving[role].aclose()
                        report.add(await turns[role].one(caller, fault))
                        if fault == "refused":
                            await serving[role].enter_async_context(servers[role].serve())
        for role in ROLES:
            for fault in LASTING:
                async with _new_worker(stack) as caller:
                    report.add(await turns[role].one(caller, fault))


def _settings(servers: Mapping[Role, OpenAi], *, behind: bool) -> dict[str, str]:
    settings = {
        # Else every second one that is killed has another name among the processes.
        "SAYDO_SPARE_WORKER": "0",
        "SAYDO_LLM_MAY": "talk,answer",
    }
    for role, server in servers.items():
        name = f"SAYDO_{role.upper()}"
        settings[name] = "openai,local" if behind else "openai"
        settings[f"{name}_OPENAI_URL"] = server.url
        settings[f"{name}_OPENAI_KEY"] = "made-up"
    return settings


@contextlib.asynccontextmanager
async def _new_worker(stack: Stack) -> AsyncIterator[Caller]:
    """A conversation with a worker that knows of no failure."""
    before = len(stack.lines)
    for process in stack.processes("agent_worker", "start"):
        os.kill(process.pid, signal.SIGKILL)
    await asyncio.to_thread(stack.wait_for, "worker works again", before)
    async with in_room(stack.address, stack.token) as caller:
        yield caller


class _Turns:
    """A sentence for each fault, and what came of it."""

    def __init__(
        self, stack: Stack, role: Role, servers: Mapping[Role, OpenAi], *, behind: bool
    ) -> None:
        self._stack, self._servers = stack, servers
        self._role: Role = role
        self._behind = behind
        self._what = iter(WHAT)

    async def one(self, caller: Caller, fault: Fault) -> Figure:
        """Speak, and wait until all is said."""
        await _quiet(caller)
        task = f"{DOING[self._role]} {next(self._what)}"
        said = QUESTION if self._role == "llm" else f"Remind me to {task} tonight."
        self._servers["stt"].heard = said
        for role, server in self._servers.items():
            server.ways = ["well"] if role != self._role or fault == "refused" else [fault]
        began = time.monotonic()
        end = await caller.begin_saying(spoken(said), VOICE_RATE)
        give_up = end + REPLY_WITHIN_S
        await caller.wait_for(
            lambda: caller.first_audible(end) is not None or time.monotonic() > give_up, "no reply"
        )
        first = caller.first_audible(end)
        await _quiet(caller)
        replied = " ".join(caller.agent_lines(began))
        wanted = "Rome" if self._role == "llm" else task[1:]
        kept = wanted in (" ".join(self._stack.titles()) if self._role == "stt" else replied)
        name = f"{self._role}, {fault}, {'local' if self._behind else 'nothing'} behind"
        notes: dict[str, Any] = {"kept": kept, "said": replied[:160]}
        if first is None:
            return Figure(name, "s", REPLY_WITHIN_S, REPLY_WITHIN_S, 0, notes=notes)
        return figure(name, "s", [first - end], **notes)


async def _quiet(caller: Caller) -> None:
    """Wait until nothing was heard for a while."""
    since = time.monotonic()
    await caller.wait_for(
        lambda: time.monotonic() - (caller.last_audible(since) or since) > QUIET_S, "never quiet"
    )
