"""Having commands carried out, in words that can be spoken whatever happens."""

import contextlib
from collections.abc import Callable
from typing import Literal

import msgspec

from agent_worker.conversation.continuation import Continuation
from agent_worker.conversation.languages import language_of
from agent_worker.conversation.unanswered import CANNOT_REACH, Unanswered
from agent_worker.conversation.understanding import MAX_TEXT, Understanding
from shared.actions import Action, Undo
from shared.client import SaydoClient, SaydoProblemError, SaydoUnreachableError
from shared.outcomes import CommandRequest, Outcome
from shared.tasks import Source
from shared.voice_settings import EndConversation

UNDO_THAT = "Undo that."
"""As a text that takes the place of a command, it only takes that back."""


ThingKind = Literal["project", "tag", "person", "filter", "timer", "alarm"]
_PATHS: dict[ThingKind, str] = {
    "project": "projects",
    "tag": "tags",
    "person": "people",
    "filter": "filters",
    "timer": "timers",
    "alarm": "alarms",
}


class _Named(msgspec.Struct, frozen=True):
    id: str
    name: str = ""
    label: str = ""


class _Names(msgspec.Struct, frozen=True):
    items: list[_Named]


class Commands:
    """What one conversation does for its person."""

    def __init__(
        self,
        client: SaydoClient,
        room: str,
        understanding: Understanding,
        continuation: Continuation,
        unanswered: Unanswered,
        on_goodbye: Callable[[], None] = lambda: None,
    ) -> None:
        """`on_goodbye` is called when the person wants the conversation to end."""
        self._on_goodbye = on_goodbye
        self._client = client
        self._room = room
        self._understanding = understanding
        self._continuation = continuation
        self._unanswered = unanswered

    async def run_text(
        self, text: str, *, key: str, source: Source, instead_of: str | None = None
    ) -> str:
        """Carry out what `text` says, once for each `key`; answer what to say about it.

        With `instead_of`, that command is taken back first. That it comes first and alone is the
        control API's rule: what both did could not be undone together.
        """
        key = self._unanswered.key_for(text, key)
        if instead_of is not None:
            back = CommandRequest(
                actions=[Undo(command_id=instead_of)],
                conversation=self._room,
                source=source,
                language=language_of(source),
            )
            outcome = await self._run(back, f"{key}-back")
            if text == UNDO_THAT:
                self._continuation.became(text, outcome)
                return outcome.reply
        request = CommandRequest(
            text=text, conversation=self._room, source=source, language=language_of(source)
        )
        outcome = await self._run(request, key)
        self._continuation.became(text, outcome)
        return outcome.reply

    async def run_actions(
        self, actions: list[Action], *, key: str, source: Source, said: str
    ) -> Outcome:
        """Carry out what a language model wants, once for each `key`, or ask about it.

        `said` are the person's words, by which the control API judges that.
        """
        request = CommandRequest(
            actions=actions,
            conversation=self._room,
            source=source,
            language=language_of(source),
            decided_by="model",
            said=said[:MAX_TEXT],
        )
        return await self._run(request, key)

    async def names(self, kind: ThingKind) -> dict[str, str]:
        """What there is of a kind, by id. Raises SaydoUnreachableError."""
        page = await self._client.ask(
            "GET", f"/api/v1/{_PATHS[kind]}", _Names, query={"limit": 200}
        )
        return {each.id: each.name or each.label for each in page.items}

    async def drop_question(self, approval_id: str) -> None:
        """Let go of what waits for a yes: something else was said.

        Raises SaydoUnreachableError.
        """
        # Decided or over meanwhile: as well.
        with contextlib.suppress(SaydoProblemError):
            await self._client.refuse(approval_id)
        self._understanding.forget()

    def run_later(self, text: str, *, key: str, source: Source) -> str:
        """Carry out `text` when the control API is back; answer what to say until then."""
        request = CommandRequest(
            text=text, conversation=self._room, source=source, language=language_of(source)
        )
        self._unanswered.add(request, self._unanswered.key_for(text, key))
        return CANNOT_REACH

    async def _run(self, request: CommandRequest, key: str) -> Outcome:
        try:
            outcome = await self._client.command(request, idempotency_key=key)
        except SaydoUnreachableError:
            # It may have run all the same. Asked again with its key, it runs at most once.
            self._unanswered.add(request, key)
            return Outcome(outcome="refused", reply=CANNOT_REACH)
        except SaydoProblemError as error:
            return Outcome(outcome="refused", reply=str(error))
        else:
            self._unanswered.answered(key)
            if any(isinstance(action, EndConversation) for action in outcome.actions):
                self._on_goodbye()
            return outcome
        finally:
            self._understanding.forget()
