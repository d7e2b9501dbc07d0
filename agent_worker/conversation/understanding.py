"""What words mean to the control API, asked once for each wording, before anything is done."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable

from agent_worker.conversation.languages import language_of
from agent_worker.conversation.small_talk import wants_silence
from agent_worker.conversation.turns import is_sure
from shared.client import SaydoClient, SaydoProblemError, SaydoUnreachableError
from shared.outcomes import CommandRequest, Outcome
from shared.tasks import Source

MAX_TEXT = 2000
"""Characters that the control API reads in one command."""
_REMEMBERED = 16
_SHORT = 8
"""Words up to which a sentence may be a command that was misheard. Longer ones may only be what
names a list: "and then I told her" is the beginning of many a story."""
_LONGEST = 16
_ASKED_AGAIN = 5
"""Words up to which other readings are worth the half second that they take on two cores."""
_NOT_DONE = ("not_a_command", "refused")
"""What is no command, or is about something that there is not: "delete the filter origin"."""
_GUESSED_WITHIN_S = 0.6
"""What only makes an answer better or sooner must not keep it waiting."""

TOO_LONG = Outcome(
    outcome="refused",
    confidence=1.0,
    reply="That is longer than I can take in at once. Tell me one or two things at a time.",
)


class Understanding:
    """Dry runs of one conversation.

    The same words are asked about by the turn detector, by the answer that is begun while the
    person may still speak, and by the answer itself; the control API is asked once.
    """

    def __init__(
        self, client: SaydoClient, room: str, *, prepare: Callable[[str], None] | None = None
    ) -> None:
        """`prepare` is told each reply as soon as it is known, so that its speech can be made."""
        self._client = client
        self._room = room
        self._prepare = prepare
        self._asked: OrderedDict[tuple[str, Source], asyncio.Task[Outcome]] = OrderedDict()

    async def of(self, text: str, source: Source = "voice") -> Outcome:
        """Ask what `text` would do now. Raises SaydoProblemError and SaydoUnreachableError."""
        if len(text) > MAX_TEXT:
            return TOO_LONG
        asked = text, source
        task = self._asked.get(asked)
        if task is None or (task.done() and (task.cancelled() or task.exception() is not None)):
            task = self._asked[asked] = asyncio.create_task(self._ask(text, source))
            task.add_done_callback(_look_at)
        self._asked.move_to_end(asked)
        while len(self._asked) > _REMEMBERED:
            self._asked.popitem(last=False)
        # Shielded: one asker that gives up must not take the answer from the others.
        return await asyncio.shield(task)

    async def guess(self, text: str) -> Outcome | None:
        """Like `of`, but None when the control API can't say, or not soon enough to be of use."""
        try:
            async with asyncio.timeout(_GUESSED_WITHIN_S):
                return await self.of(text)
        except (SaydoProblemError, SaydoUnreachableError, TimeoutError):
            return None

    async def asks_nothing(self, text: str) -> bool:
        """Whether nothing is said to `text`: who listens says "mm-hm" now and then."""
        outcome = await self.guess(text) if len(text.split()) <= _SHORT else None
        return outcome is not None and outcome.outcome == "refused" and not outcome.reply

    async def choose_transcript(self, text: str, others: Callable[[], Awaitable[list[str]]]) -> str:
        """Pick what was said: `text`, or one of `others` when only that can be done.

        Short commands are misheard as near-sentences: "Undo that" as "and do that".
        """
        length = len(text.split())
        if length > _LONGEST or text.endswith("?") or wants_silence(text):
            return text
        outcome = await self.guess(text)
        if outcome is None or outcome.outcome not in _NOT_DONE:
            return text
        # What the ear usually gets wrong is tried first: the recogniser takes longer to ask.
        near = await self._first_command(outcome.alternatives, on_lists=length > _SHORT)
        if near is not None or length > _ASKED_AGAIN:
            return near or text
        return await self._first_command(await others()) or text

    async def _first_command(self, texts: list[str], *, on_lists: bool = False) -> str | None:
        for text in texts:
            meant = await self.guess(text)
            if meant is None or meant.outcome != "planned" or not is_sure(meant):
                continue
            if not on_lists or all(getattr(each, "project", None) for each in meant.actions):
                return text
        return None

    def forget(self) -> None:
        """Ask anew from now on, because the tasks have changed."""
        self._asked.clear()

    async def _ask(self, text: str, source: Source) -> Outcome:
        outcome = await self._client.command(
            CommandRequest(
                text=text,
                dry_run=True,
                conversation=self._room,
                source=source,
                language=language_of(source),
            )
        )
        if outcome.reply and self._prepare is not None:
            self._prepare(outcome.reply)
        return outcome


def _look_at(asked: asyncio.Task[Outcome]) -> None:
    """Take notice of how it failed: whoever asked may have given up before."""
    if not asked.cancelled():
        asked.exception()
