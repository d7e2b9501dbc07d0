"""A host with engines that need no models, for the protocol and the supervisor's tests."""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

from agent_worker.model_host.engine import Cancelled, EngineThread
from agent_worker.model_host.lifetime import serve_for_worker
from agent_worker.model_host.options import HostOptions
from agent_worker.model_host.protocol import (
    Answer,
    Audio,
    Chat,
    ChatDelta,
    Heard,
    Job,
    Said,
    Speak,
    Transcribe,
    Transcript,
)
from agent_worker.models.catalogue import Role


class TinyError(Exception):
    """An error with a sentence for a person."""


class TinyEngine:
    """Hears how many bytes there were, speaks letters, counts until it is cancelled."""

    def load(self) -> None:
        """Fail if a test says so."""
        if "TINY_HOST_FAILS" in os.environ:
            raise TinyError("The tiny model is missing: run make models.")

    def prepare(self) -> None:
        """Have nothing to prepare."""

    def run(self, job: Job, cancelled: Cancelled) -> Iterator[Answer]:
        """Answer the job, whatever its kind."""
        if isinstance(job, Transcribe):
            if job.prompt == "slowly":
                time.sleep(0.2)
            yield Heard(job.id, Transcript(f"{len(job.pcm)} bytes {job.prompt}".strip(), 1.0))
        elif isinstance(job, Speak):
            if not job.text:
                raise TinyError("There is nothing to say.")
            if job.text == "bug":
                raise KeyError(job.text)
            for letter in job.text:
                yield Audio(job.id, letter.encode())
        elif isinstance(job, Chat):
            for number in range(job.max_tokens):
                if cancelled():
                    Path(os.environ["TINY_HOST_NOTES"]).write_text(f"stopped at {number}")
                    return
                yield Said(job.id, ChatDelta(f"{number} "))
                time.sleep(0.005)


def engines() -> dict[Role, EngineThread]:
    roles: tuple[Role, ...] = ("stt", "tts", "llm")
    return {
        role: EngineThread(role, TinyEngine, niceness=0, explained=(TinyError,)) for role in roles
    }


if __name__ == "__main__":
    options = msgspec.json.decode(sys.argv[2], type=HostOptions)
    serve_for_worker(engines(), Path(sys.argv[1]), options.lingers_s)
