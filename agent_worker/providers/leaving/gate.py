"""The one place that decides whether something may go to a provider elsewhere.

Every remote provider in the orders of a conversation is behind it, its probes too.
"""

import asyncio
from collections.abc import Callable

from livekit.agents.llm import ChatContext, ChatItem, ChatMessage

from agent_worker.models.catalogue import Role
from agent_worker.providers.leaving.public import PublicWords
from agent_worker.settings.privacy import MayLeave
from agent_worker.thinking.apologies import BUDGET_SPENT, Reason

_OVER_WITHIN_S = 3.0
"""Words of a turn that is not over by then stay here."""


class Gate:
    """What of one conversation may leave this machine, and whether that can still be paid."""

    def __init__(
        self, may_leave: MayLeave, is_spent: Callable[[], bool], tell: Callable[[str], None]
    ) -> None:
        """`is_spent` says whether the budget is; `tell` says a sentence to the person."""
        self.may_leave = may_leave
        self._is_spent = is_spent
        self._tell = tell
        self._told = False
        self._public = PublicWords()
        self._over: set[str] = set()
        self._turned = asyncio.Event()

    @property
    def is_selective(self) -> bool:
        """Whether the language model gets some turns, and others not."""
        return self.may_leave.llm == "questions"

    def refusal(self, role: Role, about: str | None = None) -> Reason | None:
        """Why nothing may go out in a role now; None when it may.

        `about` are the words that would; None when they are not known.
        """
        leaves = self.may_leave.of(role)
        if leaves == "never":
            return "private"
        if leaves == "questions" and (about is None or not self._public.holds(about)):
            return "private"
        return "spent" if self._is_spent() else None

    def is_shut(self, role: Role) -> bool:
        """Whether nothing at all may go out in a role now."""
        return self.may_leave.of(role) == "never" or self._is_spent()

    def context(self, chat_ctx: ChatContext) -> ChatContext:
        """Give what of a conversation a language model elsewhere may be told."""
        if not self.is_selective:
            return chat_ctx
        return ChatContext([item for item in chat_ctx.items if self._is_public(item)])

    def is_public(self, chat_ctx: ChatContext) -> bool:
        """Whether nothing in a conversation is to stay here."""
        return all(self._is_public(item) for item in chat_ctx.items)

    def tell_spent(self, tell: Callable[[str], None] | None = None) -> None:
        """Say that the budget is spent, if it is and that was not said before."""
        if self._is_spent() and not self._told:
            self._told = True
            (tell or self._tell)(BUDGET_SPENT)

    def add_public(self, text: str) -> None:
        """Note words that may leave: a question that is no command, or an answer to one."""
        self._public.add(text)

    def add_ours(self, text: str) -> None:
        """Note a sentence of our own."""
        self._public.add_ours(text)

    def turn_over(self, text: str) -> None:
        """Note that the person has said `text`, all of it."""
        self._over = {text}
        self._turned.set()
        self._turned = asyncio.Event()

    async def until_over(self, text: str) -> bool:
        """Wait until a turn with these words is over; say whether it is.

        Half a command is no command yet: "Tell me what is on", before "Friday".
        """
        try:
            async with asyncio.timeout(_OVER_WITHIN_S):
                while text not in self._over:
                    await self._turned.wait()
        except TimeoutError:
            return False
        return True

    def _is_public(self, item: ChatItem) -> bool:
        if not isinstance(item, ChatMessage):
            return False
        return item.role == "system" or self._public.holds(item.text_content or "")


def asked(chat_ctx: ChatContext) -> str | None:
    """Give what a language model is to answer; None when a tool's result is part of that."""
    for item in reversed(chat_ctx.items):
        if not isinstance(item, ChatMessage):
            return None
        if item.role == "user":
            return item.text_content or ""
    return None
