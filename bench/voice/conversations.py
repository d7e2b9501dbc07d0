"""Many conversations at once: how long each waits, what they cost, and where it collapses.

Each person says a command every twenty seconds; all of them, their microphones and their ears run
on the machine that is measured. What a conversation costs while nobody speaks is measured first.
"""

import asyncio
import tempfile
import time
from collections.abc import Awaitable
from functools import partial
from pathlib import Path

import psutil

from agent_worker.hearing.own_frames import wake_for_own_frames_only
from bench.conversation.caller import Caller
from bench.conversation.signal import Samples
from bench.conversation.stack import Stack, running
from bench.equipment.results import Figure, Report, figure
from bench.voice.memory import resident_mb, role_of
from bench.voice.turns import local_commands

COUNTS = (1, 5, 10, 15, 25)
EVERY_S = 20.0
TURNS_EACH = 4
SILENT_S = 20.0
MOST = 60
REPLY_WITHIN_S = 12.0
Spoken = list[tuple[str, Samples, int]]


def measure(report: Report) -> None:
    """Each number of people in a Saydo of its own."""
    wake_for_own_frames_only()  # the people's ears, too
    said = local_commands(1)
    for count in COUNTS:
        with (
            report.part(f"{count} at once"),
            tempfile.TemporaryDirectory(prefix="saydo-bench-") as folder,
            running(Path(folder), {"SAYDO_MAX_CONVERSATIONS": str(MOST)}) as stack,
        ):
            report.add(*asyncio.run(_talk(stack, count, said)))


async def _talk(stack: Stack, count: int, said: Spoken) -> list[Figure]:
    callers = [Caller(seed) for seed in range(count)]
    try:
        for caller in callers:
            await caller.join(stack.address, stack.token)
            await caller.wait_for_agent()
        await asyncio.sleep(2)
        silent = await _cores(stack, asyncio.sleep(SILENT_S))
        people = [_Person(caller, said[at:] + said[:at]) for at, caller in enumerate(callers)]
        talks = [person.talk(wait_s=at * EVERY_S / count) for at, person in enumerate(people)]
        talking = await _cores(stack, asyncio.gather(*talks))
        took = [each for person in people for each in person.took_ms]
        memory = resident_mb(stack)
    finally:
        for caller in callers:
            await caller.leave()
    each_ms = {role: round(cores * 1000 / count, 1) for role, cores in silent.items()}
    return [
        figure(
            f"voice turn, caller, {count} at once",
            "ms",
            took or [float("nan")],
            unanswered=count * TURNS_EACH - len(took),
            cores=round(sum(talking.values()), 2),
            memory_mb=round(sum(memory.values())),
        ),
        figure(f"silent, {count} at once, each", "ms/s", [sum(each_ms.values())], **each_ms),
    ]


class _Person:
    """Says something every twenty seconds."""

    def __init__(self, caller: Caller, said: Spoken) -> None:
        self.took_ms: list[float] = []
        self._caller = caller
        self._said = said

    async def talk(self, wait_s: float) -> None:
        due = time.monotonic() + wait_s
        for turn in range(TURNS_EACH):
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            due += EVERY_S
            _, speech, rate = self._said[turn % len(self._said)]
            end = await self._caller.begin_saying(speech, rate)
            until = min(end + REPLY_WITHIN_S, due)
            await self._caller.wait_for(partial(self._is_over, end, until), "no reply")
            first = self._caller.first_audible(end)
            if first is not None:
                self.took_ms.append((first - end) * 1000)

    def _is_over(self, end: float, until: float) -> bool:
        return self._caller.first_audible(end) is not None or time.monotonic() > until


async def _cores(stack: Stack, meanwhile: Awaitable[object]) -> dict[str, float]:
    """How many cores each part of Saydo takes while something goes on."""
    before, began = _seconds(stack), time.monotonic()
    await meanwhile
    lasted_s = time.monotonic() - began
    return {
        role: (seconds - before.get(role, 0.0)) / lasted_s
        for role, seconds in _seconds(stack).items()
    }


def _seconds(stack: Stack) -> dict[str, float]:
    spent: dict[str, float] = {}
    for process in psutil.Process(stack.process.pid).children(recursive=True):
        try:
            role, times = role_of(" ".join(process.cmdline())), process.cpu_times()
        except psutil.NoSuchProcess:
            continue
        spent[role] = spent.get(role, 0.0) + times.user + times.system
    return spent
