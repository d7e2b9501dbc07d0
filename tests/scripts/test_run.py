"""`make run` with all that is real: two of them side by side, and how they end."""

import json
import os
import re
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import psutil
import pytest

from bench.conversation.stack import Stack, start
from tests.patience import PATIENCE_S, wait_until

pytestmark = [pytest.mark.voice, pytest.mark.models]

CANARY = "canary-3f1c9a"


class Pair(NamedTuple):
    first: Stack
    second: Stack


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """Two started at the same moment, so that they reach for the same ports; one says all."""
    folder = tmp_path_factory.mktemp("two")
    secret = {"OPENAI_API_KEY": f"{CANARY}-openai", "DEEPGRAM_API_KEY": f"{CANARY}-deepgram"}
    quiet = secret | {"SAYDO_VERBOSE": "0"}
    stacks = Pair(start(folder / "first", secret), start(folder / "second", quiet))
    try:
        for stack in stacks:
            stack.wait_until_ready()
        yield stacks
    finally:
        for stack in stacks:
            if stack.process.poll() is None:
                stack.stop()


def secrets_of(stack: Stack) -> dict[str, str]:
    stored: dict[str, str] = json.loads((stack.data / "secrets.json").read_text())
    del stored["owner_id"]
    return stored


def log_of(stack: Stack) -> Path:
    return stack.data / "logs" / "saydo.log"


def descendants(stack: Stack) -> list[psutil.Process]:
    launcher = psutil.Process(stack.process.pid)
    return [launcher, *launcher.children(recursive=True)]


def test_both_say_that_they_are_ready_and_how_to_sign_in(pair: Pair) -> None:
    for stack in pair:
        at = stack.lines.index(f"Saydo is ready: http://127.0.0.1:{stack.port}")
        wait_until(lambda: len(stack.lines) >= at + 4, lambda: stack.lines)  # noqa: B023 (now)
        link = rf"    Sign in once, within the hour: http://127\.0\.0\.1:{stack.port}/#sign-in=\S+"
        before, told, after = stack.lines[at + 1 : at + 4]
        assert re.fullmatch(link, told)
        assert (before, after) == ("", "")


def test_every_line_says_whose_it_is(pair: Pair) -> None:
    for line in filter(None, pair.first.lines):
        assert re.match(r"(livekit|api|worker|saydo) \| |Saydo is ready: |    Sign in once, ", line)


def test_only_what_a_person_needs_is_on_the_terminal_and_the_link_is_the_last_of_it(
    pair: Pair,
) -> None:
    quiet = [line for line in pair.second.lines if "still waiting" not in line]
    assert quiet[0] == f"saydo | starting; what the programs say is in {log_of(pair.second)}"
    assert quiet[1].startswith("Saydo is ready: ")
    assert quiet[3].startswith("    Sign in once, ")
    assert not "".join(quiet[4:])


def test_all_that_the_programs_say_is_in_the_log(pair: Pair) -> None:
    for stack in pair:
        logged = log_of(stack).read_text()
        for program in ("livekit", "api", "saydo"):
            assert f" {program} | " in logged
        assert log_of(stack).stat().st_mode & 0o777 == 0o600
        assert "#sign-in=" not in logged


def test_each_has_its_own_keys_and_nobody_else_can_read_them(pair: Pair) -> None:
    first, second = (set(secrets_of(stack).values()) for stack in pair)
    assert not first & second
    for stack in pair:
        assert (stack.data / "secrets.json").stat().st_mode & 0o777 == 0o600
        assert stack.data.stat().st_mode & 0o777 == 0o700


def test_no_secret_is_in_a_command_line_or_in_the_log(pair: Pair) -> None:
    for stack in pair:
        hidden = {*secrets_of(stack).values(), CANARY}
        told = [" ".join(process.cmdline()) for process in descendants(stack)] + stack.lines
        told += log_of(stack).read_text().splitlines()
        assert not [line for line in told if any(secret in line for secret in hidden)]


def test_each_program_is_given_only_the_secrets_it_needs(pair: Pair) -> None:
    stack = pair.first
    stored = secrets_of(stack)
    (livekit,) = stack.processes("livekit-server")
    seen = " ".join(livekit.environ().values())
    assert stored["livekit_secret"] in seen
    assert stored["worker_key"] not in seen
    (api,) = stack.processes("control_api", "serve")
    for program in (livekit, api):
        assert CANARY not in " ".join(program.environ().values())
    worker = stack.processes("agent_worker", "start")[0]
    assert stored["signing_key"] not in " ".join(worker.environ().values())


def test_nothing_listens_but_on_loopback(pair: Pair) -> None:
    listening = [
        (connection.laddr.ip, process.cmdline())
        for process in descendants(pair.first)
        for connection in process.net_connections("inet")
    ]
    assert listening
    assert not [each for each in listening if each[0] not in {"127.0.0.1", "::1"}]


@pytest.mark.fault
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_one_signal_stops_all_of_it(tmp_path: Path, number: signal.Signals) -> None:
    stack = start(tmp_path / "data")
    stack.wait_until_ready()
    everything = descendants(stack)
    stack.process.send_signal(number)
    assert stack.process.wait(PATIENCE_S) == 0
    _, alive = psutil.wait_procs(everything, PATIENCE_S)
    assert not alive
    assert "saydo | stopped" in stack.lines


@pytest.mark.fault
def test_nothing_outlives_a_launcher_that_was_killed(tmp_path: Path) -> None:
    stack = start(tmp_path / "data")
    stack.wait_until_ready()
    everything = descendants(stack)
    os.kill(stack.process.pid, signal.SIGKILL)
    stack.process.wait()
    _, alive = psutil.wait_procs(everything, PATIENCE_S)
    assert not [process.cmdline() for process in alive]


@pytest.mark.fault
def test_it_can_be_stopped_before_it_is_ready(tmp_path: Path) -> None:
    stack = start(tmp_path / "data")
    wait_until(
        lambda: any(line.startswith("livekit | ") for line in stack.lines), lambda: stack.lines
    )
    everything = descendants(stack)
    stack.process.send_signal(signal.SIGINT)
    assert stack.process.wait(PATIENCE_S) == 0
    _, alive = psutil.wait_procs(everything, PATIENCE_S)
    assert not alive
