"""The encoder that the network begins as: all-MiniLM-L6-v2, out of the package that holds it."""

import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path


@contextmanager
def encoder_folder() -> Iterator[Path]:
    """A folder with its ``config.json``, ``model.safetensors`` and ``tokenizer.json``, for a while.

    Raises ModuleNotFoundError without the package, see ``requirements.txt``.
    """
    with (
        as_file(files("all_minilm_l6_v2") / "model.zip") as package,
        tempfile.TemporaryDirectory() as folder,
    ):
        with zipfile.ZipFile(package) as packed:
            packed.extractall(folder)
        yield Path(folder)
