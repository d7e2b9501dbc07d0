"""All that the worker needs to know."""

from pathlib import Path

import msgspec

from agent_worker.models.catalogue import Role
from agent_worker.settings.models import ModelSettings, read_model_settings
from agent_worker.settings.privacy import MayLeave, read_may_leave
from agent_worker.settings.reading import Environment, needed, number, url
from agent_worker.settings.roles import (
    Remote,
    RoleSettings,
    read_llm,
    read_realtime,
    read_stt,
    read_tts,
)
from agent_worker.settings.spending import SpendingSettings, read_spending
from agent_worker.settings.trust import Trust, read_trust


class WorkerSettings(msgspec.Struct, frozen=True):
    """All a worker needs to know."""

    livekit_url: str
    livekit_api_key: str
    livekit_api_secret: str
    api_url: str
    """Address of the control API."""
    worker_key: str
    """What this worker shows the control API to be given a session."""
    health_port: int
    max_conversations: int
    stt: RoleSettings
    llm: RoleSettings
    tts: RoleSettings
    models: ModelSettings
    llm_may: frozenset[Trust] | None
    """None: what its exam says."""
    may_leave: MayLeave
    spending: SpendingSettings
    realtime: Remote | None
    """A model that listens, thinks and speaks in one, before the others; None: there is none."""
    model_host_folder: Path | None = None
    """Where the model host listens, for a worker after this one to find it; None: nobody will."""

    @property
    def roles(self) -> dict[Role, RoleSettings]:
        """Who plays each role."""
        return {"stt": self.stt, "llm": self.llm, "tts": self.tts}

    @property
    def local_roles(self) -> tuple[Role, ...]:
        """The roles that a local model plays, if only as a fallback."""
        # What is needed to talk at all is loaded first.
        order: tuple[Role, ...] = ("stt", "tts", "llm")
        return tuple(role for role in order if "local" in self.roles[role].order)


def read_settings(environment: Environment) -> WorkerSettings:
    """Read the settings of ``start``.

    Raises:
        SettingsError: something is missing or wrong.

    """
    model_host = environment.get("SAYDO_MODEL_HOST")
    return WorkerSettings(
        livekit_url=url(environment, "LIVEKIT_URL", "ws://127.0.0.1:7880", ("ws", "wss")),
        livekit_api_key=needed(environment, "LIVEKIT_API_KEY"),
        livekit_api_secret=needed(environment, "LIVEKIT_API_SECRET"),
        api_url=url(environment, "SAYDO_API_URL", "http://127.0.0.1:7300", ("http", "https")),
        worker_key=needed(environment, "SAYDO_WORKER_KEY"),
        health_port=number(environment, "SAYDO_WORKER_PORT", 7301, 0, 65535),
        max_conversations=number(environment, "SAYDO_MAX_CONVERSATIONS", 10, 1, 1000),
        stt=read_stt(environment),
        llm=read_llm(environment),
        tts=read_tts(environment),
        models=read_model_settings(environment),
        llm_may=read_trust(environment),
        may_leave=read_may_leave(environment),
        spending=read_spending(environment),
        realtime=read_realtime(environment),
        model_host_folder=Path(model_host).absolute() if model_host else None,
    )
