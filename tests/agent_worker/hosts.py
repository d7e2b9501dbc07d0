"""Model hosts that need no models: what they hear and say is chosen by the test."""

import asyncio
from collections.abc import AsyncGenerator
from typing import Any, cast

from agent_worker.model_host.client import ModelHost, ModelHostUnavailableError
from agent_worker.model_host.protocol import ChatDelta, HostHealth, Transcript


class ScriptedHost:
    """Hears what is in `heard`, one text after the other, the last one for ever."""

    speech_rate = 22_050

    def __init__(self, heard: list[str] | None = None) -> None:
        self.heard = heard or [""]
        self.others: list[str] = []
        self.pcm: list[bytes] = []
        self.prompts: list[str] = []
        self.spoken: list[str] = []
        self.speeds: list[float] = []
        self.thought = ""
        """What the language model says, cut where it streams."""
        self.asked: list[list[dict[str, Any]]] = []
        self.away = False
        self.may_speak = asyncio.Event()
        self.may_speak.set()
        self.may_hear = asyncio.Event()
        self.may_hear.set()
        self.given_up = 0
        """How many recordings nobody waited for any more."""

    async def transcribe(
        self, pcm: bytes, *, conversation: str, prompt: str = "", alternatives: int = 0
    ) -> Transcript:
        del conversation
        if self.away:
            raise ModelHostUnavailableError("away")
        await asyncio.sleep(0)
        try:
            await self.may_hear.wait()
        except asyncio.CancelledError:
            self.given_up += 1
            raise
        if alternatives:
            return Transcript("", 0.5, self.others)
        self.pcm.append(pcm)
        self.prompts.append(prompt)
        text = self.heard.pop(0) if len(self.heard) > 1 else self.heard[0]
        return Transcript(text, 0.9)

    async def speak(
        self, text: str, *, conversation: str, speed: float = 1.0
    ) -> AsyncGenerator[bytes, None]:
        del conversation
        self.speeds.append(speed)
        if self.away:
            raise ModelHostUnavailableError("away")
        self.spoken.append(text)
        yield bytes([1, 0]) * 441
        await self.may_speak.wait()
        yield bytes([2, 0]) * 441

    async def chat(
        self, messages: list[dict[str, Any]], **_: Any
    ) -> AsyncGenerator[ChatDelta, None]:
        if self.away:
            raise ModelHostUnavailableError("away")
        self.asked.append(messages)
        for word in self.thought.split("~"):
            yield ChatDelta(text=word)

    async def health(self) -> HostHealth:
        if self.away:
            raise ModelHostUnavailableError("away")
        return HostHealth(engines={}, resident_bytes=0)


def as_host(scripted: ScriptedHost) -> ModelHost:
    """The same, for what asks for a real one."""
    return cast("ModelHost", scripted)
