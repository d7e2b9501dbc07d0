"""Whisper, as an engine of the model host."""

import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

from agent_worker.hearing.loading import load
from agent_worker.model_host.engine import Cancelled, JobError
from agent_worker.model_host.options import HostOptions
from agent_worker.model_host.protocol import (
    HEARING_RATE,
    MAX_AUDIO_S,
    Answer,
    Heard,
    Job,
    Transcribe,
)
from agent_worker.models.catalogue import MODELS
from agent_worker.models.download import find_model


class HearingEngine:
    """Answers `Transcribe` jobs."""

    def __init__(self, options: HostOptions) -> None:
        self._options = options

    def load(self) -> None:
        """Load Whisper."""
        model = MODELS[self._options.stt_model]
        folder = find_model(model, Path(self._options.models))
        self._whisper = load(folder, self._options.threads)

    def prepare(self) -> None:
        """Listen once, before anybody speaks."""
        self._whisper.prepare()

    def run(self, job: Job, cancelled: Cancelled) -> Iterator[Answer]:
        """Give the text of one recording. Raises JobError."""
        if not isinstance(job, Transcribe):
            raise JobError("Only audio can be transcribed.")
        if len(job.pcm) > MAX_AUDIO_S * HEARING_RATE * 2:
            raise JobError(f"That is too much audio at once: {MAX_AUDIO_S} seconds are the most.")
        began = time.perf_counter()
        if not cancelled():
            # A third of the work: whoever goes on speaking needs the rest no more.
            self._whisper.take_in(job.pcm)
        if not cancelled():
            heard = self._whisper.transcribe(
                job.pcm, prompt=job.prompt, alternatives=job.alternatives
            )
            took_s = time.perf_counter() - began
            yield Heard(job.id, msgspec.structs.replace(heard, elapsed_s=took_s))
