"""Files that are there whole, and stay there when the power goes."""

import os
import shutil
from pathlib import Path

_PIECE_BYTES = 1 << 20


def create_private(path: Path) -> None:
    """Make an empty file for its owner's eyes only. Raises `OSError` when there is one."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))


def sync(path: Path) -> None:
    """Wait until a file, or the list of a folder's files, is on the disk. Raises `OSError`."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def read_to_the_end(path: Path) -> None:
    """Find out whether the disk gives every byte of a file nobody has open. Raises `OSError`."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        at = 0
        while piece := os.pread(descriptor, _PIECE_BYTES, at):
            at += len(piece)
    finally:
        os.close(descriptor)


def copy_durably(source: Path, target: Path) -> None:
    """Copy a file that nobody has open, to a name that is free. Raises `OSError`."""
    create_private(target)
    shutil.copyfile(source, target)
    sync(target)


def replace_durably(source: Path, target: Path) -> None:
    """Give a file another name in its folder, in place of what has it. Raises `OSError`."""
    source.replace(target)
    sync(target.parent)
