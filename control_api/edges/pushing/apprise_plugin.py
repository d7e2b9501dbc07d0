"""Apprise's plugins for the services that are allowed; the others are not even loaded."""

import importlib
import logging
import re
from typing import Any

from apprise import AppriseAsset, NotifyBase

from control_api.edges.pushing.services import SERVICES, refusal_of, scheme_of

TITLE = "Saydo"
Plugin = type[NotifyBase]


def find_plugin(url: str) -> Plugin | None:
    """Load what sends to an address; None when Saydo does not."""
    if refusal_of(url) is not None:
        return None
    service = SERVICES[scheme_of(url)]
    module = importlib.import_module(f"apprise.plugins.{service.module}")
    plugin: Plugin = getattr(module, service.plugin)
    return plugin


def take(plugin: Plugin, url: str, text: str) -> bool:
    """Send a text to an address; with an empty one, only read the address.

    Tells whether the service took it. Redirects are not followed: what answers with one has not
    taken anything.
    """
    try:
        receiver = _receiver(plugin, url)
        # Not through Apprise itself, for which all is well when an address says optional=yes.
        return receiver is not None and (not text or receiver.notify(text, title=TITLE))
    except Exception:  # noqa: BLE001 - a plugin may raise anything; it has not sent then
        return False


def note_statuses() -> list[str]:
    """Begin to note with which HTTP statuses services refuse; the list grows.

    Of what plugins log, all else may have secrets in it.
    """
    noted: list[str] = []

    class Noting(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found = re.findall(r"\berror=(\d{3})\b", record.getMessage())
            noted.extend(f"the service answered {status}" for status in found)

    logging.getLogger("apprise").addHandler(Noting(logging.WARNING))
    return noted


def _receiver(plugin: Plugin, url: str) -> NotifyBase | None:
    # As Apprise does before a plugin reads an address: a channel's name begins with a hash.
    parts: dict[str, Any] | None = plugin.parse_url(url.replace("/#", "/%23"))
    if not parts or _asks_for_its_own(parts):
        return None
    receiver = plugin(**parts, asset=AppriseAsset(http_redirects=False))
    receiver.redirects = False
    return receiver


def _asks_for_its_own(parts: dict[str, Any]) -> bool:
    """Whether an address would change the request, as its plugin reads it."""
    said = ("qsd+", "qsd-", "qsd:")
    return any(parts.get(each) for each in said) or "method" in parts.get("qsd", {})
