"""Starting, watching and stopping programs; tiny ones stand in for the real."""

import asyncio
import contextlib
import math
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from scripts.launch import child, pulse, supervise
from scripts.launch.program import Program
from scripts.launch.supervise import CannotGoOnError, Supervisor
from scripts.machine.ports import free_port
from tests.patience import PATIENCE_S, until

ROOT = Path(__file__).parents[3]


def program(name: str, behaviour: str = "", **changes: float | bool) -> Program:
    port = free_port()
    settings = {"ready_within": PATIENCE_S, "stops_within": PATIENCE_S} | changes
    return Program(
        name=name,
        command=[sys.executable, "-m", "tests.scripts.answering"],
        environment=os.environ | {"PORT": str(port), "BEHAVIOUR": behaviour},
        ready_url=f"http://127.0.0.1:{port}/",
        remedy="Do this and that.",
        **settings,  # type: ignore[arg-type]
    )


def with_spare() -> Program:
    worker = program("worker")
    return replace(worker, spare=[*worker.command, "spare"])


def print_line(name: str, line: str) -> None:
    print(f"{name} | {line}", flush=True)


class Told:
    """What the supervisor said."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    async def until(self, words: str) -> None:
        give_up = time.monotonic() + PATIENCE_S
        while not any(words in line for line in self.lines):
            assert time.monotonic() < give_up, self.lines
            await asyncio.sleep(0.02)


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine: nothing is said of that, and no death counts as long ago."""
    monkeypatch.setattr(supervise, "PATIENCE", math.inf)
    monkeypatch.setattr(supervise, "STEADY", math.inf)


@pytest.fixture
def hears_the_dying(monkeypatch: pytest.MonkeyPatch) -> None:
    """What has ended is listened to until nothing more of it is on its way."""
    monkeypatch.setattr(child, "LAST_WORDS_WITHIN", PATIENCE_S)


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
async def supervisor(told: Told) -> AsyncIterator[Supervisor]:
    one = Supervisor(told.lines.append, print_line)
    yield one
    one.kill()
    await one.stop()


@contextlib.asynccontextmanager
async def watched(supervisor: Supervisor) -> AsyncIterator["asyncio.Task[None]"]:
    task = asyncio.create_task(supervisor.watch())
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def kill(supervisor: Supervisor, how: signal.Signals = signal.SIGKILL) -> None:
    started = supervisor.children[0].started
    assert started is not None
    os.kill(started.process.pid, how)


def pids(printed: str) -> list[int]:
    return [int(number) for number in re.findall(r"\| pid (\d+)", printed)]


def until_gone(pid: int) -> None:
    give_up = time.monotonic() + PATIENCE_S
    with contextlib.suppress(psutil.NoSuchProcess):
        while psutil.Process(pid).status() != psutil.STATUS_ZOMBIE:
            assert time.monotonic() < give_up, f"process {pid} lives on"
            time.sleep(0.02)


async def test_every_line_carries_the_name_of_its_program(
    supervisor: Supervisor, capsys: pytest.CaptureFixture[str]
) -> None:
    await supervisor.start([program("livekit"), program("api")])
    await supervisor.stop()
    printed = capsys.readouterr().out
    assert "livekit | pid " in printed
    assert "api | pid " in printed


@pytest.mark.usefixtures("hears_the_dying")
async def test_a_program_that_ends_before_it_is_ready_is_said_with_its_last_words(
    supervisor: Supervisor,
) -> None:
    with pytest.raises(CannotGoOnError) as stopped:
        await supervisor.start([program("worker", "fails")])
    assert str(stopped.value) == (
        "worker ended with code 3 before it was ready. Do this and that. "
        'Its last line: "the model is missing".'
    )


async def test_a_program_that_never_answers_is_said(supervisor: Supervisor) -> None:
    silent = program("worker", ready_within=0.5)
    other = replace(silent, ready_url=f"http://127.0.0.1:{free_port()}/")
    with pytest.raises(CannotGoOnError, match=r"worker was not ready within 0\.5 s\. Do this"):
        await supervisor.start([other])


async def test_programs_stop_in_reverse_order(
    supervisor: Supervisor, capsys: pytest.CaptureFixture[str]
) -> None:
    await supervisor.start([program("livekit")])
    await supervisor.start([program("api"), program("worker")])
    await supervisor.stop()
    said = re.findall(r"(\w+) \| stopped", capsys.readouterr().out)
    assert said == ["worker", "api", "livekit"]


@pytest.mark.fault
@pytest.mark.usefixtures("hears_the_dying")
async def test_a_program_that_dies_is_started_again(
    supervisor: Supervisor, told: Told, capsys: pytest.CaptureFixture[str]
) -> None:
    await supervisor.start([program("api")])
    async with watched(supervisor):
        kill(supervisor)
        await told.until("api works again")
    first, second = pids(capsys.readouterr().out)
    again = "api was ended by SIGKILL; starting it again in 0.5 s."
    assert told.lines[0] == f'{again} Its last line: "pid {first}".'
    assert first != second


@pytest.mark.fault
async def test_a_program_that_hangs_is_replaced_and_that_is_said_in_one_line(
    supervisor: Supervisor, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pulse, "EVERY", 0.05)
    monkeypatch.setattr(pulse, "HANGS_AFTER", 1.0)
    await supervisor.start([program("api")])
    async with watched(supervisor):
        kill(supervisor, signal.SIGSTOP)
        await told.until("api works again")
    assert re.match(r"api did not answer for \d+ s; starting it again in 0\.5 s\.", told.lines[0])


@pytest.mark.fault
async def test_a_spare_takes_over_at_once(
    supervisor: Supervisor,
    told: Told,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(supervise, "SPARE_AFTER", 0.01)
    await supervisor.start([with_spare()])
    worker = supervisor.children[0]
    async with watched(supervisor):
        await until(lambda: worker.has_spare)
        spare = worker.spare
        kill(supervisor)
        await told.until("worker works again")
        assert worker.started is spare
        await until(lambda: worker.has_spare)
        assert worker.spare is not spare
    assert "worker was ended by SIGKILL; its spare takes over." in told.lines[0]
    await supervisor.stop()
    for pid in pids(capsys.readouterr().out):
        until_gone(pid)


@pytest.mark.fault
async def test_a_spare_that_hangs_is_found_out_and_a_new_one_is_started(
    supervisor: Supervisor, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervise, "SPARE_AFTER", PATIENCE_S)
    monkeypatch.setattr(pulse, "EVERY", 0.05)
    monkeypatch.setattr(pulse, "HANGS_AFTER", 1.0)
    await supervisor.start([replace(with_spare(), ready_within=PATIENCE_S)])
    worker = supervisor.children[0]
    await worker.prepare_spare()
    assert worker.spare is not None
    worker.spare.send(signal.SIGSTOP)
    async with watched(supervisor):
        kill(supervisor)
        await told.until("worker works again")
    assert any("worker did not answer" in line for line in told.lines)


@pytest.mark.fault
async def test_where_the_spare_has_died_as_well_a_new_one_is_started(
    supervisor: Supervisor, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervise, "SPARE_AFTER", PATIENCE_S)
    await supervisor.start([with_spare()])
    worker = supervisor.children[0]
    await worker.prepare_spare()
    assert worker.spare is not None
    worker.spare.kill_group()
    await worker.spare.process.wait()
    async with watched(supervisor):
        kill(supervisor)
        await told.until("worker works again")
    assert "starting it again in 0.5 s." in told.lines[0]


@pytest.mark.fault
async def test_what_is_to_be_done_after_a_death_is_done_before_the_restart(
    supervisor: Supervisor, told: Told
) -> None:
    async def clear() -> None:
        told.lines.append("cleared")

    worker = replace(program("worker"), on_death=clear)
    await supervisor.start([worker])
    async with watched(supervisor):
        kill(supervisor)
        await told.until("worker works again")
    assert told.lines[1:] == ["cleared", "worker works again"]


@pytest.mark.fault
async def test_what_a_dead_program_left_behind_is_ended(
    supervisor: Supervisor, told: Told, capsys: pytest.CaptureFixture[str]
) -> None:
    await supervisor.start([program("worker", "has a child")])
    async with watched(supervisor):
        kill(supervisor)
        await told.until("worker works again")
    left_behind = pids(capsys.readouterr().out)[1]
    until_gone(left_behind)


@pytest.mark.fault
@pytest.mark.usefixtures("hears_the_dying")
async def test_a_program_that_dies_again_and_again_ends_the_run(
    supervisor: Supervisor, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scripts.launch.supervise.RESTARTS", 1)
    await supervisor.start([program("api")])
    async with watched(supervisor) as watching:
        kill(supervisor)
        await told.until("api works again")
        kill(supervisor)
        with pytest.raises(CannotGoOnError, match=r"2 times now\. Do .* last line: \"pid \d+\"\."):
            await asyncio.wait_for(watching, PATIENCE_S)


async def test_a_program_that_waits_for_its_clients_is_asked_twice(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = child.Child.ended

    async def first_heard(one: child.Child, *, within: float) -> bool:
        # Two that come at once are heard as one.
        await told.until("asked to stop")
        return await ended(one, within=0 if within < PATIENCE_S else within)

    monkeypatch.setattr(child.Child, "ended", first_heard)
    supervisor = Supervisor(told.lines.append, lambda _, line: told.lines.append(line))
    await supervisor.start([program("livekit", "asks twice", asks_twice=True)])
    await supervisor.stop()
    assert told.lines.count("asked to stop") == 2


@pytest.mark.parametrize("behaviour", ["stubborn", "has a child"])
async def test_what_does_not_stop_by_itself_is_ended(
    supervisor: Supervisor, capsys: pytest.CaptureFixture[str], behaviour: str
) -> None:
    await supervisor.start([program("worker", behaviour, stops_within=0.3)])
    await supervisor.stop()
    for pid in pids(capsys.readouterr().out):
        until_gone(pid)


ORPHANS = """
import asyncio
from scripts.launch.supervise import Supervisor
from tests.scripts.launch.test_supervise import print_line, program

async def main():
    await Supervisor(print, print_line).start([program("worker", "stubborn")])
    print("ready", flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""


def read_until(lines: Callable[[], str], word: str) -> str:
    seen = ""
    while word not in seen:
        line = lines()
        assert line, seen
        seen += line
    return seen


@pytest.mark.fault
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's end")
def test_no_program_outlives_a_launcher_that_was_killed() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", ORPHANS], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as launcher:
        assert launcher.stdout is not None
        printed = read_until(launcher.stdout.readline, "ready")
        launcher.kill()
    for pid in pids(printed):
        until_gone(pid)
