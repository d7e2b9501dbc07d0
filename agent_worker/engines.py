"""The three engines: which model each loads, and how it answers a job."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from agent_worker.hearing.whisper import Whisper
from agent_worker.model_host.engine import Cancelled, Engine, EngineThread
from agent_worker.model_host.options import HostOptions
from agent_worker.model_host.protocol import (
    HEARING_RATE,
    MAX_AUDIO_S,
    MAX_TEXT,
    Answer,
    Audio,
    Chat,
    Heard,
    Job,
    Said,
    Speak,
    Transcribe,
)
from agent_worker.models.catalogue import MODELS, PIPER_JOE, Role
from agent_worker.models.download import ModelMissingError, find_model
from agent_worker.speaking.piper import Piper, VoiceMissingError
from agent_worker.thinking.grammar import ToolSchemaError
from agent_worker.thinking.llama import LanguageModelError, LlamaModel
from agent_worker.thinking.prompt import PromptError


class JobError(ValueError):
    """A job that can't be done as it is; the message says why."""


_SENTENCES = (
    JobError,
    LanguageModelError,
    ModelMissingError,
    PromptError,
    ToolSchemaError,
    VoiceMissingError,
)


class HearingEngine:
    """Whisper."""

    def __init__(self, options: HostOptions) -> None:
        self._options = options

    def load(self) -> None:
        """Load Whisper."""
        model = MODELS[self._options.stt_model]
        folder = find_model(model, Path(self._options.models))
        self._whisper = Whisper(folder, threads=self._options.threads)

    def prepare(self) -> None:
        """Listen once, before anybody speaks."""
        self._whisper.prepare()

    def run(self, job: Job, cancelled: Cancelled) -> Iterator[Answer]:
        """Answer a `Transcribe` job."""
        if not isinstance(job, Transcribe):
            raise JobError("Only audio can be transcribed.")
        if len(job.pcm) > MAX_AUDIO_S * HEARING_RATE * 2:
            raise JobError(f"That is too much audio at once: {MAX_AUDIO_S} seconds are the most.")
        if not cancelled():
            heard = self._whisper.transcribe(
                job.pcm, prompt=job.prompt, alternatives=job.alternatives
            )
            yield Heard(job.id, heard)


class SpeakingEngine:
    """Piper."""

    def __init__(self, options: HostOptions) -> None:
        self._options = options

    def load(self) -> None:
        """Load the voice."""
        folder = find_model(PIPER_JOE, Path(self._options.models))
        self._piper = Piper(folder, threads=self._options.threads)

    def prepare(self) -> None:
        """Make the fixed replies."""
        self._piper.prepare()

    def run(self, job: Job, cancelled: Cancelled) -> Iterator[Answer]:
        """Answer a `Speak` job."""
        if not isinstance(job, Speak):
            raise JobError("Only text can be spoken.")
        if len(job.text) > MAX_TEXT:
            raise JobError(f"That is too much to say at once: {MAX_TEXT} characters are the most.")
        pieces = self._piper.speak(job.text)
        while not cancelled() and (pcm := next(pieces, None)) is not None:
            yield Audio(job.id, pcm)


class TalkingEngine:
    """llama.cpp."""

    def __init__(self, options: HostOptions) -> None:
        self._options = options

    def load(self) -> None:
        """Load the language model."""
        chosen = self._options.llm_model
        if chosen in MODELS:
            model = MODELS[chosen]
            folder = find_model(model, Path(self._options.models))
            path = folder / model.sources[0].files[0].name
        else:
            path = Path(chosen).expanduser()
        self._llama = LlamaModel(path, threads=self._options.threads)

    def prepare(self) -> None:
        """Leave the first prompt to whoever knows it."""

    def run(self, job: Job, cancelled: Cancelled) -> Iterator[Answer]:
        """Answer a `Chat` job."""
        if not isinstance(job, Chat):
            raise JobError("Only messages can be answered.")
        deltas = self._llama.chat(
            job.messages,
            tools=job.tools,
            tool_choice=job.tool_choice,
            max_tokens=job.max_tokens,
            temperature=job.temperature,
            cancelled=cancelled,
        )
        for delta in deltas:
            yield Said(job.id, delta)


_ENGINES: dict[Role, tuple[Callable[[HostOptions], Engine], int]] = {
    # Hearing comes before speaking, and both before talk, when the processor is short.
    "stt": (HearingEngine, 0),
    "tts": (SpeakingEngine, 3),
    "llm": (TalkingEngine, 15),
}


def start_engines(options: HostOptions) -> dict[Role, EngineThread]:
    """Begin to load the engines, side by side."""
    threads = {}
    for role in options.roles:
        make, niceness = _ENGINES[role]
        threads[role] = EngineThread(
            role, partial(make, options), niceness=niceness, sentences=_SENTENCES
        )
    return threads
