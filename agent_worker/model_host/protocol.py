"""What the worker and its model host say to each other."""

from typing import Any, Literal

import msgspec

from agent_worker.models.catalogue import Role

SPEECH_RATE = 22_050
"""Samples a second of the audio that is spoken: 16 bit, mono, little endian."""
HEARING_RATE = 16_000
"""Samples a second of the audio that is transcribed: 16 bit, mono, little endian."""
MAX_AUDIO_S = 120
MAX_TEXT = 4000
"""Characters that can be spoken in one request."""


class Transcribe(msgspec.Struct, tag="transcribe", frozen=True):
    """Asks what was said; answered by `Heard`."""

    id: int
    conversation: str
    pcm: bytes
    prompt: str = ""
    alternatives: int = 0


class Speak(msgspec.Struct, tag="speak", frozen=True):
    """Asks for speech; answered by `Audio` pieces."""

    id: int
    conversation: str
    text: str
    speed: float = 1.0
    """Of the voice: 1 is its own, more is faster."""


class Chat(msgspec.Struct, tag="chat", frozen=True):
    """Asks the language model to go on; answered by `Said` pieces.

    With `max_tokens` 0 it only takes the messages in, so that a later request that begins with the
    same ones answers sooner.
    """

    id: int
    conversation: str
    messages: list[dict[str, Any]]
    """As in OpenAI's chat completions."""
    tools: list[dict[str, Any]] = []
    tool_choice: str = "auto"
    """``auto``, ``none``, ``required``, or the name of the one tool to call."""
    max_tokens: int = 256
    temperature: float = 0.0


class Cancel(msgspec.Struct, tag="cancel", frozen=True):
    """Stops the request of that id; what it has said so far stays said."""

    id: int


class AskHealth(msgspec.Struct, tag="ask_health", frozen=True):
    """Asks how the host is; answered by `Health` at once, whatever the engines do."""

    id: int


Request = Transcribe | Speak | Chat | Cancel | AskHealth
Job = Transcribe | Speak | Chat


class Transcript(msgspec.Struct, frozen=True):
    """What was heard."""

    text: str
    """Empty when nobody spoke."""
    confidence: float
    """0 to 1: the geometric mean of the probabilities of the words' pieces."""
    alternatives: list[str] = []
    """Other readings, best first, without `text`."""
    no_speech: float = 0.0
    """0 to 1: how likely it is that nobody spoke."""
    elapsed_s: float = 0.0
    """Seconds of work, without the wait in the queue."""


class ToolCall(msgspec.Struct, frozen=True):
    """A tool the language model wants called."""

    name: str
    arguments: dict[str, Any]


class ChatDelta(msgspec.Struct, frozen=True):
    """The next piece of an answer: some text, or a whole tool call."""

    text: str = ""
    tool_call: ToolCall | None = None


EngineState = Literal["loading", "ready", "failed"]


class EngineHealth(msgspec.Struct, frozen=True):
    """How one engine is."""

    state: EngineState
    waiting: int = 0
    """Requests in its queue, with the one it works on."""
    reason: str = ""
    """Why it failed, and what to do."""


class HostHealth(msgspec.Struct, frozen=True):
    """How the host is."""

    engines: dict[Role, EngineHealth]
    resident_bytes: int

    @property
    def ready(self) -> bool:
        """Whether every engine is loaded."""
        return all(engine.state == "ready" for engine in self.engines.values())

    @property
    def waiting(self) -> int:
        """Requests in all queues."""
        return sum(engine.waiting for engine in self.engines.values())

    @property
    def failures(self) -> list[str]:
        """Why engines failed, a sentence each."""
        return [engine.reason for engine in self.engines.values() if engine.state == "failed"]


class Heard(msgspec.Struct, tag="heard", frozen=True):
    """The answer to `Transcribe`."""

    id: int
    transcript: Transcript


class Audio(msgspec.Struct, tag="audio", frozen=True):
    """A piece of speech."""

    id: int
    pcm: bytes


class Said(msgspec.Struct, tag="said", frozen=True):
    """A piece of the language model's answer."""

    id: int
    delta: ChatDelta


class Done(msgspec.Struct, tag="done", frozen=True):
    """The last answer to a request that went well."""

    id: int


class Failed(msgspec.Struct, tag="failed", frozen=True):
    """The last answer to a request that did not."""

    id: int
    reason: str
    """A sentence."""
    overloaded: bool = False


class Health(msgspec.Struct, tag="health", frozen=True):
    """The answer to `AskHealth`."""

    id: int
    health: HostHealth


Answer = Heard | Audio | Said | Done | Failed | Health
