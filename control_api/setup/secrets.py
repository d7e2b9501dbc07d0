"""The keys of one data folder: made on first use, readable by their owner only."""

import contextlib
import os
import secrets
import stat
import uuid
from pathlib import Path

import msgspec

from control_api.setup.setup_error import SetupError

SECRETS_NAME = "secrets.json"


class Secrets(msgspec.Struct, frozen=True):
    """What must never be printed, logged or sent."""

    owner_id: str
    livekit_key: str
    livekit_secret: str
    signing_key: str
    worker_key: str

    def __repr__(self) -> str:
        return "Secrets(...)"


def open_data_folder(folder: Path) -> None:
    """Make the data folder, for its owner's eyes only.

    Raises `SetupError` when it can't be had, or is one that everybody puts things into.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        state = folder.stat()
        if state.st_mode & stat.S_IWOTH and not _is_ours(folder):
            raise SetupError(
                f"Everybody can write to {folder}. Set SAYDO_DATA to a folder that is yours alone."
            )
        if state.st_uid == os.geteuid():
            folder.chmod(0o700)
    except OSError as error:
        raise SetupError(
            f"The data folder {folder} can't be used ({error.strerror}). "
            "Set SAYDO_DATA to a folder that you can write to."
        ) from error


def _is_ours(folder: Path) -> bool:
    """An empty folder may become ours; `/tmp` may not."""
    return (folder / SECRETS_NAME).exists() or not any(folder.iterdir())


def load_or_create(folder: Path) -> Secrets:
    """Read the secrets of a data folder, or make them when it has none.

    Raises `SetupError` when the file is there but can't be used.
    """
    open_data_folder(folder)
    path = folder / SECRETS_NAME
    try:
        if not path.exists():
            _create(path)
        path.chmod(0o600)
        return msgspec.json.decode(path.read_bytes(), type=Secrets)
    except OSError as error:
        raise SetupError(f"{path} can't be used ({error.strerror}).") from error
    except msgspec.MsgspecError as error:
        raise SetupError(
            f"{path} is damaged. Put it back from a backup; if there is none, delete it: "
            "everybody must then sign in again."
        ) from error


def _create(path: Path) -> None:
    """Write the whole file under another name first: two processes may start at once."""
    made = Secrets(
        owner_id=str(uuid.uuid4()),
        livekit_key="saydo" + secrets.token_hex(8),
        livekit_secret=secrets.token_urlsafe(36),
        signing_key=secrets.token_urlsafe(36),
        worker_key=secrets.token_urlsafe(36),
    )
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor, not a path
            file.write(msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):  # the other process was first: its file counts
            os.link(draft, path)
    finally:
        draft.unlink()
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
