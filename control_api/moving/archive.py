"""Zip files, opened without trusting them."""

import io
import stat
import zipfile
import zlib
from pathlib import PurePosixPath

from control_api.moving.bundle import bad

MOST_ENTRIES = 20_000
MOST_UNPACKED = 128 * 1024 * 1024
"""Bytes, of all that is read."""


def is_zip(data: bytes) -> bool:
    """Whether it begins as zip files do."""
    return data[:4] in {b"PK\x03\x04", b"PK\x05\x06"}


class Archive:
    """A zip file in memory. What it says of itself is not believed: reading stops at a limit."""

    def __init__(self, data: bytes) -> None:
        """Raises `InvalidInputError` for what is no zip, or has entries that want to break out."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as error:
            raise bad("The file", "It is no zip file, or is damaged. Export it again.") from error
        if len(entries) > MOST_ENTRIES:
            raise bad("The file", f"It has more than {MOST_ENTRIES} files in it.")
        for entry in entries:
            _check(entry)
        self.names = [entry.filename for entry in entries if not entry.is_dir()]
        self._left = MOST_UNPACKED

    def read(self, name: str) -> bytes:
        """One file. Raises `InvalidInputError` when it is missing, damaged or far too large."""
        try:
            with self._zip.open(name) as file:
                content = file.read(self._left + 1)
        except KeyError as error:
            raise bad("The file", f"There is no {name} in it. Export it again.") from error
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            ValueError,
            RuntimeError,  # encrypted
            NotImplementedError,  # packed in a way that Python does not know
        ) as error:
            raise bad(name, "It can't be unpacked. Export it again, without a password.") from error
        if len(content) > self._left:
            raise bad("The file", f"It holds more than {MOST_UNPACKED >> 20} MiB. Split it.")
        self._left -= len(content)
        return content


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
