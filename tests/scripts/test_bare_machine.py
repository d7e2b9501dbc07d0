"""Whoever has what the README demands, and nothing else, has Saydo after one command."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from scripts.machine.ports import free_port
from tests.patience import PATIENCE_S
from tests.scripts.bare_machine import COMPILER, NOWHERE, BareMachine, problems


@pytest.fixture
def machine(tmp_path: Path) -> BareMachine:
    return BareMachine(tmp_path)


@pytest.fixture(scope="module")
def set_up(tmp_path_factory: pytest.TempPathFactory) -> BareMachine:
    """A machine on which all of set-up ran."""
    machine = BareMachine(tmp_path_factory.mktemp("bare"))
    done = machine.make("setup")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "[setup] uv ... getting it" in done.stdout
    assert "it can't be reached" in done.stderr, "the model hub was to be out of reach"
    return machine


@pytest.mark.voice
@pytest.mark.timeout(1800)
def test_make_run_sets_up_all_that_is_missing_and_is_ready(set_up: BareMachine) -> None:
    port = free_port()
    with subprocess.Popen(
        [str(set_up.path / "make"), "run"],
        cwd=set_up.project,
        env=set_up.environment(SAYDO_PORT=str(port)),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as run:
        assert run.stdout is not None
        lines = []
        try:
            for line in run.stdout:
                lines.append(line)
                if line.startswith("Saydo is ready: "):
                    break
            address = lines[-1].partition(": ")[2].strip()
            assert httpx.get(f"{address}/api/v1/health", timeout=PATIENCE_S).status_code == 200, (
                lines
            )
            assert "<title>" in httpx.get(address, timeout=PATIENCE_S).text
        finally:
            os.killpg(run.pid, signal.SIGTERM)
            run.stdout.read()


@pytest.mark.voice
@pytest.mark.timeout(1800)
def test_without_go_and_out_of_reach_of_releases_what_to_install_is_said(
    set_up: BareMachine,
) -> None:
    server = set_up.home / ".local" / "share" / "saydo" / "bin" / "livekit-server"
    with put_aside(server), put_aside(set_up.path / "go"):
        (problem,) = problems(set_up.make("setup", HTTPS_PROXY=NOWHERE))
    assert "[setup] livekit-server ... could not be had." in problem
    assert "Install livekit-server" in problem
    assert "there is no Go" in problem


@contextmanager
def put_aside(program: Path) -> Iterator[None]:
    """Have a program be missing for a while."""
    aside = program.with_name(f"no-{program.name}")
    program.rename(aside)
    try:
        yield
    finally:
        aside.rename(program)


def test_without_python_it_is_named(machine: BareMachine) -> None:
    machine.remove("python3")
    (problem,) = problems(machine.make("setup"))
    assert problem.startswith("[setup] Python is missing. Install Python 3.11")


def test_without_a_compiler_it_is_named_before_anything_is_fetched(machine: BareMachine) -> None:
    machine.remove(*COMPILER)
    done = machine.make("setup")
    (problem,) = problems(done)
    assert problem.startswith("[setup] A C++ compiler is needed")
    assert "sudo apt install g++" in problem
    assert done.stdout == ""


@pytest.mark.parametrize("name", ["node", "npm"])
def test_without_node_it_is_named_before_anything_is_fetched(
    machine: BareMachine, name: str
) -> None:
    machine.remove(name)
    done = machine.make("setup")
    (problem,) = problems(done)
    assert problem.startswith("[setup] The page needs Node.js 20 or newer")
    assert done.stdout == ""


def test_a_node_that_is_too_old_is_said(machine: BareMachine) -> None:
    machine.remove("node")
    (machine.path / "node").write_text("#!/bin/sh\necho v18.20.0\n")
    (machine.path / "node").chmod(0o755)
    (problem,) = problems(machine.make("setup"))
    assert problem.endswith("The one here says v18.20.0.")


def test_where_uv_cannot_be_had_it_is_named(machine: BareMachine) -> None:
    done = machine.make("setup", HTTPS_PROXY=NOWHERE, PIP_INDEX_URL=NOWHERE, PIP_NO_INDEX="1")
    (problem,) = problems(done)
    assert problem.startswith("[setup] uv could not be had. Install it")


def test_where_no_python_fits_and_none_can_be_fetched_it_is_said(machine: BareMachine) -> None:
    machine.fetch_uv()
    done = machine.make(
        "setup", UV_PYTHON_PREFERENCE="only-managed", UV_PYTHON_INSTALL_MIRROR=NOWHERE
    )
    (problem,) = problems(done)
    assert problem.startswith("[setup] Python 3.11, 3.12 or 3.13 is needed")


def test_a_uv_that_cannot_run_is_passed_over(machine: BareMachine) -> None:
    """Version managers leave programs on the PATH that only say that nothing was chosen."""
    (machine.path / "uv").write_text("#!/bin/sh\nexit 127\n")
    (machine.path / "uv").chmod(0o755)
    done = machine.make("setup", PIP_NO_INDEX="1", HTTPS_PROXY=NOWHERE)
    assert "[setup] uv ... getting it" in done.stdout
