"""Every environment variable of the worker, read once and checked at start."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal, get_args

import msgspec

from agent_worker.models.catalogue import MODELS, Role, names
from shared.secret_settings import SecretFileError, read_secret

Provider = Literal["local", "deepgram", "openai"]

_HUB = "https://huggingface.co"
_GGUF = ".gguf"


class SettingsError(Exception):
    """A setting that is missing or wrong; the message says what to do."""


class ModelSettings(msgspec.Struct, frozen=True):
    """Which local models are used, and where they lie."""

    folder: Path
    stt_model: str
    llm_model: str
    """Name of a model, or the path of a GGUF file."""
    hub: str
    """Address models are fetched from, without a slash at its end."""


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
    stt: tuple[Provider, ...]
    llm: tuple[Provider, ...]
    tts: tuple[Provider, ...]
    models: ModelSettings
    deepgram_api_key: str
    openai_api_key: str
    openai_base_url: str

    @property
    def local_roles(self) -> tuple[Role, ...]:
        """The roles that a local model plays, if only as a fallback."""
        return tuple(role for role in get_args(Role) if "local" in getattr(self, role))


def read_model_settings(environment: Mapping[str, str]) -> ModelSettings:
    """Read the settings of ``transcribe`` and ``models``.

    Raises:
        SettingsError: a name is not in the catalogue, or a file is missing.

    """
    data = environment.get("XDG_DATA_HOME") or "~/.local/share"
    folder = Path(environment.get("SAYDO_MODELS") or Path(data) / "saydo" / "models").expanduser()
    llm = environment.get("SAYDO_LLM_MODEL") or "smollm2-135m"
    if llm.endswith(_GGUF):
        if not Path(llm).expanduser().is_file():
            raise SettingsError(f"SAYDO_LLM_MODEL names {llm}, but there is no such file.")
    else:
        _check_name("SAYDO_LLM_MODEL", llm, [*names("llm"), "the path of a .gguf file"])
    stt = environment.get("SAYDO_STT_MODEL") or "whisper-base"
    _check_name("SAYDO_STT_MODEL", stt, names("stt"))
    hub = (environment.get("HF_ENDPOINT") or _HUB).rstrip("/")
    return ModelSettings(folder=folder.absolute(), stt_model=stt, llm_model=llm, hub=hub)


def read_settings(environment: Mapping[str, str]) -> WorkerSettings:
    """Read the settings of ``start``.

    Raises:
        SettingsError: something is missing or wrong.

    """
    settings = WorkerSettings(
        livekit_url=_url(environment, "LIVEKIT_URL", "ws://127.0.0.1:7880", ("ws", "wss")),
        livekit_api_key=_needed(environment, "LIVEKIT_API_KEY"),
        livekit_api_secret=_needed(environment, "LIVEKIT_API_SECRET"),
        api_url=_url(environment, "SAYDO_API_URL", "http://127.0.0.1:7300", ("http", "https")),
        worker_key=_needed(environment, "SAYDO_WORKER_KEY"),
        health_port=_number(environment, "SAYDO_WORKER_PORT", 7301, 0, 65535),
        max_conversations=_number(environment, "SAYDO_MAX_CONVERSATIONS", 10, 1, 1000),
        stt=_providers(environment, "SAYDO_STT"),
        llm=_providers(environment, "SAYDO_LLM"),
        tts=_providers(environment, "SAYDO_TTS"),
        models=read_model_settings(environment),
        deepgram_api_key=_secret(environment, "DEEPGRAM_API_KEY"),
        openai_api_key=_secret(environment, "OPENAI_API_KEY"),
        openai_base_url=environment.get("OPENAI_BASE_URL", ""),
    )
    chosen = {*settings.stt, *settings.llm, *settings.tts}
    if "deepgram" in chosen and not settings.deepgram_api_key:
        raise SettingsError("deepgram is chosen as a provider: set DEEPGRAM_API_KEY.")
    if "openai" in chosen and not (settings.openai_api_key or settings.openai_base_url):
        raise SettingsError("openai is chosen as a provider: set OPENAI_API_KEY.")
    if "deepgram" in settings.llm:
        raise SettingsError("SAYDO_LLM can't be deepgram: use local or openai.")
    return settings


def _check_name(variable: str, value: str, allowed: list[str]) -> None:
    if value not in MODELS or value not in allowed:
        raise SettingsError(f"{variable} is {value!r}: use one of {', '.join(allowed)}.")


def _secret(environment: Mapping[str, str], name: str) -> str:
    try:
        return read_secret(environment, name)
    except SecretFileError as error:
        raise SettingsError(str(error)) from error


def _needed(environment: Mapping[str, str], name: str) -> str:
    if value := _secret(environment, name):
        return value
    raise SettingsError(f"{name} is not set. `make run` sets it; else set it or {name}_FILE.")


def _url(environment: Mapping[str, str], name: str, default: str, schemes: tuple[str, ...]) -> str:
    value = (environment.get(name) or default).rstrip("/")
    if not value.startswith(tuple(f"{scheme}://" for scheme in schemes)):
        raise SettingsError(f"{name} is {value!r}: it must start with {schemes[0]}://.")
    return value


def _number(
    environment: Mapping[str, str], name: str, default: int, lowest: int, highest: int
) -> int:
    value = environment.get(name) or str(default)
    if not value.isascii() or not value.isdigit() or not lowest <= int(value) <= highest:
        raise SettingsError(f"{name} is {value!r}: use a number from {lowest} to {highest}.")
    return int(value)


def _providers(environment: Mapping[str, str], name: str) -> tuple[Provider, ...]:
    words = [word.strip() for word in (environment.get(name) or "local").split(",")]
    try:
        return msgspec.convert(words, tuple[Provider, ...])
    except msgspec.ValidationError as error:
        allowed = ", ".join(get_args(Provider))
        raise SettingsError(
            f"{name} is {environment[name]!r}: use one or more of {allowed}, with commas."
        ) from error
