"""Piper, as an engine of the model host."""

from collections.abc import Iterator
from pathlib import Path

from agent_worker.model_host.engine import Cancelled, JobError
from agent_worker.model_host.options import HostOptions
from agent_worker.model_host.protocol import MAX_TEXT, Answer, Audio, Job, Speak
from agent_worker.models.catalogue import PIPER_JOE
from agent_worker.models.download import find_model
from agent_worker.speaking.piper import Piper


class SpeakingEngine:
    """Answers `Speak` jobs."""

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
        """Give the speech of one text, in pieces. Raises JobError."""
        if not isinstance(job, Speak):
            raise JobError("Only text can be spoken.")
        if len(job.text) > MAX_TEXT:
            raise JobError(f"That is too much to say at once: {MAX_TEXT} characters are the most.")
        pieces = self._piper.speak(job.text, speed=job.speed)
        while not cancelled() and (pcm := next(pieces, None)) is not None:
            yield Audio(job.id, pcm)
