"""Which push addresses a person may set, and what is kept of them."""

from collections.abc import Awaitable, Callable, Iterable
from urllib.parse import urlsplit

from control_api.edges.outgoing.reach import PRIVATE, is_private_host
from control_api.edges.pushing.masks import unhidden
from control_api.edges.pushing.services import is_self_hosted, refusal_of, scheme_of
from control_api.edges.pushing.subscriptions import read_subscription
from control_api.input.fields import invalid
from control_api.input.single_line import clean_line

LONGEST_ADDRESS = 2000
CanRead = Callable[[list[str]], Awaitable[list[bool]]]


async def clean_addresses(
    urls: Iterable[str],
    known: list[str],
    *,
    key: str,
    networks: Iterable[str],
    can_read: CanRead,
) -> list[str]:
    """Good addresses, each once; one that is hidden means that of the `known` ones.

    `networks` are those that may be reached though they are private. Raises `InvalidInputError`.
    """
    found = list(dict.fromkeys(_plain(url.strip(), known, key) for url in urls))
    new = [_clean(url, networks) for url in found if url not in known]
    for url, is_good in zip(new, await can_read(new) if new else [], strict=True):
        if not is_good:
            raise invalid(
                "push",
                f"This is no address of {scheme_of(url)} that Saydo can send to. "
                "Write it as Apprise does: ntfys://ntfy.sh/topic.",
            )
    return found


def _plain(url: str, known: list[str], key: str) -> str:
    plain = unhidden(url, known, key)
    if plain is None:
        raise invalid("push", "This hidden address is not kept any more: write it in full.")
    return plain


def _clean(url: str, networks: Iterable[str]) -> str:
    clean_line(url, "push", LONGEST_ADDRESS)
    refusal = refusal_of(url)
    if refusal is not None:
        raise invalid("push", refusal)
    if is_private_host(_host(url), networks):
        raise invalid("push", PRIVATE)
    return url


def _host(url: str) -> str:
    """The host that an address names; empty where it may be something else.

    A first look, for a sentence at once: what counts is where the connection leads.
    """
    browser = read_subscription(url)
    if browser is not None:
        return urlsplit(browser.endpoint).hostname or ""
    try:
        parts = urlsplit(url)
        is_topic = parts.path in {"", "/"} and scheme_of(url).startswith("ntfy")
        return "" if is_topic or not is_self_hosted(url) else parts.hostname or ""
    except ValueError:
        return ""
