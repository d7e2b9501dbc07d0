"""Finds what sends to an address: one of Apprise's plugins, or Web Push for a browser."""

import importlib
from collections.abc import Callable
from functools import partial

from control_api.edges.pushing import apprise_plugin, subscriptions
from control_api.edges.pushing.services import scheme_of

Sender = Callable[[str], bool]
"""Sends a text, and tells whether its service took it; of an empty one, only whether it could."""


def find_sender(url: str, browser_key: str, reasons: list[str]) -> Sender | None:
    """Load what sends to an address; None when Saydo does not.

    Why a browser was not reached goes to `reasons`.
    """
    if scheme_of(url) == subscriptions.SCHEME:
        return _to_browser(url, browser_key, reasons)
    plugin = apprise_plugin.find_plugin(url)
    return None if plugin is None else partial(apprise_plugin.take, plugin, url)


def _to_browser(url: str, key: str, reasons: list[str]) -> Sender | None:
    found = subscriptions.read_subscription(url)
    if found is None:
        return None
    web_push = importlib.import_module("control_api.edges.pushing.web_push")
    if not web_push.is_good(found):
        return None
    return lambda text: not text or web_push.send(found, text, key, reasons)
