"""What is said between the processes: a length in four bytes, then msgpack."""

import struct
from datetime import datetime
from typing import Protocol, TypeVar

import msgspec

LONGEST_MESSAGE = 1024 * 1024
"""Bytes; a text of 2,000 characters that is nothing but times answers a tenth of it."""
_LENGTH = struct.Struct(">I")

Message = TypeVar("Message", bound=msgspec.Struct)


class Phrase(msgspec.Struct, frozen=True):
    """One time phrase. Times are naive wall-clock times."""

    start: int
    end: int
    grain: str
    """second, minute, hour, day, week, month, quarter or year; of the first end for an interval."""
    value: datetime | None
    """The time meant; None for an interval."""
    since: datetime | None = None
    until: datetime | None = None
    """End of the interval, exclusive."""
    hours: frozenset[int] = frozenset()
    """Hours of the day it could mean: 3 and 15 for "at three"."""


class Question(msgspec.Struct, frozen=True, array_like=True):
    """What a child is asked."""

    text: str
    """ASCII: Duckling counts bytes."""
    now: datetime
    """Naive wall-clock time."""
    pieces: list[tuple[int, int]]
    """Places of the stretches to read one by one."""
    allowance_s: float
    """Processor time; the system ends a child that takes more."""
    locale: str
    """In which language, as Duckling calls it: EN_US."""


class Answer(msgspec.Struct, frozen=True, array_like=True):
    """What a child found; the first one, without phrases, says that it is ready."""

    phrases: list[Phrase]
    spent_s: float
    """Processor time that it took."""


class Source(Protocol):
    """Where messages come from."""

    def read(self, count: int, /) -> bytes:
        """So many bytes, or fewer when there will be no more."""


class Sink(Protocol):
    """Where they go to."""

    def write(self, data: bytes, /) -> object:
        """Send all of it."""


class BrokenOffError(Exception):
    """There is no next message: what came is none, or nothing comes any more."""


class ClosedError(BrokenOffError):
    """The other process has closed its end: it is gone, or about to be."""


def send(sink: Sink, message: msgspec.Struct) -> None:
    """Raise OSError when nobody listens any more."""
    body = msgspec.msgpack.encode(message)
    sink.write(_LENGTH.pack(len(body)) + body)


def receive(source: Source, kind: type[Message]) -> Message:
    """The next message. Raise `BrokenOffError` when there is none, `ClosedError` at the end."""
    head = source.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise ClosedError
    (length,) = _LENGTH.unpack(head)
    if length > LONGEST_MESSAGE:
        raise BrokenOffError
    body = source.read(length)
    if len(body) < length:
        raise ClosedError
    try:
        return msgspec.msgpack.decode(body, type=kind)
    except msgspec.DecodeError as error:
        raise BrokenOffError from error
