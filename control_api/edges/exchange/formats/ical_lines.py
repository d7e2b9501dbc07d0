"""iCalendar's content lines: unfolded, told apart, and written again."""

import codecs
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import msgspec
from icalendar.parser import Parameters

from control_api.edges.exchange.parts.bundle import bad
from control_api.edges.exchange.parts.limits import LONGEST_RECORD, too_large

DEEPEST = 10
MOST_LINES = 10_000
"""Of one to-do, with its alarms."""
LONGEST_LINE = 75
"""Octets."""

_ESCAPED = re.compile(r"\\(.)")
_COMMA = re.compile(r"(?<!\\)(?:\\\\)*,")
_HEAD = re.compile(r'([A-Za-z0-9-]+)((?:;(?:[^":]|"[^"]*")*)?):', re.DOTALL)


class Line(msgspec.Struct, frozen=True, array_like=True):
    """One property."""

    name: str
    params: dict[str, str]
    raw: str
    value_at: int
    """Where in `raw` the value begins."""

    @property
    def value(self) -> str:
        """As it is written: escaped."""
        return self.raw[self.value_at :]

    @property
    def text(self) -> str:
        """The value as a text."""
        return unescape(self.value)


class Component(msgspec.Struct, array_like=True):
    """What stands between a BEGIN and its END."""

    name: str
    number: int
    """Of the line where it begins."""
    lines: list[Line] = msgspec.field(default_factory=list)
    parts: list["Component"] = msgspec.field(default_factory=list)

    @property
    def where(self) -> str:
        """To name it by in errors."""
        return f"Line {self.number} ({self.name})"

    def first(self, name: str) -> Line | None:
        """The first property of that name."""
        return next((line for line in self.lines if line.name == name), None)

    def text(self, name: str) -> str:
        """The text of the first property of that name; empty when there is none."""
        line = self.first(name)
        return "" if line is None else line.text

    def all(self, name: str) -> list[Line]:
        """Each property of that name."""
        return [line for line in self.lines if line.name == name]


def read_parts(file: BinaryIO) -> Iterator[tuple[Component, Component | None]]:
    """Each calendar, when it begins and without its parts, and with it each part that has ended.

    Raises `InvalidInputError` naming the line.
    """
    open_ones: list[Component] = []
    count = 0
    for number, raw in _unfolded(file):
        line = _line(number, raw)
        count = count + 1 if len(open_ones) > 1 else 0
        if count > MOST_LINES:
            raise bad(f"Line {number}", f"One part has more than {MOST_LINES:,} lines.")
        match line.name:
            case "BEGIN":
                open_ones.append(_begun(open_ones, line, number))
                if len(open_ones) == 1:
                    yield open_ones[0], None
            case "END":
                part = _ended(open_ones, line, number)
                if len(open_ones) == 1:
                    yield open_ones[0], part
            case _ if open_ones and len(open_ones[-1].lines) < MOST_LINES:
                open_ones[-1].lines.append(line)
    if open_ones:
        raise bad(open_ones[-1].where, "It has no END: the file was cut off.")


def _begun(open_ones: list[Component], line: Line, number: int) -> Component:
    if len(open_ones) >= DEEPEST:
        raise bad(f"Line {number}", "It is nested too deeply.")
    return Component(line.value.strip().upper(), number)


def _ended(open_ones: list[Component], line: Line, number: int) -> Component:
    """The part that ends here, put into the one that it is a part of, unless that is a calendar."""
    if not open_ones or open_ones[-1].name != line.value.strip().upper():
        raise bad(f"Line {number}", "This END has no BEGIN. Export the calendar again.")
    part = open_ones.pop()
    if len(open_ones) > 1:
        open_ones[-1].parts.append(part)
    return part


def _unfolded(file: BinaryIO) -> Iterator[tuple[int, str]]:
    """Each line whole, and the number of its first piece.

    Pieces are put together as bytes, as a fold may cut through a character.
    """
    pieces: list[bytes] = []
    begun = length = 0
    for number, line in enumerate(_pieces(file), 1):
        content = line.removesuffix(b"\n").removesuffix(b"\r")
        if content[:1] in {b" ", b"\t"} and pieces:
            length += len(content)
            if length > LONGEST_RECORD:
                raise too_large(f"Line {begun} is longer than {LONGEST_RECORD:,} bytes.")
            pieces.append(content[1:])
            continue
        if any(pieces):
            yield begun, _decoded(begun, pieces)
        pieces, begun, length = [content], number, len(content)
    if any(pieces):
        yield begun, _decoded(begun, pieces)


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    first = True
    while piece := file.readline(LONGEST_RECORD + 1):
        if len(piece) > LONGEST_RECORD:
            raise too_large(f"A line is longer than {LONGEST_RECORD:,} bytes.")
        yield piece.removeprefix(codecs.BOM_UTF8) if first else piece
        first = False


def _decoded(number: int, pieces: list[bytes]) -> str:
    try:
        return b"".join(pieces).decode()
    except UnicodeDecodeError as error:
        raise bad(f"Line {number}", "It is not UTF-8. Save the file as UTF-8.") from error


def _line(number: int, raw: str) -> Line:
    head = _HEAD.match(raw)
    if head is None:
        raise bad(f"Line {number}", "It must be a name, a colon and a value.")
    params = {}
    if head[2]:
        try:
            given = Parameters.from_ical(head[2][1:])  # type: ignore[no-untyped-call]
        except ValueError as error:
            raise bad(f"Line {number}", "What stands before the colon can't be read.") from error
        params = {
            name.upper(): ",".join(value) if isinstance(value, list) else str(value)
            for name, value in given.items()
        }
    return Line(head[1].upper(), params, raw, head.end())


def unescape(value: str) -> str:
    """The text that a value stands for."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def escape(text: str) -> str:
    """The value that stands for a text."""
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return plain.replace("\n", "\\n")


def split_list(value: str) -> list[str]:
    """The texts of a value that is a list."""
    found, begin = [], 0
    for comma in _COMMA.finditer(value):
        found.append(unescape(value[begin : comma.end() - 1]))
        begin = comma.end()
    return [*found, unescape(value[begin:])]


def quoted(text: str) -> str:
    """A parameter's value, with what it can't hold spelled as RFC 6868 has it."""
    spelled = text.replace("^", "^^").replace("\n", "^n").replace('"', "^'")
    return f'"{spelled}"'


def written(lines: Iterable[str]) -> bytes:
    """The lines as a file, folded."""
    return b"".join(map(_folded, lines))


def _folded(line: str) -> bytes:
    rest = line.encode()
    pieces = []
    longest = LONGEST_LINE
    while len(rest) > longest:
        end = longest
        while rest[end] & 0xC0 == 0x80:  # noqa: PLR2004 - within a character
            end -= 1
        pieces.append(rest[:end])
        rest = rest[end:]
        longest = LONGEST_LINE - 1
    return b"\r\n ".join([*pieces, rest]) + b"\r\n"
