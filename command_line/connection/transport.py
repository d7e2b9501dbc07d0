"""Requests over Python's own HTTP client: the one of httpx takes longer to load than to use."""

import asyncio
import contextlib
import http.client
import socket

import httpx


class PlainTransport(httpx.AsyncBaseTransport):
    """One connection to a server, without TLS; one request after the other."""

    def __init__(self, address: str) -> None:
        url = httpx.URL(address)
        self._connection = http.client.HTTPConnection(url.host, url.port)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send, and read the whole answer. Raises `httpx.TransportError`."""
        content = await request.aread()
        try:
            return await asyncio.to_thread(self._exchange, request, content)
        except asyncio.CancelledError:
            # Else the thread, and with it the process, would wait for the answer all the same.
            self._break_off()
            raise
        except TimeoutError as error:
            raise httpx.ReadTimeout(str(error)) from error
        except http.client.HTTPException as error:
            raise httpx.RemoteProtocolError(str(error)) from error
        except OSError as error:
            raise httpx.ConnectError(str(error)) from error

    async def aclose(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _exchange(self, request: httpx.Request, content: bytes) -> httpx.Response:
        self._connection.timeout = request.extensions["timeout"]["read"]
        target = request.url.raw_path.decode()
        try:
            self._connection.request(request.method, target, content, dict(request.headers))
            answer = self._connection.getresponse()
            return httpx.Response(answer.status, headers=answer.getheaders(), content=answer.read())
        except (OSError, http.client.HTTPException):
            self._connection.close()
            raise

    def _break_off(self) -> None:
        if self._connection.sock is not None:
            with contextlib.suppress(OSError):
                self._connection.sock.shutdown(socket.SHUT_RDWR)
