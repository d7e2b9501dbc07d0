"""What is done about a damaged file: it is kept under another name, and people are told."""

import re
from datetime import UTC, datetime
from pathlib import Path

from control_api.database.files.peek import BESIDE, beside
from control_api.database.folder import BACKUPS, data_folder_of
from control_api.database.kept_backups import find_newest
from control_api.setup.setup_error import SetupError
from shared.backups import Backup

_SET_ASIDE = re.compile(r"\.corrupt-[0-9TZ-]+$")


class DamageError(Exception):
    """A file is not what it was; what is wrong, a sentence each."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(*faults)
        self.faults = faults


def set_aside(path: Path, faults: list[str]) -> SetupError:
    """Keep a damaged file as `.corrupt-<time>`; the error that says so, and what to restore."""
    stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%SZ")
    kept = path.with_name(f"{path.name}.corrupt-{stamp}")
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    found = f"{path} is damaged: {faults[0]}{more}"
    try:
        # The changes that wait beside it first: the name that is left shows that there was a file.
        for suffix in BESIDE:
            if beside(path, suffix).exists():
                beside(path, suffix).rename(beside(kept, suffix))
        path.rename(kept)
    except OSError as error:
        return SetupError(f"{found} It can't be put aside ({error.strerror}). {remedy(path)}")
    return SetupError(f"{found} It is kept as {kept.name}. {remedy(path)}")


def refuse_loss(path: Path, *, is_lost: bool = False) -> None:
    """Raise `SetupError` when a file that is not there was set aside, or is known to be lost."""
    if path.exists():
        return
    kept = sorted(
        file.name
        for file in path.parent.glob(f"{path.name}.corrupt-*")
        if _SET_ASIDE.search(file.name)
    )
    if kept:
        raise SetupError(f"{path} was found damaged and is kept as {kept[-1]}. {remedy(path)}")
    if is_lost:
        raise SetupError(f"{path} is missing, but it was there before. {remedy(path)}")


def remedy(path: Path) -> str:
    """What to do about a file that is damaged or gone, in a sentence or two."""
    newest = sound_backup(path)
    if newest is None:
        return (
            f"There is no sound backup of it in {_living(path) / BACKUPS}. "
            "Put one there that you keep elsewhere, "
            "or set SAYDO_DATA to another folder to begin anew."
        )
    return f"Put it back as it was at {newest.made_at}: python -m control_api restore {newest.id}"


def sound_backup(path: Path) -> Backup | None:
    """The newest backup with a sound copy of a file, which may itself lie in a backup."""
    name = path.relative_to(data_folder_of(path)).as_posix().partition(".corrupt-")[0]
    return find_newest(_living(path) / BACKUPS, name)


def _living(path: Path) -> Path:
    """The data folder that a file, or the backup that it lies in, belongs to."""
    data = data_folder_of(path)
    return data.parent.parent if data.parent.name == BACKUPS else data
