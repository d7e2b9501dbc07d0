"""What a model host is started with."""

import msgspec

from agent_worker.models.catalogue import Role


class HostOptions(msgspec.Struct, frozen=True):
    """Which engines to run, on which models."""

    models: str
    """Folder of the models."""
    stt_model: str
    llm_model: str
    """Name of a model, or the path of a GGUF file."""
    roles: tuple[Role, ...]
    threads: int = 2
    """Threads a model may compute with."""
    lingers_s: float = 0.0
    """Seconds for which it waits for another worker when its own has died."""
