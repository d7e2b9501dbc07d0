"""What a confined process can't do, whatever it runs: each is tried in one, and beside one."""

import ipaddress
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from control_api.edges.outgoing.confinement import make_hook
from tests.patience import PATIENCE_S

ROOT = Path(__file__).parents[4]
NETWORKS = [ipaddress.ip_network("192.0.2.0/24")]
# Tries each statement of standard input, and says which of them raised nothing.
TRY = """
import json, os, socket, sqlite3, ssl, subprocess, sys, tempfile, shutil, syslog
from control_api.edges.outgoing.confinement import confine
given = json.load(sys.stdin)
if given["confined"]:
    confine([], most_bytes=1_000)
done = []
for each in given["tries"]:
    try:
        exec(each)
    except OSError:
        continue
    done.append(each)
print(json.dumps(done))
"""


def attempt(tries: list[str], *, confined: bool = True) -> list[str]:
    run = subprocess.run(
        [sys.executable, "-c", TRY],
        input=json.dumps({"tries": tries, "confined": confined}),
        capture_output=True,
        check=True,
        cwd=ROOT,
        text=True,
        timeout=PATIENCE_S,
    )
    done: list[str] = json.loads(run.stdout)
    return done


@pytest.fixture
def port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture
def tries(tmp_path: Path, port: int) -> list[str]:
    (tmp_path / "secrets.json").write_text("canary")
    (tmp_path / "link").symlink_to(tmp_path / "secrets.json")
    path = str(tmp_path / "new")
    local = f"{os.urandom(8).hex()}"
    return [
        f"socket.create_connection(('127.0.0.1', {port}))",
        f"socket.create_connection(('localhost', {port}))",
        f"socket.socket().connect(('localhost', {port}))",
        f"socket.socket().connect_ex(('127.0.0.1', {port}))",
        f"socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', {port}))",
        f"socket.socket(type=socket.SOCK_DGRAM).sendmsg([b'x'], [], 0, ('127.0.0.1', {port}))",
        "socket.socket().bind(('127.0.0.1', 0))",
        f"socket.socket(socket.AF_UNIX).bind('\\0{local}')",
        "subprocess.run(['true'])",
        "os.system('true')",
        "os.fork() or os._exit(0)",
        "os.posix_spawn('/bin/true', ['true'], {})",
        f"open({path!r}, 'w')",
        f"os.open({path!r}, os.O_CREAT | os.O_RDWR)",
        f"os.mkdir({path + '.d'!r})",
        f"os.rename({path!r}, {path + '.x'!r})",
        f"open({str(tmp_path / 'secrets.json')!r})",
        f"open({str(tmp_path / 'link')!r})",
        "open('/etc/hostname')",
        "open('/proc/self/environ')",
        "sqlite3.connect(':memory:')",
        "syslog.syslog('x')",
        "tempfile.TemporaryFile()",
    ]


def test_none_of_it_works_in_a_confined_process_and_all_of_it_beside_one(tries: list[str]) -> None:
    assert attempt(tries) == []
    assert attempt(tries, confined=False) == tries


def test_what_libraries_need_works() -> None:
    own = str(Path(json.__file__))
    needed = [f"open({own!r})", "ssl.create_default_context()", "import html.parser"]
    assert attempt(needed) == needed


@pytest.mark.parametrize(
    "address",
    [
        ("127.0.0.1", 80),
        ("::1", 80, 0, 0),
        ("localhost", 80),
        ("example.org", 80),
        ("2130706433", 80),
        ("", 80),
        ("<broadcast>", 80),
        (b"\x01\x01\x01\x01", 80),
        (16843009, 80),
        "/run/docker.sock",
        b"\0abstract",
        ("eth0", 3),
        (),
        (1, 2),
    ],
)
def test_nothing_but_an_address_that_may_be_reached_is_connected_to(address: Any) -> None:
    refused: list[str] = []
    hook = make_hook(NETWORKS, refused)
    with pytest.raises(PermissionError):
        hook("socket.connect", (None, address))
    assert len(refused) == 1
    hook("socket.connect", (None, ("192.0.2.1", 80)))
    hook("socket.connect", (None, ("1.1.1.1", 80)))
    assert len(refused) == 1
