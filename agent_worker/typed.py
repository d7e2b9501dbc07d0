"""Typed messages: each is answered once, in the order they came, however fast they come."""

import asyncio
import contextlib

from livekit.agents import AgentSession, AgentStateChangedEvent
from livekit.agents.llm import ChatMessage
from livekit.agents.voice import SpeechHandle

from agent_worker.assistant import TYPED


class Typed:
    """What one person types, and has not been answered yet.

    A new message stops the voice of the answer before it, never what that answer carries out. Of
    several at once only the last is answered aloud, the others in writing.
    """

    def __init__(self, session: AgentSession[None]) -> None:
        self._session = session
        self._waiting: asyncio.Queue[str] = asyncio.Queue()
        self._is_speaking = asyncio.Event()
        self._working: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to answer."""
        self._session.on("agent_state_changed", self._on_state)
        self._working = asyncio.create_task(self._work())

    def add(self, text: str) -> None:
        """Take a message in; an empty one asks for nothing."""
        if text.strip():
            self._waiting.put_nowait(text.strip())

    async def aclose(self) -> None:
        """Stop answering."""
        if self._working is not None:
            self._working.cancel()
            await asyncio.wait([self._working])

    async def _work(self) -> None:
        while True:
            text = await self._waiting.get()
            # A session that is closing takes no more.
            with contextlib.suppress(RuntimeError):
                await self._session.interrupt()
            with contextlib.suppress(RuntimeError):
                await self._answer(text, aloud=self._waiting.empty())

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
