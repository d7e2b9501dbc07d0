"""Which files were open when the machine went down: those are checked in full before they are used.

A program that is killed leaves no damage: the system writes what it was given. Only the machine can
lose some of it, and when it comes up again it has another name.
"""

import contextlib
from pathlib import Path

import msgspec

from control_api.database.files.durable import create_private, replace_durably, sync
from control_api.database.files.peek import was_left_open
from control_api.database.folder import data_folder_of, paths_in

NAME = "last-start.json"
_BOOT = Path("/proc/sys/kernel/random/boot_id")


class LastStart(msgspec.Struct, frozen=True):
    """What is kept in the data folder."""

    boot: str
    """The machine's name for the time since it was turned on."""
    doubtful: list[str]
    """Files that were open when it went down, and have not been checked since."""


def note_start(data: Path) -> None:
    """Note, once the folder is ours, that it is used since the machine was turned on."""
    now = _boot()
    last = _read(data)
    if not now or (last is not None and last.boot == now):
        return
    doubtful = [_name(path) for path in paths_in(data) if was_left_open(path)]
    _write(data, LastStart(now, doubtful))


def is_doubtful(path: Path) -> bool:
    """Whether the machine may have gone down while the file was open; yes, if nobody knows."""
    data = data_folder_of(path)
    last = _read(data)
    return last is None or last.boot != _boot() or _name(path) in last.doubtful


def note_sound(path: Path) -> None:
    """Note that a file was checked."""
    data = data_folder_of(path)
    last = _read(data)
    if last is not None and _name(path) in last.doubtful:
        rest = [name for name in last.doubtful if name != _name(path)]
        _write(data, msgspec.structs.replace(last, doubtful=rest))


def _name(path: Path) -> str:
    return path.relative_to(data_folder_of(path)).as_posix()


def _boot() -> str:
    """Empty where the system does not say."""
    try:
        return _BOOT.read_text().strip()
    except OSError:
        return ""


def _read(data: Path) -> LastStart | None:
    try:
        return msgspec.json.decode((data / NAME).read_bytes(), type=LastStart)
    except (OSError, msgspec.MsgspecError):
        return None


def _write(data: Path, last: LastStart) -> None:
    """Keep it; where that fails, what is open now will be checked at the next start."""
    draft = data / f".{NAME}.new"
    with contextlib.suppress(OSError):
        draft.unlink(missing_ok=True)
        create_private(draft)
        draft.write_bytes(msgspec.json.encode(last))
        sync(draft)
        replace_durably(draft, data / NAME)
