"""Pushing through Apprise: which addresses are good, what may be shown of them, and sending."""

import asyncio
import contextlib
import hashlib
import threading

import apprise

from control_api.lines import clean_line, invalid
from control_api.reminders.pushes import Target

WITHIN_S = 10.0
TITLE = "Saydo"
LONGEST_ADDRESS = 2000


class PushError(Exception):
    """A push has not arrived, as far as is known."""


async def push(url: str, text: str) -> None:
    """Send a text to an Apprise address. Raises `PushError`, after ten seconds at the latest."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[bool] = loop.create_future()

    def settle(arrived: bool) -> None:
        if not answer.done():
            answer.set_result(arrived)

    def work() -> None:
        arrived = _send(url, text)
        with contextlib.suppress(RuntimeError):  # the server has stopped meanwhile
            loop.call_soon_threadsafe(settle, arrived)

    # A thread of its own, since nothing can end one that hangs: it must not hold up the program.
    threading.Thread(target=work, name="push", daemon=True).start()
    try:
        async with asyncio.timeout(WITHIN_S):
            arrived = await answer
    except TimeoutError as error:
        raise PushError(f"No answer within {WITHIN_S:.0f} seconds.") from error
    if not arrived:
        raise PushError("The service can't be reached, or did not take it.")


def target_of(url: str) -> Target:
    """What is kept of an address beside a reminder: no secret."""
    key = hashlib.sha256(url.encode()).hexdigest()[:16]
    return Target(key=key, service=url.partition("://")[0], url=url)


def hidden(url: str) -> str:
    """The address with its secrets hidden."""
    plugin = apprise.Apprise.instantiate(url)
    return "****" if plugin is None else str(plugin.url(privacy=True))  # type: ignore[no-untyped-call] # Apprise has few types


def clean_addresses(urls: list[str], known: list[str]) -> list[str]:
    """Good addresses, each once; one that is hidden means that of the `known` ones.

    Raises `InvalidInputError`.
    """
    secret = {hidden(url): url for url in known}
    found = [secret.get(url.strip(), url.strip()) for url in urls]
    for url in found:
        clean_line(url, "push", LONGEST_ADDRESS)
        if apprise.Apprise.instantiate(url) is None:
            raise invalid(
                "push", "This is no Apprise address. Write it as Apprise does: ntfy://host/topic."
            )
    return list(dict.fromkeys(found))


def _send(url: str, text: str) -> bool:
    receiver = apprise.Apprise()
    return bool(receiver.add(url) and receiver.notify(body=text, title=TITLE))
