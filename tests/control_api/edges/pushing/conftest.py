"""A stand-in on this machine for what pushes go to; it may refuse, lead on, or never end."""

import socket
import socketserver
import ssl
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from control_api.edges.pushing.browser_key import private_key
from control_api.edges.pushing.orders import PushAnswer, PushOrder
from tests.patience import PATIENCE_S

ROOT = Path(__file__).parents[4]
HERE = "127.0.0.1"
TEXT = "Reminder: call Sarah."
KEY = private_key("k" * 32)
PROGRAM = ("-m", "control_api.edges.pushing")
# What each of the services says when it has taken something; one reads what is its own.
TAKEN = (
    b'{"access_token": "t", "user_id": "@alice:h", "home_server": "h", "room_id": "!room:h",'
    b' "event_id": "$1", "status": "success", "success": true, "code": 200, "id": "1",'
    b' "data": {"authToken": "t", "userId": "u"}}'
)


def carry_out(
    *urls: str, program: Sequence[str] = PROGRAM, networks: Sequence[str] = (HERE,)
) -> PushAnswer:
    """Send as the server has it sent, but wait for nothing else."""
    done = subprocess.run(
        [sys.executable, *program],
        input=msgspec.json.encode(
            PushOrder(urls=list(urls), text=TEXT, networks=list(networks), browser_key=KEY)
        ),
        cwd=ROOT,
        env={},
        stdout=subprocess.PIPE,
        check=True,
        timeout=PATIENCE_S,
    )
    return msgspec.json.decode(done.stdout, type=PushAnswer)


class Seen(NamedTuple):
    """One request."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


class StandIn:
    """Takes whatever comes, and counts the connections."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.status = 200
        self.location = ""
        self.answer = TAKEN
        self.encoding = ""
        self.is_endless = False
        self.sent = 0
        self.connections = 0
        self.requests: list[Seen] = []
        self.let_go = threading.Event()
        self.let_go.set()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def setup(self) -> None:
                outer.connections += 1
                super().setup()

            def handle_any(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                outer.requests.append(Seen(self.command, self.path, dict(self.headers), body))
                outer.let_go.wait(PATIENCE_S)
                self.send_response(outer.status)
                self.send_header("Content-Type", "application/json")
                if outer.location:
                    self.send_header("Location", outer.location)
                if outer.encoding:
                    self.send_header("Content-Encoding", outer.encoding)
                if not outer.is_endless:
                    self.send_header("Content-Length", str(len(outer.answer)))
                self.end_headers()
                self.wfile.write(outer.answer)
                while outer.is_endless:
                    outer.sent += self.wfile.write(b"x" * 65536)

            def log_message(self, *_: object) -> None:
                pass

        for method in ("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "UPDATE"):
            setattr(Handler, f"do_{method}", Handler.handle_any)

        class Server(ThreadingHTTPServer):
            def handle_error(self, *_: object) -> None:  # who was cut off is the point
                pass

        self.server = Server((HERE, 0), Handler)
        self.port = self.server.server_port
        self.server.socket = encrypted(self.server.socket, tls)
        self.thread = threading.Thread(target=self.server.serve_forever, args=[0.02])
        self.thread.start()

    @property
    def url(self) -> str:
        return f"json://{HERE}:{self.port}/"

    @property
    def texts(self) -> bytes:
        return b"\n".join(each.body for each in self.requests)

    def stop(self) -> None:
        self.is_endless = False
        self.let_go.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


def encrypted(listener: socket.socket, tls: ssl.SSLContext | None) -> socket.socket:
    """Speak TLS to whoever comes, where there is a certificate."""
    return listener if tls is None else tls.wrap_socket(listener, server_side=True)


class Mailbox:
    """A mail server that takes every letter."""

    def __init__(self) -> None:
        self.letters: list[bytes] = []
        outer = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                self.wfile.write(b"220 here\r\n")
                for line in self.rfile:
                    command = line[:4].upper()
                    if command == b"DATA":
                        self.wfile.write(b"354 go on\r\n")
                        outer.letters.append(b"".join(iter(self.rfile.readline, b".\r\n")))
                    self.wfile.write(b"221 bye\r\n" if command == b"QUIT" else b"250 fine\r\n")

        self.server = socketserver.ThreadingTCPServer((HERE, 0), Handler)
        self.port = self.server.server_address[1]
        self.thread = threading.Thread(target=self.server.serve_forever, args=[0.02])
        self.thread.start()

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def stand_ins() -> Iterator[Callable[[], StandIn]]:
    made: list[StandIn] = []

    def start() -> StandIn:
        made.append(StandIn())
        return made[-1]

    yield start
    for each in made:
        each.stop()


@pytest.fixture
def stand_in(stand_ins: Callable[[], StandIn]) -> StandIn:
    return stand_ins()


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    mailbox = Mailbox()
    yield mailbox
    mailbox.stop()
