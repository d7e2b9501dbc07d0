"""One message to one receiver, and what came of it."""

import asyncio
import time
from collections.abc import Iterable
from typing import Self

import aiohttp
import msgspec

from control_api.database.clock import utc_stamp
from control_api.edges.outgoing.reach import REFUSED, guarded_socket, networks_of
from control_api.edges.webhooks.signing import sign
from shared.version import VERSION
from shared.webhooks import Delivery

WITHIN_S = 10.0
LARGEST_ANSWER = 64 * 1024
"""Bytes; it is not kept."""
CONNECTIONS = 20
NOWHERE = (
    "The address leads nowhere, or into a private network: of these only the owner's webhooks reach"
    " any, those that SAYDO_PRIVATE_NETWORKS names."
)


class Message(msgspec.Struct, frozen=True):
    """What is sent."""

    id: str
    event_id: int
    body: bytes


class Sender:
    """Sends to public addresses, and to the networks that are allowed."""

    def __init__(self, allowed: Iterable[str], *, within_s: float = WITHIN_S) -> None:
        """Only where there is an event loop. `within_s` is for all of one delivery."""
        self._told_after_s = within_s
        """That an address leads nowhere; see `send`."""
        self._http = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                limit=CONNECTIONS,
                force_close=True,
                socket_factory=guarded_socket(networks_of(allowed)),
            ),
            timeout=aiohttp.ClientTimeout(total=within_s),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": f"Saydo/{VERSION}"},
            # A proxy set for the web could reach what the guard refuses.
            trust_env=False,
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._http.close()

    async def send(self, url: str, secret: str, message: Message) -> Delivery:
        """Try once. A redirect is an answer like any other: it is not followed.

        What came of it is told in detail of an address that may be reached. Names that lead to
        another, or nowhere, are told apart by nothing, not even by the time that it takes.
        """
        began, at = time.monotonic(), utc_stamp()
        status, error = None, None
        headers = sign(secret, message.id, int(time.time()), message.body)
        headers["Content-Type"] = "application/json"
        try:
            async with self._http.post(
                url, data=message.body, headers=headers, allow_redirects=False
            ) as answer:
                await answer.content.read(LARGEST_ANSWER)
                status = answer.status
        except TimeoutError:
            error = "There was no answer in time."
        except (aiohttp.ClientError, OSError, ValueError) as fault:
            if _led_somewhere(fault):
                error = f"The receiver could not be reached ({type(fault).__name__})."
            else:
                await asyncio.sleep(began + self._told_after_s - time.monotonic())
                error = NOWHERE
        return Delivery(
            event_id=message.event_id,
            at=at,
            duration_ms=round((time.monotonic() - began) * 1000),
            status=status,
            error=error,
        )


def _led_somewhere(fault: BaseException) -> bool:
    # The faults of several addresses of one name come as one, by their text.
    return not isinstance(fault, aiohttp.ClientConnectorDNSError) and REFUSED not in str(fault)
