"""What a model host is started with."""

import os

import msgspec

from agent_worker.models.catalogue import Role
from agent_worker.settings import ModelSettings

_MOST_THREADS = 4


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


def host_options(models: ModelSettings, roles: tuple[Role, ...]) -> HostOptions:
    """Choose the options that fit the settings and this machine."""
    return HostOptions(
        models=str(models.folder),
        stt_model=models.stt_model,
        llm_model=models.llm_model,
        roles=roles,
        threads=min(_MOST_THREADS, os.cpu_count() or 1),
    )
