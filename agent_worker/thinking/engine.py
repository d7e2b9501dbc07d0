"""llama.cpp, as an engine of the model host."""

from collections.abc import Iterator
from pathlib import Path

from agent_worker.model_host.engine import Cancelled, JobError
from agent_worker.model_host.options import HostOptions
from agent_worker.model_host.protocol import Answer, Chat, Job, Said
from agent_worker.models.catalogue import MODELS
from agent_worker.models.download import find_model
from agent_worker.thinking.llama import LlamaModel


class ThinkingEngine:
    """Answers `Chat` jobs."""

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
        """Give the next message of a conversation, in pieces. Raises JobError."""
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
