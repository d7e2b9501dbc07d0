"""iCalendar's content lines: unfolded, told apart, and written again."""

import re
from collections.abc import Iterable

import msgspec
from icalendar.parser import Parameters

from control_api.moving.bundle import bad

DEEPEST = 10
LONGEST_LINE = 75
"""Octets."""

_ESCAPED = re.compile(r"\\(.)")
_COMMA = re.compile(r"(?<!\\)(?:\\\\)*,")
_HEAD = re.compile(r'([A-Za-z0-9-]+)((?:;(?:[^":]|"[^"]*")*)?):', re.DOTALL)


class Line(msgspec.Struct, frozen=True):
    """One property."""

    name: str
    params: dict[str, str]
    value: str
    """As it is written: escaped."""
    raw: str

    @property
    def text(self) -> str:
        """The value as a text."""
        return unescape(self.value)


class Component(msgspec.Struct):
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


def read_components(data: bytes) -> list[Component]:
    """What a file holds. Raises `InvalidInputError` naming the line."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at = data.count(b"\n", 0, error.start) + 1
        raise bad(f"Line {at}", "It is not UTF-8.") from error
    root = Component("", 0)
    open_ones = [root]
    for number, raw in _unfolded(text):
        line = _line(number, raw)
        if line.name == "BEGIN":
            if len(open_ones) > DEEPEST:
                raise bad(f"Line {number}", "It is nested too deeply.")
            part = Component(line.value.strip().upper(), number)
            open_ones[-1].parts.append(part)
            open_ones.append(part)
        elif line.name == "END":
            if open_ones[-1].name != line.value.strip().upper() or len(open_ones) == 1:
                raise bad(f"Line {number}", "This END has no BEGIN. Export the calendar again.")
            open_ones.pop()
        else:
            open_ones[-1].lines.append(line)
    if len(open_ones) > 1:
        raise bad(open_ones[-1].where, "It has no END: the file was cut off.")
    return root.parts


def _unfolded(text: str) -> list[tuple[int, str]]:
    lines: list[tuple[int, str]] = []
    pieces: list[str] = []
    begun = 0
    for number, line in enumerate(text.split("\n"), 1):
        content = line.removesuffix("\r")
        if content[:1] in {" ", "\t"} and pieces:
            pieces.append(content[1:])
            continue
        if pieces and any(pieces):
            lines.append((begun, "".join(pieces)))
        pieces, begun = [content], number
    if any(pieces):
        lines.append((begun, "".join(pieces)))
    return lines


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
    return Line(head[1].upper(), params, raw[head.end() :], raw)


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
