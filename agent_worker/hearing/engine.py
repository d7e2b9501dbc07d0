"""Whisper, as an engine of the model host."""

from collections.abc import Iterator
from pathlib import Path

from agent_worker.hearing.whisper import Whisper
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
        self._whisper = Whisper(folder, threads=self._options.threads)

    def prepare(self) -> None:
        """Listen once, before anybody speaks."""
        self._whisper.prepare()

    def run(self, job: Job, cancelled: Cancelled) -> Iterator[Answer]:
        """Give the text of one recording. Raises JobError."""
        if not isinstance(job, Transcribe):
            raise JobError("Only audio can be transcribed.")
        if len(job.pcm) > MAX_AUDIO_S * HEARING_RATE * 2:
            raise JobError(f"That is too much audio at once: {MAX_AUDIO_S} seconds are the most.")
        if not cancelled():
            heard = self._whisper.transcribe(
                job.pcm, prompt=job.prompt, alternatives=job.alternatives
            )
            yield Heard(job.id, heard)
