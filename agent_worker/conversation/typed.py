"""Typed messages: each is answered once, in the order they came, however fast they come."""

import asyncio
import contextlib
import logging
from typing import Protocol

from livekit import rtc
from livekit.agents import AgentSession, AgentStateChangedEvent
from livekit.agents.llm import ChatMessage
from livekit.agents.voice import SpeechHandle

from agent_worker.conversation.assistant import TYPED
from shared.rooms import TOPIC_CHAT, is_same_person

_ALL_THERE_WITHIN_S = 10.0

_log = logging.getLogger(__name__)


class Message(Protocol):
    """What was typed, as it arrives."""

    async def read_all(self) -> str:
        """Give the words once they are all there. Raises ConnectionError when they never are."""


def listen(room: rtc.Room, identity: str) -> "asyncio.Queue[Message]":
    """Take in what the person with this device types in the room, on any of theirs, from now on."""
    waiting: asyncio.Queue[Message] = asyncio.Queue()

    def take_in(message: rtc.TextStreamReader, sender: str) -> None:
        if is_same_person(sender, identity):
            waiting.put_nowait(message)
        else:
            message.close()

    room.register_text_stream_handler(TOPIC_CHAT, take_in)
    return waiting


class Typed:
    """What one person types, and has not been answered yet.

    A new message stops the voice of the answer before it, never what that answer carries out; one
    without words does nothing else. Of several at once only the last is answered aloud, the others
    in writing.
    """

    def __init__(
        self,
        session: AgentSession[None],
        *,
        waiting: "asyncio.Queue[Message] | None" = None,
        is_spoken: bool = True,
    ) -> None:
        """`waiting` holds what was typed already.

        `is_spoken`: whether the voice speaks the language that the person types in.
        """
        self._session = session
        self._is_spoken = is_spoken
        self._waiting = asyncio.Queue() if waiting is None else waiting
        self._is_speaking = asyncio.Event()
        self._working: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to answer."""
        self._session.on("agent_state_changed", self._on_state)
        self._working = asyncio.create_task(self._work())

    def add(self, message: Message) -> None:
        """Put a message behind those that wait."""
        self._waiting.put_nowait(message)

    async def aclose(self) -> None:
        """Stop answering."""
        if self._working is not None:
            self._working.cancel()
            await asyncio.wait([self._working])

    async def _work(self) -> None:
        while True:
            text = await _words_of(await self._waiting.get())
            if text is None:
                continue
            # A session that is closing takes no more.
            with contextlib.suppress(RuntimeError):
                await self._session.interrupt()
            if not text:
                continue
            with contextlib.suppress(RuntimeError):
                await self._answer(text, aloud=self._is_spoken and self._waiting.empty())

    async def _answer(self, text: str, *, aloud: bool) -> None:
        self._is_speaking.clear()
        self._session.output.set_audio_enabled(aloud)
        try:
            message = ChatMessage(role="user", content=[text], extra={TYPED: True})
            handle = self._session.generate_reply(user_input=message, allow_interruptions=False)
            if aloud:
                await self._carried_out(handle)
                handle.allow_interruptions = True
            else:
                await handle.wait_for_playout()
        finally:
            if self._waiting.empty():
                self._session.output.set_audio_enabled(True)

    async def _carried_out(self, handle: SpeechHandle) -> None:
        """Return once it is being said what was done, or all is over."""
        speaking = asyncio.create_task(self._is_speaking.wait())
        over = asyncio.create_task(handle.wait_for_playout())
        try:
            await asyncio.wait([speaking, over], return_when=asyncio.FIRST_COMPLETED)
        finally:
            speaking.cancel()
            over.cancel()

    def _on_state(self, event: AgentStateChangedEvent) -> None:
        if event.new_state == "speaking":
            self._is_speaking.set()


async def _words_of(message: Message) -> str | None:
    """Read a message; empty when it asks for nothing, None when it never comes to its end."""
    try:
        async with asyncio.timeout(_ALL_THERE_WITHIN_S):
            return (await message.read_all()).strip()
    except (ConnectionError, TimeoutError):
        _log.warning("A typed message did not arrive whole.")
        return None
