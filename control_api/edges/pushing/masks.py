"""What is shown of an address: enough to tell it from others, and none of its secrets."""

import hashlib
import hmac
import re
from collections.abc import Iterable
from urllib.parse import quote

from control_api.edges.pushing.services import is_self_hosted, scheme_of
from control_api.edges.pushing.subscriptions import read_subscription

STARS = "****"
_WITH_HOST = re.compile(
    r"[a-z]+://(?P<user>[^@/?#]*@)?(?P<host>[a-z0-9.-]+(?::\d+)?)(?P<path>/[^/?#@][^?#@]*)?(?:[?#]|$)",
    re.IGNORECASE,
)


def hidden(url: str, key: str) -> str:
    """The address with its secrets hidden, such as ``ntfys://ntfy.sh/****-9f86d081884c``.

    What follows the stars depends on the whole address and the key, so that no two look alike and
    nobody can try out which address it stands for.
    """
    mark = hmac.new(key.encode(), url.encode(errors="replace"), hashlib.sha256).hexdigest()[:12]
    return f"{scheme_of(url)}://{_shown_host(url)}{STARS}-{mark}"


def unhidden(url: str, known: Iterable[str], key: str) -> str | None:
    """The address of the `known` ones that a hidden one stands for; one not hidden as it is.

    None when it stands for none of them.
    """
    if STARS not in url:
        return url
    return next((each for each in known if hidden(each, key) == url), None)


def _shown_host(url: str) -> str:
    """The host, where there is one beyond doubt: what looks like it may be a topic or a token.

    Of a browser, what the person knows it by.
    """
    browser = read_subscription(url)
    if browser is not None:
        return f"{quote(browser.name)}/"
    found = _WITH_HOST.match(url)
    if not found or not is_self_hosted(url) or not (found["user"] or found["path"]):
        return ""
    return f"{found['host']}/"
