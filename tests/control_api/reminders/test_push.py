"""The real Apprise, to a receiver on this machine."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from control_api.reminders import push as push_module
from control_api.reminders.push import PushError, push
from tests.control_api.conftest import Headers
from tests.control_api.reminders.test_routes import create, in_utc, until


class Receiver:
    """What a phone's service would be; it may refuse, or never answer."""

    def __init__(self) -> None:
        self.received: list[dict[str, Any]] = []
        self.status = 200
        self.let_go = threading.Event()
        self.let_go.set()
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.let_go.wait(10)
                receiver.received.append(json.loads(body))
                self.send_response(receiver.status)
                self.end_headers()

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"json://127.0.0.1:{self.server.server_port}/"
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    receiver = Receiver()
    yield receiver
    receiver.let_go.set()
    receiver.server.shutdown()
    receiver.server.server_close()
    receiver.thread.join()


async def test_a_text_arrives(receiver: Receiver) -> None:
    await push(receiver.url, "Reminder: call Sarah.")
    (received,) = receiver.received
    assert (received["title"], received["message"]) == ("Saydo", "Reminder: call Sarah.")


async def test_what_the_service_refuses_has_not_arrived(receiver: Receiver) -> None:
    receiver.status = 503
    with pytest.raises(PushError):
        await push(receiver.url, "Reminder: call Sarah.")


async def test_a_service_that_never_answers_is_given_up_on(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(push_module, "WITHIN_S", 0.1)
    receiver.let_go.clear()
    with pytest.raises(PushError, match="No answer"):
        await push(receiver.url, "Reminder: call Sarah.")


def test_a_reminder_is_pushed_where_the_person_wants_it(
    client: TestClient[Litestar], alice: Headers, receiver: Receiver
) -> None:
    path = "/api/v1/me/notifications"
    client.put(path, json={"push": [receiver.url]}, headers=alice)
    create(client, alice, "Call Sarah", reminders=[in_utc(seconds=0)])
    (receipt,) = until(client, alice, 1, state="delivered")
    (delivery,) = receipt["deliveries"]
    assert (delivery["way"], delivery["to"], delivery["state"]) == ("push", "json", "delivered")
    assert [each["message"] for each in receiver.received] == ["Reminder: call Sarah."]


def test_why_a_push_failed_is_on_the_receipt(
    client: TestClient[Litestar], alice: Headers, receiver: Receiver
) -> None:
    receiver.status = 500
    path = "/api/v1/me/notifications"
    client.put(path, json={"push": [receiver.url]}, headers=alice)
    create(client, alice, "Call Sarah", reminders=[in_utc(seconds=0)])
    give_up = time.monotonic() + 10
    while True:
        (receipt,) = until(client, alice, 1, state="due")
        (delivery,) = receipt["deliveries"]
        if "error" in delivery:
            break
        assert time.monotonic() < give_up
        time.sleep(0.02)
    assert (delivery["state"], delivery["attempts"]) == ("waiting", 1)
    assert "did not take it" in delivery["error"]
