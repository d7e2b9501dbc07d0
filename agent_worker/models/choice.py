"""Which models a person has chosen, where no variable names one: a file beside the models."""

from pathlib import Path

import msgspec

from agent_worker.models.catalogue import MODELS, Model, Role

_FILE = "chosen.json"


def chosen(models: Path) -> dict[Role, str]:
    """Give the names that were chosen and are still known; none when the file can't be read."""
    try:
        names = msgspec.json.decode((models / _FILE).read_bytes(), type=dict[Role, str])
    except (OSError, msgspec.MsgspecError):
        return {}
    return {role: name for role, name in names.items() if _plays(name, role)}


def choose(model: Model, models: Path) -> None:
    """Use a model from the next start on. Raises OSError."""
    models.mkdir(parents=True, exist_ok=True)
    begun = models / f"{_FILE}.part"
    begun.write_bytes(msgspec.json.encode({**chosen(models), model.role: model.name}))
    begun.replace(models / _FILE)


def _plays(name: str, role: Role) -> bool:
    return name in MODELS and MODELS[name].role == role
