"""What may be written as the address of a webhook."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from control_api.edges.outgoing.reach import PRIVATE, is_private_host
from control_api.input.fields import invalid
from control_api.input.single_line import clean_line

MOST_URL = 2000


def clean_url(url: str, networks: Iterable[str]) -> str:
    """An address that can be sent to; `networks` are those that may be, though private.

    Names are not looked up: where they lead counts when the connection is made. Raises
    `InvalidInputError`.
    """
    line = clean_line(url, "url", MOST_URL)
    try:
        parts = urlsplit(line)
        host = parts.hostname or ""
        good = parts.scheme in {"http", "https"} and bool(host) and parts.port != 0
    except ValueError:
        host, good = "", False
    else:
        good = good and parts.username is None and not parts.fragment
    if not good or not line.isascii() or " " in line:
        raise invalid("url", "Write the address as https://host/path, without name and password.")
    if is_private_host(host, networks):
        raise invalid("url", PRIVATE)
    return line
