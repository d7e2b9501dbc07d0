"""What keeps `make run` from starting is said in one line, with the remedy."""

import fcntl
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.machine.ports import free_port
from scripts.provision import livekit_server

ROOT = Path(__file__).parents[2]


def refused(data: Path, **settings: str) -> str:
    """Run, expect an end with code 1, and give the only line."""
    environment = {name: value for name, value in os.environ.items() if "LIVEKIT" not in name}
    done = subprocess.run(
        [sys.executable, "-m", "scripts.run"],
        cwd=ROOT,
        env=environment | {"SAYDO_DATA": str(data), "SAYDO_PORT": str(free_port())} | settings,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    return line


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        line = refused(tmp_path, SAYDO_PORT=str(port))
    assert line.startswith(f"saydo | Port {port} is taken by another program.")
    assert re.search(r"SAYDO_PORT=\d+ make run", line)


@pytest.mark.parametrize("port", ["seventy", "0", "65536"])
def test_a_port_that_is_none(tmp_path: Path, port: str) -> None:
    assert f"SAYDO_PORT is '{port}'" in refused(tmp_path, SAYDO_PORT=port)


def test_a_second_one_on_the_same_data(tmp_path: Path) -> None:
    with (tmp_path / "run.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        line = refused(tmp_path)
    assert f"Saydo already runs on {tmp_path}" in line
    assert "SAYDO_DATA" in line


def test_a_data_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "SAYDO_DATA" in refused(tmp_path / "file" / "data")


def test_no_livekit_server(tmp_path: Path) -> None:
    nowhere = {"PATH": "/nowhere", "SAYDO_TOOL_FOLDERS": ""}
    line = refused(tmp_path / "data", SAYDO_MODELS=str(tmp_path / "models"), **nowhere)
    assert line.startswith("saydo | livekit-server is missing: run `make setup`.")


def test_a_livekit_server_elsewhere_that_does_not_answer(tmp_path: Path) -> None:
    url = f"ws://127.0.0.1:{free_port()}"
    line = refused(tmp_path, LIVEKIT_URL=url)
    assert f"No LiveKit server answers at {url}" in line


@pytest.mark.voice
def test_models_that_are_missing(tmp_path: Path) -> None:
    program = livekit_server.find()
    assert program is not None, "run `make setup` first"
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "livekit-server").symlink_to(program)
    environment = {name: value for name, value in os.environ.items() if "LIVEKIT" not in name}
    done = subprocess.run(
        [sys.executable, "-m", "scripts.run"],
        cwd=ROOT,
        env=environment
        | {
            "SAYDO_DATA": str(tmp_path / "data"),
            "SAYDO_MODELS": str(tmp_path / "models"),
            "SAYDO_PORT": str(free_port()),
        },
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert done.returncode == 1
    last = done.stderr.splitlines()[-1]
    assert last.startswith("saydo | worker ")
    assert "make models" in last
    assert "Saydo is ready" not in done.stdout
