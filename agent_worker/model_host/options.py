"""What a model host is started with."""

import os

import msgspec

from agent_worker.models.catalogue import Role
from agent_worker.settings import WorkerSettings

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


def host_options(settings: WorkerSettings) -> HostOptions:
    """Choose the options that fit the worker's settings and this machine."""
    return HostOptions(
        models=str(settings.models.folder),
        stt_model=settings.models.stt_model,
        llm_model=settings.models.llm_model,
        roles=settings.local_roles,
        threads=min(_MOST_THREADS, os.cpu_count() or 1),
    )
