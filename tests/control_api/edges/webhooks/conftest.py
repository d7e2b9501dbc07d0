"""A receiver that listens on this machine, and checks what it is sent as its makers would."""

import base64
import hashlib
import hmac
import http.server
import json
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.patience import PATIENCE_S


class Receiver:
    """Answers with the statuses it is told to, then with 204; keeps what it took."""

    def __init__(self) -> None:
        self.answers: list[int] = []
        self.seen: list[tuple[int, dict[str, str], bytes]] = []
        self.location = ""
        self.arrived = threading.Condition()
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                with outer.arrived:
                    status = outer.answers.pop(0) if outer.answers else 204
                    headers = {name.lower(): value for name, value in self.headers.items()}
                    outer.seen.append((status, headers, body))
                    outer.arrived.notify_all()
                self.send_response(status)
                self.send_header("Content-Length", "0")
                if outer.location:
                    self.send_header("Location", outer.location)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/hook"
        self.thread = threading.Thread(target=self.server.serve_forever, args=[0.02])

    def wait(self, count: int, *, status: int | None = 204) -> list[dict[str, Any]]:
        """The first `count` messages that got that answer."""

        def taken() -> list[bytes]:
            return [body for answer, _, body in self.seen if status in {None, answer}]

        with self.arrived:
            assert self.arrived.wait_for(lambda: len(taken()) >= count, PATIENCE_S), self.seen
            return [json.loads(body) for body in taken()[:count]]


@pytest.fixture
def receivers() -> Iterator[Callable[[], Receiver]]:
    made: list[Receiver] = []

    def start() -> Receiver:
        receiver = Receiver()
        receiver.thread.start()
        made.append(receiver)
        return receiver

    yield start
    for receiver in made:
        receiver.server.shutdown()
        receiver.server.server_close()
        receiver.thread.join()


@pytest.fixture
def receiver(receivers: Callable[[], Receiver]) -> Receiver:
    return receivers()


def is_signed(secret: str, headers: dict[str, str], body: bytes) -> bool:
    """As the Standard Webhooks specification says it, written anew."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.{body.decode()}"
    digest = hmac.new(key, signed.encode(), hashlib.sha256).digest()
    return headers["webhook-signature"] == f"v1,{base64.b64encode(digest).decode()}"
