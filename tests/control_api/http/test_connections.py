"""A5: who holds a connection without using it loses it, and the others notice nothing."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from http.client import HTTPResponse
from typing import Any

import httpx
import pytest
import uvicorn
from litestar import Litestar

from control_api.http.connections import ImpatientProtocol
from control_api.process.serve import ApiServer, _allow_many_connections
from tests.control_api.conftest import Headers, free_port
from tests.control_api.http.held_clock import HeldLoop
from tests.patience import PATIENCE_S

HALF_REQUESTS = 500
GET = b"GET /api/v1/health HTTP/1.1\r\nHost: 127.0.0.1\r\n"
POST = b"POST /api/v1/sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\n"
UPGRADE = (
    b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
)


class Held(ImpatientProtocol):
    """The same on a clock that the test holds, and with limits that it can reach."""

    slowest_bytes_s = 1000
    most_of_one_caller = 20

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.real_loop = self.loop
        self.loop: Any = HeldLoop(self.real_loop)

    @property
    def received(self) -> int:
        """Bytes of the request that is on its way."""
        return self._received


class Quick:
    """A real server in this process, so that its connections can be looked at."""

    def __init__(self, app: Litestar) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        config = uvicorn.Config(
            app,
            http=Held,
            ws="none",
            port=self.port,
            log_config=None,
            timeout_keep_alive=1000,
            timeout_graceful_shutdown=1,
        )
        self.server = ApiServer(config, self.url, app.state.workspaces, app.state.backups)
        self.thread = threading.Thread(target=self.server.run)

    def connections(self) -> list[Held]:
        return [each for each in self.server.server_state.connections if isinstance(each, Held)]

    def pass_time(self, seconds: float) -> None:
        """Put the clocks of all connections forward, and do what is due."""
        for each in self.connections():
            done = threading.Event()

            def put_forward(held: Held = each, done: threading.Event = done) -> None:
                held.loop.put_forward(seconds)
                done.set()

            each.real_loop.call_soon_threadsafe(put_forward)
            assert done.wait(PATIENCE_S)

    def has_received(self, count: int) -> bool:
        """Whether the one connection has sent so many bytes of a request."""
        return [each.received for each in self.connections()] == [count]

    def rest(self, connection: socket.socket, within_s: float) -> bytes:
        """What a connection is still sent, when it is closed after that time and not before."""
        self.pass_time(within_s - 0.1)
        assert len(self.connections()) == 1
        self.pass_time(0.2)
        return read_all(connection)

    @contextmanager
    def run(self) -> Iterator[None]:
        self.thread.start()
        until(lambda: self.server.started)
        yield
        self.server.should_exit = True
        self.thread.join(PATIENCE_S)

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE_S)


@pytest.fixture
def quick(app: Litestar) -> Iterator[Quick]:
    quick = Quick(app)
    with quick.run():
        yield quick


def until(true: Callable[[], bool], *, meanwhile: Callable[[], Any] = lambda: None) -> None:
    give_up = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < give_up
        with suppress(ConnectionError):
            meanwhile()
        time.sleep(0.01)


def read_all(connection: socket.socket) -> bytes:
    """What comes until the server closes."""
    pieces = []
    while piece := connection.recv(65536):
        pieces.append(piece)
    return b"".join(pieces)


def read_answer(connection: socket.socket) -> int:
    """The status of one answer, which is read to its end."""
    answer = HTTPResponse(connection)
    answer.begin()
    answer.read()
    return answer.status


@pytest.mark.parametrize(
    "half",
    [
        GET,
        GET[:5],
        POST + b"Content-Length: 90\r\n\r\n{",
        POST + b"Transfer-Encoding: chunked\r\n\r\n9\r\n{",
    ],
)
def test_half_a_request_is_answered_and_closed_in_time(quick: Quick, half: bytes) -> None:
    with quick.connect() as connection:
        connection.sendall(half)
        until(lambda: quick.has_received(len(half)))
        answer = quick.rest(connection, Held.request_within_s + len(half) / Held.slowest_bytes_s)
        assert answer.startswith(b"HTTP/1.1 408 ")
        assert b"urn:saydo:problem:too-slow" in answer


def test_who_says_nothing_is_not_answered(quick: Quick) -> None:
    with quick.connect() as connection:
        until(lambda: quick.has_received(0))
        assert quick.rest(connection, Held.request_within_s) == b""


def test_a_byte_now_and_then_does_not_help(quick: Quick) -> None:
    with quick.connect() as connection:
        connection.sendall(GET)
        for sent in range(len(GET), len(GET) + round(Held.request_within_s)):
            until(lambda: quick.has_received(sent))  # noqa: B023 (now)
            quick.pass_time(1)
            with suppress(ConnectionError):
                connection.sendall(b"X")
        quick.pass_time(1)
        assert read_all(connection).startswith(b"HTTP/1.1 408 ")


def test_a_large_body_may_take_the_time_that_its_size_needs(quick: Quick) -> None:
    body = b'{"code": "' + b"x" * 3000 + b'"}'
    head = POST + b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body)
    pieces = [body[start : start + 600] for start in range(0, len(body), 600)]
    each_s = 2
    assert each_s * len(pieces) > Held.request_within_s
    with quick.connect() as connection:
        connection.sendall(head)
        sent = len(head)
        for piece in pieces:
            until(lambda: quick.has_received(sent))  # noqa: B023 (now)
            quick.pass_time(each_s)
            connection.sendall(piece)
            sent += len(piece)
        assert connection.recv(100).startswith(b"HTTP/1.1 401 ")


def test_what_follows_an_answer_for_ever_is_not_listened_to(quick: Quick) -> None:
    head = b"POST /nothing HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 900000\r\n\r\n"
    with quick.connect() as connection:
        connection.sendall(head)
        assert connection.recv(100).startswith(b"HTTP/1.1 404 ")

        def go_on() -> None:
            connection.send(b"x")
            quick.pass_time(1)

        until(lambda: not quick.connections(), meanwhile=go_on)


def test_the_next_request_on_a_connection_has_its_own_time(quick: Quick) -> None:
    with quick.connect() as connection:
        for _ in range(3):
            connection.sendall(GET + b"\r\n")
            assert read_answer(connection) == 200
            quick.pass_time(Held.request_within_s)
        connection.sendall(GET)
        until(lambda: quick.has_received(len(GET)))
        in_time = Held.request_within_s + len(GET) / Held.slowest_bytes_s
        assert quick.rest(connection, in_time).startswith(b"HTTP/1.1 408 ")


def test_two_requests_at_once_are_both_answered(quick: Quick) -> None:
    with quick.connect() as connection:
        connection.sendall((GET + b"\r\n") * 2 + GET)
        answers = b""
        while answers.count(b"HTTP/1.1 200 ") < 2:
            answers += connection.recv(65536)
        until(lambda: quick.has_received(1))
        answers += quick.rest(connection, Held.request_within_s)
    assert answers.count(b"HTTP/1.1 200 ") == 2


def test_one_caller_has_only_so_many_connections(quick: Quick) -> None:
    with ExitStack() as stack:
        for _ in range(Held.most_of_one_caller):
            stack.enter_context(quick.connect())
        until(lambda: len(quick.connections()) == Held.most_of_one_caller)
        with quick.connect() as one_more, suppress(ConnectionResetError):
            assert one_more.recv(1) == b""
    until(lambda: not quick.connections())
    assert (
        httpx.get(f"{quick.url}/api/v1/health", trust_env=False, timeout=PATIENCE_S).status_code
        == 200
    )


def test_who_watches_without_reading_is_dropped_and_fills_no_memory(
    quick: Quick, alice: Headers
) -> None:
    with (
        httpx.Client(
            base_url=f"{quick.url}/api/v1", headers=alice, trust_env=False, timeout=PATIENCE_S
        ) as http,
        socket.socket() as watcher,
    ):
        watcher.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        watcher.connect(("127.0.0.1", quick.port))
        token = alice["Authorization"].encode()
        watcher.sendall(
            b"GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            b"Authorization: " + token + b"\r\n\r\n"
        )
        # The one that doesn't read, and the one that makes what it should read.
        until(lambda: len(quick.connections()) == 1)
        largest = 0
        action = {"type": "create_task", "notes": "x" * 8000}
        for _ in range(12):
            batch = [action | {"title": str(number)} for number in range(60)]
            assert http.post("/commands", json={"actions": batch}).status_code == 200
            largest = max(largest, *map(buffered, quick.connections()))
        assert largest > 0, "the watcher was never behind"
        assert largest < 500_000
        assert len(quick.connections()) == 2
        quick.pass_time(Held.stalled_for_s)
        until(lambda: len(quick.connections()) == 1)


def buffered(connection: Held) -> int:
    """Bytes that wait for a caller to take them."""
    return connection.transport.get_write_buffer_size()


def test_five_hundred_half_requests_are_closed_and_hold_up_nobody(
    quick: Quick, alice: Headers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Held, "most_of_one_caller", HALF_REQUESTS + 1)
    _allow_many_connections()
    with ExitStack() as stack:
        http = stack.enter_context(
            httpx.Client(
                base_url=f"{quick.url}/api/v1", headers=alice, trust_env=False, timeout=PATIENCE_S
            )
        )
        halves = []
        for number in range(HALF_REQUESTS):
            half = stack.enter_context(quick.connect())
            half.sendall(GET if number % 2 else GET.replace(b"GET", b"POST") + b"Content-Le")
            halves.append(half)
        until(lambda: sum(each.received > 0 for each in quick.connections()) == HALF_REQUESTS)
        # How much slower is measured by the benchmark; no time passes here, so none was waited for.
        for _ in range(100):
            assert http.get("/me").status_code == 200
        assert len(quick.connections()) == HALF_REQUESTS + 1
        until(lambda: len(quick.connections()) == 1, meanwhile=lambda: quick.pass_time(5))
        assert all(read_all(half).startswith(b"HTTP/1.1 408 ") for half in halves)


@pytest.mark.parametrize(
    ("path", "status"), [(b"/api/v1/events", 401), (b"/api/v1/nothing", 404), (b"/", 200)]
)
def test_who_asks_for_a_websocket_gets_none_and_is_not_waited_for(
    quick: Quick, path: bytes, status: int
) -> None:
    with quick.connect() as connection:
        connection.sendall(b"GET " + path + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n" + UPGRADE + b"\r\n")
        assert read_answer(connection) == status
        connection.sendall(b"\x81\x85frame")
        until(lambda: not quick.connections(), meanwhile=lambda: quick.pass_time(1))
        assert read_all(connection).startswith((b"HTTP/1.1 400 ", b"HTTP/1.1 408 "))


def test_half_of_asking_for_a_websocket_is_answered_and_closed_in_time(quick: Quick) -> None:
    half = GET + UPGRADE
    with quick.connect() as connection:
        connection.sendall(half)
        until(lambda: quick.has_received(len(half)))
        in_time = Held.request_within_s + len(half) / Held.slowest_bytes_s
        assert quick.rest(connection, in_time).startswith(b"HTTP/1.1 408 ")
