"""What was said while the control API was away, so that it is still answered."""

import asyncio
import logging
from collections.abc import Callable

from shared.client import SaydoClient, SaydoProblemError, SaydoUnreachableError
from shared.outcomes import CommandRequest

CANNOT_REACH = "I can't reach your tasks right now. I'll answer as soon as I can."
GAVE_UP = "I still can't reach your tasks. Please say it again later."
_TRY_EVERY_S = 1.0
_GIVE_UP_AFTER_S = 180.0
_SAID_AGAIN_WITHIN_S = 10.0
"""Who hears nothing says it again; so long after a late answer, that still means the same."""

_log = logging.getLogger(__name__)


class Unanswered:
    """Asks again, in order and with the same key, so that nothing runs twice."""

    def __init__(
        self,
        client: SaydoClient,
        *,
        say: Callable[[str], None],
        ask_model: Callable[[str], None],
    ) -> None:
        """`ask_model` is given text that turns out to be no command."""
        self._client = client
        self._say = say
        self._ask_model = ask_model
        self._waiting: asyncio.Queue[tuple[CommandRequest, str]] = asyncio.Queue()
        self._working: asyncio.Task[None] | None = None
        self._keys: dict[str, tuple[str, float]] = {}
        """Key of each text that waits or was answered late, and until when it holds."""
        self._answered: set[str] = set()

    def key_for(self, text: str, key: str) -> str:
        """Give the key to run `text` with: `key`, or that of the same words said before."""
        earlier, until = self._keys.get(text, ("", 0.0))
        return earlier if asyncio.get_running_loop().time() < until else key

    def answered(self, key: str) -> None:
        """Note that what has this `key` was answered meanwhile."""
        if any(key == waiting for waiting, _ in self._keys.values()):
            self._answered.add(key)

    def add(self, request: CommandRequest, key: str) -> None:
        """Answer `request` as soon as the control API is back."""
        if request.text:
            self._keys[request.text] = (key, float("inf"))
        self._answered.discard(key)
        self._waiting.put_nowait((request, key))
        if self._working is None or self._working.done():
            self._working = asyncio.create_task(self._work())

    async def aclose(self) -> None:
        """Stop asking."""
        if self._working is not None:
            self._working.cancel()
            await asyncio.wait([self._working])

    async def _work(self) -> None:
        while not self._waiting.empty():
            request, key = self._waiting.get_nowait()
            try:
                async with asyncio.timeout(_GIVE_UP_AFTER_S):
                    await self._answer(request, key)
            except TimeoutError:
                self._say(GAVE_UP)
            except SaydoProblemError as error:
                self._say(str(error))
            if request.text:
                until = asyncio.get_running_loop().time() + _SAID_AGAIN_WITHIN_S
                self._keys[request.text] = (key, until)

    async def _answer(self, request: CommandRequest, key: str) -> None:
        while True:
            await asyncio.sleep(_TRY_EVERY_S)
            if key in self._answered:
                return
            try:
                outcome = await self._client.command(request, idempotency_key=key)
            except SaydoUnreachableError:
                continue
            self._answered.add(key)
            _log.info("The control API is back; what was said meanwhile is answered.")
            if outcome.outcome == "not_a_command" and request.text:
                self._ask_model(request.text)
            else:
                self._say(outcome.reply)
            return
