"""Has pushes sent by processes of their own, a few at a time, and tells one kind of failure."""

import asyncio
import logging
import os
import sys
import time
from collections.abc import Callable, Coroutine, Iterable
from pathlib import Path
from typing import Any

import msgspec

from control_api.edges.pushing.orders import PushAnswer, PushOrder
from control_api.edges.pushing.services import refusal_of
from control_api.edges.pushing.targets import Target

WITHIN_S = 10.0
AT_A_TIME = 6
"""Pushes under way, of all people; each takes 40 MB and a third of a second of a core."""
OF_ONE = 2
"""Pushes under way of one workspace, so that what hangs there does not hold up everybody's."""
CHECKS_AT_A_TIME = 2
NOT_ARRIVED = (
    "The service can't be reached, or did not take it. "
    "In a private network only the owner's can be, when SAYDO_PRIVATE_NETWORKS names it."
)
_ROOT = Path(__file__).parents[3]
_KEPT = ("REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR")
"""Who is trusted besides the usual. Nothing else of the environment is for the process to see: it
has secrets in it, and proxies, which could reach what is refused here."""

SendPush = Callable[[Target, str], Coroutine[Any, Any, None]]
"""Takes a target and a text; raises `PushError`."""

log = logging.getLogger("saydo.reminders")


class PushError(Exception):
    """A push has not arrived, as far as is known; the message is for the person."""


class Pusher:
    """Sends to public addresses, and for the owner to the private networks that are allowed."""

    def __init__(
        self, networks: Iterable[str], browser_key: str, *, within_s: float = WITHIN_S
    ) -> None:
        """`browser_key` proves to browsers who sends, `within_s` is for one push."""
        self._networks = list(networks)
        self._browser_key = browser_key
        self._within_s = within_s
        self._told_after_s = within_s
        """Every failure, so that none can be told from another by the time that it takes."""
        self._slots = asyncio.Semaphore(AT_A_TIME)
        self._checks = asyncio.Semaphore(CHECKS_AT_A_TIME)

    def for_one(self) -> SendPush:
        """Make what sends the pushes of one workspace.

        Every failure is told after the same time, with the same sentence: by neither can anybody
        find out what there is in a network.
        """
        own = asyncio.Semaphore(OF_ONE)

        async def push(target: Target, text: str) -> None:
            refusal = refusal_of(target.url)
            if refusal is not None:
                raise PushError(refusal)
            async with own, self._slots:
                began = time.monotonic()
                has_arrived = await self._send(target, text)
            if not has_arrived:
                await asyncio.sleep(began + self._told_after_s - time.monotonic())
                raise PushError(NOT_ARRIVED)

        return push

    async def can_read(self, urls: list[str]) -> list[bool]:
        """Whether each is an address as its service has them. Nothing is sent."""
        async with self._checks:
            answer, _ = await self._carry_out(self._order(urls, "", []))
        return [False] * len(urls) if answer is None else answer.taken

    async def _send(self, target: Target, text: str) -> bool:
        networks = self._networks if target.is_owners else []
        answer, trouble = await self._carry_out(self._order([target.url], text, networks))
        if answer is not None and answer.taken == [True]:
            return True
        reasons = (
            [trouble] if answer is None else answer.reasons or ["the service can't be reached"]
        )
        log.warning("a push to %s has not arrived: %s", target.service, "; ".join(reasons[:3]))
        return False

    def _order(self, urls: list[str], text: str, networks: list[str]) -> PushOrder:
        return PushOrder(urls=urls, text=text, networks=networks, browser_key=self._browser_key)

    async def _carry_out(self, order: PushOrder) -> tuple[PushAnswer | None, str]:
        """Start a process for it. Its answer, or why there is none."""
        try:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "control_api.edges.pushing",
                cwd=_ROOT,
                env={name: os.environ[name] for name in _KEPT if name in os.environ},
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
            )
        except OSError as error:
            return None, f"no process could be started ({error.strerror})"
        try:
            async with asyncio.timeout(self._within_s):
                said, _ = await process.communicate(msgspec.json.encode(order))
            return msgspec.json.decode(said, type=PushAnswer), ""
        except TimeoutError:
            return None, f"no answer within {self._within_s:.0f} seconds"
        except msgspec.MsgspecError:
            return None, f"the process that sends ended with status {process.returncode}"
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()
