"""Whether the files of a model are what they must be."""

import hashlib
from pathlib import Path

import msgspec

from agent_worker.models.catalogue import Model, ModelFile, Source

_BLOCK = 1 << 20
_MARKER = ".verified.json"


class _Seen(msgspec.Struct, frozen=True):
    """A file as it was when its sum was last found right."""

    size: int
    mtime_ns: int
    sha256: str


def sha256_of(path: Path) -> str:
    """SHA-256 of a whole file, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def is_right(path: Path, file: ModelFile) -> bool:
    """Tell whether `path` has the size and the sum of `file`."""
    return path.is_file() and path.stat().st_size == file.size and sha256_of(path) == file.sha256


def complete_source(model: Model, folder: Path) -> Source | None:
    """Find the source whose files all lie in `folder` and are right, or None.

    Sums are remembered in a marker file, so that only new or touched files are read again.
    """
    seen = _read_marker(folder)
    found = next(
        (
            source
            for source in model.sources
            if all(_is_right_or_known(folder / file.name, file, seen) for file in source.files)
        ),
        None,
    )
    if found is not None:
        _write_marker(folder, found)
    return found


def _is_right_or_known(path: Path, file: ModelFile, seen: dict[str, _Seen]) -> bool:
    if not path.is_file():
        return False
    status = path.stat()
    known = seen.get(file.name)
    if known == _Seen(status.st_size, status.st_mtime_ns, file.sha256):
        return True
    return is_right(path, file)


def _read_marker(folder: Path) -> dict[str, _Seen]:
    try:
        return msgspec.json.decode((folder / _MARKER).read_bytes(), type=dict[str, _Seen])
    except (OSError, msgspec.MsgspecError):
        # Without a readable marker the files are simply summed again.
        return {}


def _write_marker(folder: Path, source: Source) -> None:
    seen = {}
    for file in source.files:
        status = (folder / file.name).stat()
        seen[file.name] = _Seen(status.st_size, status.st_mtime_ns, file.sha256)
    if seen == _read_marker(folder):
        return
    try:
        (folder / _MARKER).write_bytes(msgspec.json.encode(seen))
    except OSError:
        # A read-only folder of models is fine: it is summed at each look.
        return
