"""Secrets given to a process from outside: ``NAME`` holds one, or ``NAME_FILE`` names its file."""

from collections.abc import Iterable, Mapping
from pathlib import Path


class SecretFileError(Exception):
    """The file of a secret can't be read; one sentence that names the variable and the reason."""


def read_secret(environ: Mapping[str, str], name: str) -> str:
    """The secret of that name, without white space around it; empty when none is given.

    When both are, the file counts. Raises `SecretFileError`.
    """
    file = environ.get(f"{name}_FILE")
    if not file:
        return environ.get(name, "")
    try:
        return Path(file).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise SecretFileError(
            f"{name}_FILE names {file}, which can't be read ({error.strerror})."
        ) from error
    except UnicodeDecodeError as error:
        raise SecretFileError(f"{name}_FILE names {file}, which is no UTF-8 text.") from error


def variables_of(names: Iterable[str]) -> set[str]:
    """All environment variables that secrets of these names can be given in."""
    return {variable for name in names for variable in (name, f"{name}_FILE")}
