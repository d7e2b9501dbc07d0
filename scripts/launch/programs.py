"""What is started, with which environment: livekit-server, the control API and the worker."""

import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from control_api.setup.settings import Settings
from scripts.launch import livekit_config
from scripts.launch.output import log_file
from scripts.launch.program import Program
from scripts.machine import bearing
from scripts.machine.ports import free_port
from shared.secret_settings import variables_of

PROVIDER_NAMES = (
    "DEEPGRAM_API_KEY",
    "OPENAI_API_KEY",
    "SAYDO_STT_DEEPGRAM_KEY",
    "SAYDO_STT_OPENAI_KEY",
    "SAYDO_LLM_OPENAI_KEY",
    "SAYDO_TTS_DEEPGRAM_KEY",
    "SAYDO_TTS_OPENAI_KEY",
    "SAYDO_REALTIME_OPENAI_KEY",
)
SECRET_NAMES = (
    "LIVEKIT_API_KEY",
    "LIVEKIT_API_SECRET",
    "LIVEKIT_KEYS",
    "SAYDO_WORKER_KEY",
    *PROVIDER_NAMES,
)


def livekit_server(program: Path, config: dict[str, Any], settings: Settings) -> Program:
    """Return livekit-server with its whole configuration in the environment."""
    webhook = f"{api_address(settings)}/api/v1/webhooks/livekit"
    whole = livekit_config.with_keys(config, settings.secrets, webhook)
    return Program(
        name="livekit",
        command=[str(program)],
        environment=plain_environment() | {"LIVEKIT_CONFIG": livekit_config.as_yaml(whole)},
        ready_url=f"http://127.0.0.1:{config['port']}/",
        ready_within=15,
        stops_within=1,
        asks_twice=True,
        remedy=f"{look_at_log(settings)} livekit.yaml is its configuration.",
    )


def control_api(settings: Settings, livekit_url: str) -> Program:
    """Return the control API; it reads the rest of its secrets from the data folder."""
    return Program(
        name="api",
        command=[sys.executable, "-m", "control_api", "serve"],
        environment=plain_environment()
        | {
            "SAYDO_DATA": str(settings.data),
            "SAYDO_HOST": settings.host,
            "SAYDO_PORT": str(settings.port),
            "LIVEKIT_URL": livekit_url,
            "LIVEKIT_API_KEY": settings.secrets.livekit_key,
            "LIVEKIT_API_SECRET": settings.secrets.livekit_secret,
        },
        ready_url=f"{api_address(settings)}/api/v1/health",
        ready_within=90,
        stops_within=2.5,
        remedy=look_at_log(settings),
    )


def worker(
    settings: Settings,
    livekit_url: str,
    on_death: Callable[[], Awaitable[None]] | None = None,
    model_host: Path | None = None,
    *,
    has_spare: bool = False,
) -> Program:
    """Return the worker; it is the only one that sees the keys of remote providers.

    In the folder `model_host` a new worker finds the model host of one that died.
    """
    port = os.environ.get("SAYDO_WORKER_PORT") or str(free_port())
    given = variables_of(PROVIDER_NAMES) & os.environ.keys()
    providers = {name: os.environ[name] for name in given}
    environment = plain_environment() | providers
    if model_host is not None:
        environment["SAYDO_MODEL_HOST"] = str(model_host)
    agent_worker = [sys.executable, "-m", "agent_worker"]
    return Program(
        name="worker",
        command=[*agent_worker, "start"],
        spare=[*agent_worker, "spare"] if has_spare else None,
        environment=environment
        | {
            "LIVEKIT_URL": livekit_url,
            "LIVEKIT_API_KEY": settings.secrets.livekit_key,
            "LIVEKIT_API_SECRET": settings.secrets.livekit_secret,
            "SAYDO_API_URL": api_address(settings),
            "SAYDO_DATA": str(settings.data),
            "SAYDO_WORKER_KEY": settings.secrets.worker_key,
            "SAYDO_WORKER_PORT": port,
        },
        ready_url=f"http://127.0.0.1:{port}/",
        ready_within=240,
        stops_within=6,
        on_death=on_death,
        remedy=f"It needs its models (`make models`) and LiveKit at {livekit_url}. "
        + look_at_log(settings),
    )


def look_at_log(settings: Settings) -> str:
    """Return where the lines of all programs are."""
    return f"Look at its lines in {log_file(settings.data)}."


def plain_environment() -> dict[str, str]:
    """Return our own environment without any secret, and with output that is not held back."""
    secret = variables_of(SECRET_NAMES)
    kept = {name: value for name, value in os.environ.items() if name not in secret}
    borne = bearing.known()
    measured = {} if borne is None else {bearing.VARIABLE: str(borne)}
    return measured | kept | {"PYTHONUNBUFFERED": "1"}


def api_address(settings: Settings) -> str:
    """Return where programs on this machine reach the control API."""
    everywhere = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}
    host = everywhere.get(settings.host, settings.host)
    if ":" in host and not host.startswith("["):
        host = f"[{host}]"
    return f"http://{host}:{settings.port}"


def http_address(livekit_url: str) -> str:
    """Return where a LiveKit server answers plain HTTP."""
    parts = urlsplit(livekit_url)
    scheme = {"ws": "http", "wss": "https"}.get(parts.scheme, parts.scheme)
    return parts._replace(scheme=scheme).geturl()
