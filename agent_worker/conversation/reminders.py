"""Says reminders and what rings aloud, when nobody speaks, and notes which were heard."""

import asyncio
import logging
from collections.abc import Callable
from typing import Protocol

from shared.client import SaydoClient, SaydoProblemError, SaydoUnreachableError
from shared.reminders import Receipt

QUIET_S = 1.0
"""So long nobody must have spoken."""
MOST_NAMED = 5
_LOOK_EVERY_S = 0.1

_log = logging.getLogger(__name__)


class Speech(Protocol):
    """What is being said."""

    @property
    def interrupted(self) -> bool:
        """Whether the person cut it short."""

    async def wait_for_playout(self) -> None:
        """Wait until it was played."""

    def exception(self) -> BaseException | None:
        """Why it could not be said, once it is over."""


class Reminders:
    """The reminders of one person for as long as a conversation lasts."""

    def __init__(
        self,
        client: SaydoClient,
        *,
        say: Callable[[str], Speech | None],
        is_quiet: Callable[[], bool],
        forget: Callable[[], None] = lambda: None,
    ) -> None:
        """`say` gives None when nothing can be said any more.

        `forget` is called when words mean something else from now on: "stop", while a bell rings.
        """
        self._forget = forget
        self._client = client
        self._say = say
        self._is_quiet = is_quiet
        self._waiting: dict[str, Receipt] = {}
        self._tried: set[str] = set()
        """Said once in this conversation; whoever cuts it short does not want it again now."""
        self._changed = asyncio.Event()

    async def run(self) -> None:
        """Say them until cancelled."""
        while True:
            await self._changed.wait()
            await self._until_quiet()
            self._changed.clear()
            told = list(self._waiting.values())
            self._waiting.clear()
            if told:
                await self._tell(told)

    @property
    def are_waiting(self) -> bool:
        """Whether something is still to be said."""
        return self._changed.is_set()

    def take(self, receipt: Receipt) -> None:
        """Note that a reminder has gone out, or needs not be said any more."""
        if receipt.bell_id is not None:
            self._forget()
        if receipt.state not in {"due", "delivered"}:
            self._waiting.pop(receipt.id, None)
        elif receipt.id not in self._tried:
            self._waiting[receipt.id] = receipt
            self._changed.set()

    async def _until_quiet(self) -> None:
        quiet_s = 0.0
        while quiet_s < QUIET_S:
            await asyncio.sleep(_LOOK_EVERY_S)
            quiet_s = quiet_s + _LOOK_EVERY_S if self._is_quiet() else 0.0

    async def _tell(self, receipts: list[Receipt]) -> None:
        self._tried |= {receipt.id for receipt in receipts}
        named = receipts[-MOST_NAMED:]
        speech = self._say(spoken_text(receipts))
        if speech is None:
            return
        await speech.wait_for_playout()
        if speech.interrupted or speech.exception() is not None:
            return
        for receipt in named:
            if receipt.rings:
                continue  # it sounds elsewhere, until somebody stops it
            try:
                await self._client.hear(receipt.id)
            except (SaydoProblemError, SaydoUnreachableError) as error:
                _log.warning("It could not be noted that a reminder was heard: %s", error)


def spoken_text(receipts: list[Receipt]) -> str:
    """What to say of one reminder, or of several at once: the newest are named."""
    bells = [receipt.text for receipt in receipts if receipt.bell_id is not None]
    receipts = [receipt for receipt in receipts if receipt.bell_id is None]
    return " ".join([*bells[-MOST_NAMED:], *([_of_tasks(receipts)] if receipts else [])])


def _of_tasks(receipts: list[Receipt]) -> str:
    if len(receipts) == 1:
        return receipts[0].text
    titles = "; ".join(receipt.title for receipt in receipts[-MOST_NAMED:])
    more = len(receipts) - MOST_NAMED
    rest = f"; and {more} more on your list" if more > 0 else ""
    return f"You have {len(receipts)} reminders: {titles}{rest}."
