"""Where other devices reach Saydo: through a proxy with a certificate, on this machine."""

import ipaddress
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

import msgspec

from control_api.setup.setup_error import SetupError

PROXIES_HERE = ("127.0.0.1/32", "::1/128")
"""The proxy that stands in front is on this machine, unless others are named."""
_URL, _MEDIA = "SAYDO_PUBLIC_URL", "SAYDO_MEDIA_ADDRESS"
_PATH = re.compile(r"(/\w[\w.~-]*)+", re.ASCII)


class PublicAddress(msgspec.Struct, frozen=True):
    """An https address: the root of a name, or a path at it."""

    url: str
    """Such as "https://nas.home:8443" or "https://nas.home/saydo"."""
    host: str
    """Its name, without a port."""
    path: str = ""
    """Such as "/saydo"; empty at the root."""

    @property
    def livekit_url(self) -> str:
        """Where the proxy passes clients on to the LiveKit server."""
        return "wss" + self.url.removeprefix("https")


def read_public_address(environ: Mapping[str, str]) -> PublicAddress | None:
    """What `SAYDO_PUBLIC_URL` says. Raises `SetupError` with the remedy."""
    text = environ.get(_URL, "").strip().rstrip("/")
    if not text:
        return None
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise _wrong(text) from error
    is_plain = not (parts.query or parts.fragment or parts.username or parts.password)
    is_plain = is_plain and (not parts.path or _PATH.fullmatch(parts.path) is not None)
    if parts.scheme != "https" or not parts.hostname or not is_plain or not text.isascii():
        raise _wrong(text)
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    url = f"https://{host}" + (f":{port}" if port else "") + parts.path
    return PublicAddress(url, host, parts.path)


def read_media_address(environ: Mapping[str, str]) -> str:
    """What `SAYDO_MEDIA_ADDRESS` says, an IP address or empty. Raises `SetupError`."""
    text = environ.get(_MEDIA, "").strip()
    try:
        return str(ipaddress.ip_address(text)) if text else ""
    except ValueError as error:
        raise SetupError(
            f"{_MEDIA} is {text!r}; give it this machine's address, such as 192.168.1.20."
        ) from error


def _wrong(text: str) -> SetupError:
    return SetupError(
        f"{_URL} is {text!r}; give it the https address of your proxy, such as "
        "https://nas.home or https://nas.home/saydo."
    )
