"""HTTP as uvicorn speaks it, but without patience for who holds a connection and doesn't use it."""

import asyncio
import contextlib
import ipaddress
from typing import Any

import h11
import msgspec
from uvicorn.protocols.http.h11_impl import H11Protocol

from control_api.http.addresses import is_within, neighbourhood
from control_api.http.networks import Network
from control_api.setup.settings import Settings
from shared.problems import TooSlowError

PROBLEM = msgspec.json.encode(
    TooSlowError("The request did not arrive in time. Send it again, all of it at once.").problem()
)


class ImpatientProtocol(H11Protocol):
    """One connection. Asks for whole requests in time, and for answers to be taken in time."""

    request_within_s = 10.0
    """For all of a request, and a second more for each `slowest_bytes_s` of it."""
    slowest_bytes_s = 16 * 1024
    rest_within_s = 5.0
    """For what is left of a request that was answered already."""
    stalled_for_s = 30.0
    """Without a caller taking anything of what waits for it."""
    most_of_one_caller = 512
    """Connections at a time from one address."""
    trusted: tuple[Network, ...] = ()
    """Proxies, through which many callers come."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.caller = ""
        self._request_timer: asyncio.TimerHandle | None = None
        self._stall_timer: asyncio.TimerHandle | None = None
        self._began = 0.0
        self._received = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as the parent
        """Take a connection, unless its caller has too many."""
        super().connection_made(transport)
        address = self.client[0] if self.client else ""
        self.caller = neighbourhood(address)
        others = [each for each in self.connections if getattr(each, "caller", "") == self.caller]
        if len(others) > self.most_of_one_caller and not is_within(address, self.trusted):
            transport.abort()
        else:
            self._expect_request()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._stop_request_timer()
        self._stop_stall_timer()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take a piece of a request."""
        if self._request_timer is None:
            self._expect_request()
        self._received += len(data)
        super().data_received(data)
        if not self._is_unfinished():
            self._stop_request_timer()

    def on_response_complete(self) -> None:
        """Wait for the next request, but not long for what this one still has to say."""
        super().on_response_complete()
        if self._request_timer is not None and self._is_unfinished():
            self._stop_request_timer()
            self._request_timer = self.loop.call_later(self.rest_within_s, self.transport.close)
        elif self._has_begun_next():
            self._expect_request()
            self._received = 1

    def pause_writing(self) -> None:
        """Wait for the caller to take what was sent, for a while."""
        super().pause_writing()
        self._stop_stall_timer()
        # abort, since close would wait for the caller as well.
        self._stall_timer = self.loop.call_later(self.stalled_for_s, self.transport.abort)

    def resume_writing(self) -> None:
        """Go on: the caller has taken enough."""
        self._stop_stall_timer()
        super().resume_writing()

    def _expect_request(self) -> None:
        self._began, self._received = self.loop.time(), 0
        self._request_timer = self.loop.call_later(self.request_within_s, self._look_at_request)

    def _look_at_request(self) -> None:
        allowed_s = self.request_within_s + self._received / self.slowest_bytes_s
        left_s = self._began + allowed_s - self.loop.time()
        if left_s > 0:
            self._request_timer = self.loop.call_later(left_s, self._look_at_request)
        elif not self.transport.is_closing():
            self._refuse()

    def _refuse(self) -> None:
        """Say why, if anything was asked and nothing was answered yet, and close."""
        if self._received and self.conn.our_state in {h11.IDLE, h11.SEND_RESPONSE}:
            headers = [
                (b"content-type", b"application/problem+json"),
                (b"content-length", b"%d" % len(PROBLEM)),
                (b"connection", b"close"),
            ]
            with contextlib.suppress(h11.LocalProtocolError):
                for event in (
                    h11.Response(status_code=TooSlowError.status, headers=headers),
                    h11.Data(data=PROBLEM),
                    h11.EndOfMessage(),
                ):
                    self.transport.write(self.conn.send(event) or b"")
        self.transport.close()

    def _has_begun_next(self) -> bool:
        """Whether a part of the next request came together with this one."""
        waiting, _ = self.conn.trailing_data
        return self.conn.their_state is h11.SEND_BODY or bool(waiting and self._is_unfinished())

    def _is_unfinished(self) -> bool:
        return self.conn.their_state in {h11.IDLE, h11.SEND_BODY}

    def _stop_request_timer(self) -> None:
        if self._request_timer is not None:
            self._request_timer.cancel()
            self._request_timer = None

    def _stop_stall_timer(self) -> None:
        if self._stall_timer is not None:
            self._stall_timer.cancel()
            self._stall_timer = None


def protocol_for(settings: Settings) -> type[ImpatientProtocol]:
    """The protocol, with the proxies of the settings."""
    trusted = tuple(ipaddress.ip_network(name) for name in settings.trusted_proxies)
    return type("Protocol", (ImpatientProtocol,), {"trusted": trusted})
