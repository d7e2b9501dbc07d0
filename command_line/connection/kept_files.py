"""Small files of this person's that are kept from one call of this program to the next."""

import os
from pathlib import Path
from typing import TypeVar

import msgspec

from command_line.terminal.errors import CommandLineError

T = TypeVar("T")


def config_file(name: str) -> Path:
    """Where something is that the person chose."""
    return _home("XDG_CONFIG_HOME", ".config") / name


def state_file(name: str) -> Path:
    """Where something is that this program remembers, and can do without."""
    return _home("XDG_STATE_HOME", ".local/state") / name


def read_kept(file: Path, kind: type[T]) -> T | None:
    """The content of a file; None when it can't be had."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=kind)
    except (OSError, msgspec.MsgspecError):
        return None


def write_kept(file: Path, content: object) -> None:
    """Write a file whole, readable for this person only. Raises `CommandLineError`."""
    draft = file.with_suffix(f".{os.getpid()}")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        how = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        with os.fdopen(os.open(draft, how, 0o600), "wb") as opened:
            opened.write(msgspec.json.encode(content))
        draft.replace(file)
    except OSError as error:
        raise CommandLineError(f"{file} can't be written ({error.strerror}).") from error


def _home(variable: str, usual: str) -> Path:
    return Path(os.environ.get(variable) or Path.home() / usual) / "saydo"
