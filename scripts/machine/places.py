"""Where Saydo keeps what is not in the source tree."""

import os
from pathlib import Path

ROOT = Path(__file__).parents[2]
"""The source tree."""


def data_home() -> Path:
    """Return the folder that programs of this person keep their data in."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def models_folder() -> Path:
    """Return the folder of speech and language models; several installations share them."""
    chosen = os.environ.get("SAYDO_MODELS") or data_home() / "saydo" / "models"
    return Path(chosen).expanduser().absolute()


def bin_folder() -> Path:
    """Return the folder of programs that setup got, beside the models."""
    return models_folder().parent / "bin"
