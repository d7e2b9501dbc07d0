"""Which local models are used, and where they lie."""

from pathlib import Path

import msgspec

from agent_worker.models.catalogue import MODELS, names
from agent_worker.models.choice import chosen
from agent_worker.settings.reading import Environment, SettingsError

_HUB = "https://huggingface.co"
GGUF = ".gguf"


class ModelSettings(msgspec.Struct, frozen=True):
    """Which local models are used, and where they lie."""

    folder: Path
    stt_model: str
    llm_model: str
    """Name of a model, or the path of a GGUF file."""
    hub: str
    """Address models are fetched from, without a slash at its end."""


def read_model_settings(environment: Environment) -> ModelSettings:
    """Read the settings of ``transcribe`` and ``models``.

    Raises:
        SettingsError: a name is not in the catalogue, or a file is missing.

    """
    data = environment.get("XDG_DATA_HOME") or "~/.local/share"
    folder = Path(environment.get("SAYDO_MODELS") or Path(data) / "saydo" / "models").expanduser()
    picked = chosen(folder)
    llm = environment.get("SAYDO_LLM_MODEL") or picked.get("llm", "smollm2-135m")
    if llm.endswith(GGUF):
        if not Path(llm).expanduser().is_file():
            raise SettingsError(f"SAYDO_LLM_MODEL names {llm}, but there is no such file.")
    else:
        _check_name("SAYDO_LLM_MODEL", llm, [*names("llm"), "the path of a .gguf file"])
    stt = environment.get("SAYDO_STT_MODEL") or picked.get("stt", "whisper-base")
    _check_name("SAYDO_STT_MODEL", stt, names("stt"))
    hub = (environment.get("HF_ENDPOINT") or _HUB).rstrip("/")
    return ModelSettings(folder=folder.absolute(), stt_model=stt, llm_model=llm, hub=hub)


def _check_name(variable: str, value: str, allowed: list[str]) -> None:
    if value not in MODELS or value not in allowed:
        raise SettingsError(f"{variable} is {value!r}: use one of {', '.join(allowed)}.")
