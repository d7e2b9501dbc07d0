"""A browser that shows reminders while no page is open, as an address like those of services.

``webpush://browser/?endpoint=https%3A%2F%2F…&p256dh=…&auth=…&name=Firefox``: what the browser's
``PushSubscription`` has, and what the person knows the browser by.
"""

import base64
import binascii
import re
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit

SCHEME = "webpush"
_POINT_BYTES, _AUTH_BYTES = 65, 16
_UNCOMPRESSED = 4
_NAME = re.compile(r"[\w .-]{1,40}")


class Subscription(NamedTuple):
    """Where a browser's messages go, and what they are encrypted for (RFC 8291)."""

    endpoint: str
    p256dh: str
    auth: str
    name: str


def read_subscription(url: str) -> Subscription | None:
    """What an address says; None when it is none of a browser, or not whole."""
    try:
        parts = urlsplit(url)
        said = dict(parse_qsl(parts.query, strict_parsing=True))
        found = Subscription(**said)
        endpoint = urlsplit(found.endpoint)
    except (TypeError, ValueError):
        return None
    key, auth = _bytes(found.p256dh), _bytes(found.auth)
    is_whole = (
        parts.scheme == SCHEME
        and endpoint.scheme == "https"
        and bool(endpoint.hostname)
        and (len(key), len(auth)) == (_POINT_BYTES, _AUTH_BYTES)
        and key[0] == _UNCOMPRESSED
        and bool(_NAME.fullmatch(found.name))
    )
    return found if is_whole else None


def _bytes(text: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        return b""
