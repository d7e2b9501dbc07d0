"""What was read of a file, on the disk between the process that reads and the one that writes."""

import os
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from control_api.edges.exchange.intake.check import clean_stamp, cleaned
from control_api.edges.exchange.parts.bundle import Bundle
from control_api.input.ids import clean_id
from control_api.kinds.tasks.records.document import told
from shared.events import Kind
from shared.moving import Loss
from shared.tasks import Task
from shared.things import TYPES, Thing

MOST_AT_ONCE = 500
"""Things in one piece."""
PIECE_BYTES = 1024 * 1024
"""A piece ends with the thing that makes it longer."""

_NAMED: tuple[Kind, ...] = ("project", "tag", "person", "filter")
_OTHERS: tuple[Kind, ...] = ("timer", "alarm", "settings", "comment", "occurrence", "task")
_LENGTH = 4


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be said of a file, but for the things in it."""

    losses: list[Loss]
    warnings: list[str]
    untold: list[str]
    trash: dict[str, str]


def write_spool(bundle: Bundle, file: BinaryIO) -> Told:
    """Check every thing, and write it. Raises `InvalidInputError` that names the record."""
    things: dict[Kind, list[Any]] = bundle.by_kind()
    for kind in (*_NAMED, *_OTHERS):
        _write(file, kind, things[kind])
    file.flush()
    return Told(
        losses=bundle.losses.report(),
        warnings=bundle.warnings,
        untold=sorted(bundle.untold),
        trash={clean_id(key, "trash"): clean_stamp(at) or "" for key, at in bundle.trash.items()},
    )


def _write(file: BinaryIO, kind: Kind, things: list[Any]) -> None:
    piece: list[msgspec.Raw] = []
    length = 0
    for thing in cleaned(kind, things):
        packed = msgspec.msgpack.encode(told(thing) if isinstance(thing, Task) else thing)
        piece.append(msgspec.Raw(packed))
        length += len(packed)
        if len(piece) == MOST_AT_ONCE or length > PIECE_BYTES:
            _write_piece(file, kind, piece)
            piece, length = [], 0
    if piece:
        _write_piece(file, kind, piece)


def _write_piece(file: BinaryIO, kind: Kind, piece: list[msgspec.Raw]) -> None:
    content = msgspec.msgpack.encode((kind, piece))
    file.write(len(content).to_bytes(_LENGTH, "big") + content)


class Spool:
    """The `Records` that `write_spool` has written."""

    def __init__(self, file: BinaryIO) -> None:
        """Read what has names; the rest is read when it is asked for."""
        self._file = file
        self._others_at = 0
        self.named: list[Thing] = []
        for kind, piece in self._pieces():
            if kind not in _NAMED:
                break
            self.named += piece
            self._others_at = file.tell()

    def others(self) -> Iterator[list[Any]]:
        """The rest, piece by piece."""
        for _, piece in self._pieces():
            yield piece

    def _pieces(self) -> Iterator[tuple[Kind, list[Any]]]:
        self._file.seek(self._others_at, os.SEEK_SET)
        while head := self._file.read(_LENGTH):
            content = self._file.read(int.from_bytes(head, "big"))
            kind, packed = msgspec.msgpack.decode(content, type=tuple[Kind, msgspec.Raw])
            of: Any = Task if kind == "task" else TYPES[kind]
            yield kind, msgspec.msgpack.decode(packed, type=list[of])
