"""The model host's process: ``python -m agent_worker.model_host_process SOCKET OPTIONS``.

The one place that gives the host its engines.
"""

import logging
import sys
from pathlib import Path

import msgspec

from agent_worker.hearing.engine import HearingEngine
from agent_worker.model_host.engine import EngineKind, JobError, start_engines
from agent_worker.model_host.lifetime import serve_for_worker
from agent_worker.model_host.options import HostOptions
from agent_worker.models.catalogue import Role
from agent_worker.models.download import ModelMissingError
from agent_worker.speaking.engine import SpeakingEngine
from agent_worker.speaking.piper import VoiceMissingError
from agent_worker.thinking.engine import ThinkingEngine
from agent_worker.thinking.grammar import ToolSchemaError
from agent_worker.thinking.llama import LanguageModelError
from agent_worker.thinking.prompt import PromptError

ENGINES: dict[Role, EngineKind] = {
    # Hearing comes before speaking, and both before talk, when the processor is short.
    "stt": EngineKind(HearingEngine, niceness=0),
    "tts": EngineKind(SpeakingEngine, niceness=1),
    "llm": EngineKind(ThinkingEngine, niceness=15),
}
EXPLAINED = (
    JobError,
    LanguageModelError,
    ModelMissingError,
    PromptError,
    ToolSchemaError,
    VoiceMissingError,
)
"""Errors whose message is for a person."""


def main() -> None:
    """Load the models and serve them."""
    logging.basicConfig(level=logging.INFO, format="model host: %(message)s")
    socket_path, written = sys.argv[1:]
    options = msgspec.json.decode(written, type=HostOptions)
    engines = start_engines(options, ENGINES, EXPLAINED)
    serve_for_worker(engines, Path(socket_path), options.lingers_s)


if __name__ == "__main__":
    main()
