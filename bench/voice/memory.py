"""Resident memory of each process: idle, and with conversations going on."""

import asyncio

import psutil

from bench.conversation.caller import Caller
from bench.conversation.stack import Stack
from bench.equipment.results import Figure, figure

ROLES = {
    "livekit-server": ("livekit",),
    "control API": ("control_api", "serve"),
    "model host": ("model_host",),
    "worker": ("agent_worker",),
}


def role_of(line: str) -> str:
    """Which part of Saydo a command line belongs to."""
    for role, words in ROLES.items():
        if all(word in line for word in words):
            return role
    return "worker jobs and others"


def resident_mb(stack: Stack) -> dict[str, float]:
    """Proportional set size (shared pages counted once), MB, by role."""
    sums: dict[str, float] = {}
    for process in psutil.Process(stack.process.pid).children(recursive=True):
        try:
            role = role_of(" ".join(process.cmdline()))
            sums[role] = sums.get(role, 0.0) + process.memory_full_info().pss / 1e6
        except psutil.NoSuchProcess:
            continue
    return {role: round(size) for role, size in sums.items()}


def figures(stack: Stack, when: str) -> Figure:
    """All of Saydo's memory at this moment, by process."""
    by_role = resident_mb(stack)
    return figure(f"memory, {when}", "MB", [sum(by_role.values())], **by_role)


async def with_conversations(stack: Stack, count: int) -> Figure:
    """Memory while `count` people have an open microphone."""
    callers = [Caller(seed) for seed in range(count)]
    try:
        for caller in callers:
            await caller.join(stack.address, stack.token)
        for caller in callers:
            await caller.wait_for_agent()
        await asyncio.sleep(5)
        return figures(stack, f"{count} conversation{'s' if count > 1 else ''}")
    finally:
        for caller in callers:
            await caller.leave()
