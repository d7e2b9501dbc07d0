"""Zip files, opened without trusting them."""

import io
import stat
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import IO, Any, BinaryIO

from control_api.edges.exchange.parts import limits
from control_api.edges.exchange.parts.bundle import bad
from shared.problems import InvalidInputError

_PIECE_BYTES = 1 << 20
_ENTRY = b"PK\x01\x02"
"""Begins what a zip file says of one of its files."""
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,  # encrypted
    NotImplementedError,  # packed in a way that Python does not know
)


def is_zip(file: BinaryIO) -> bool:
    """Whether it begins as zip files do."""
    file.seek(0)
    head = file.read(4)
    file.seek(0)
    return head in {b"PK\x03\x04", b"PK\x05\x06"}


class Archive:
    """A zip file. What it says of itself is not believed: counting and reading stop at limits."""

    def __init__(self, file: BinaryIO) -> None:
        """Raises `InvalidInputError` for what is no zip, or has entries that want to break out.

        Raises `TooLargeError` for one with too many files in it.
        """
        _count_entries(file)
        try:
            self._zip = zipfile.ZipFile(file)
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as error:
            raise bad("The file", "It is no zip file, or is damaged. Export it again.") from error
        for entry in entries:
            _check(entry)
        self.names = [entry.filename for entry in entries if not entry.is_dir()]
        self.left = limits.MOST_UNPACKED
        """Bytes that may still be unpacked."""

    def open(self, name: str) -> io.BufferedReader:
        """One file, unpacked while it is read.

        This and reading raise `InvalidInputError` when it is missing or damaged, and
        `TooLargeError` when there is far too much in it.
        """
        try:
            packed = self._zip.open(name)
        except KeyError as error:
            raise bad("The file", f"There is no {name} in it. Export it again.") from error
        except _FAULTS as error:
            raise _damaged(name) from error
        return io.BufferedReader(_Unpacked(self, name, packed))


class _Unpacked(io.RawIOBase):
    """Counts what comes out of an archive."""

    def __init__(self, archive: Archive, name: str, packed: IO[bytes]) -> None:
        super().__init__()
        self._archive = archive
        self._name = name
        self._packed = packed

    def readable(self) -> bool:
        """It can only be read."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Unpack as much as fits."""
        view = memoryview(buffer)
        try:
            content = self._packed.read(len(view))
        except _FAULTS as error:
            raise _damaged(self._name) from error
        self._archive.left -= len(content)
        if self._archive.left < 0:
            raise limits.too_large(f"The zip holds more than {limits.MOST_UNPACKED >> 20} MiB.")
        view[: len(content)] = content
        return len(content)


def pack(files: dict[str, bytes]) -> bytes:
    """Make a zip file."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            # The time of day of an export is no part of what it holds.
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return packed.getvalue()


def _check(entry: zipfile.ZipInfo) -> None:
    path = PurePosixPath(entry.filename)
    escapes = path.is_absolute() or ".." in path.parts or "\\" in entry.filename
    if escapes or entry.filename[1:2] == ":" or stat.S_ISLNK(entry.external_attr >> 16):
        raise bad("The file", "A file in it wants to be written elsewhere: it is not taken.")


def _count_entries(file: BinaryIO) -> None:
    """Before they are read: each costs many times what it takes in the file."""
    file.seek(0)
    found, tail = 0, b""
    while piece := file.read(_PIECE_BYTES):
        found += (tail + piece).count(_ENTRY)
        tail = piece[1 - len(_ENTRY) :]
    if found > limits.MOST_ENTRIES:
        raise limits.too_large(f"The zip has more than {limits.MOST_ENTRIES:,} files in it.")
    file.seek(0)


def _damaged(name: str) -> InvalidInputError:
    return bad(name, "It can't be unpacked. Export it again, without a password.")
