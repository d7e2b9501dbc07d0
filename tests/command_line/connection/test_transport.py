"""What carries the requests of `saydo` behaves as the one that it stands for."""

import asyncio
import gzip
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from command_line.connection.transport import PlainTransport
from scripts.machine.ports import free_port
from shared.client import SaydoClient, SaydoUnreachableError
from tests.patience import PATIENCE_S, until

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


@contextmanager
def server(serve: Callable[[socket.socket], None]) -> Iterator[str]:
    """Something that listens, and does with its listener as it is told; its address."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(PATIENCE_S)
        thread = threading.Thread(target=serve, args=(listener,))
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        thread.join(PATIENCE_S)
        assert not thread.is_alive()


def asked(address: str, times: int = 1) -> list[Any]:
    """The answers to so many questions of one client."""

    async def run() -> list[Any]:
        transport = PlainTransport(address)
        async with SaydoClient(address, "", transport=transport) as client:
            return [await client.ask("GET", "/x", dict[str, int]) for _ in range(times)]

    return asyncio.run(run())


def test_one_connection_carries_several_requests() -> None:
    def serve(listener: socket.socket) -> None:
        connection = listener.accept()[0]
        with connection:
            for number in range(3):
                assert connection.recv(65536).startswith(b"GET /x HTTP/1.1\r\n")
                body = b'{"n":%d}' % number
                connection.sendall(HEAD + b"Content-Length: %d\r\n\r\n" % len(body) + body)

    with server(serve) as address:
        assert asked(address, 3) == [{"n": 0}, {"n": 1}, {"n": 2}]


def test_a_packed_answer_is_unpacked() -> None:
    def serve(listener: socket.socket) -> None:
        connection = listener.accept()[0]
        with connection:
            assert b"gzip" in connection.recv(65536)
            body = gzip.compress(b'{"n":7}')
            head = HEAD + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(body)
            connection.sendall(head + body)

    with server(serve) as address:
        assert asked(address) == [{"n": 7}]


def test_a_connection_that_the_server_closed_is_opened_again() -> None:
    def serve(listener: socket.socket) -> None:
        for _ in range(2):
            connection = listener.accept()[0]
            with connection:
                connection.recv(65536)
                connection.sendall(HEAD + b"Content-Length: 2\r\n\r\n{}")

    with server(serve) as address:
        assert asked(address, 2) == [{}, {}]


def test_nobody_there_is_said() -> None:
    with pytest.raises(SaydoUnreachableError):
        asked(f"http://127.0.0.1:{free_port()}")


def test_nonsense_is_no_answer() -> None:
    def serve(listener: socket.socket) -> None:
        for _ in range(2):
            connection = listener.accept()[0]
            with connection:
                connection.recv(65536)
                connection.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")

    with server(serve) as address, pytest.raises(SaydoUnreachableError):
        asked(address)


def test_who_waits_no_longer_hangs_up() -> None:
    """Else the process would wait for the answer all the same, also after Ctrl-C."""
    asked_for = threading.Event()

    def serve(listener: socket.socket) -> None:
        connection = listener.accept()[0]
        with connection:
            connection.settimeout(PATIENCE_S)
            connection.recv(65536)
            asked_for.set()
            assert connection.recv(65536) == b""

    async def give_up(address: str) -> None:
        transport = PlainTransport(address)
        client = SaydoClient(address, "", answer_within_s=2 * PATIENCE_S, transport=transport)
        asking = asyncio.create_task(client.ask("GET", "/x", dict[str, int]))
        await until(asked_for.is_set)
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking

    with server(serve) as address:
        asyncio.run(give_up(address))
