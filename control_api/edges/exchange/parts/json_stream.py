"""JSON read value by value, so that what a file holds is counted before it is built."""

import json
import re
from collections.abc import Iterator

from control_api.edges.exchange.parts.bundle import bad
from control_api.edges.exchange.parts.limits import LONGEST_RECORD, Tally, too_large
from shared.problems import InvalidInputError

_SPACE = re.compile(r"[ \t\r\n]*")
_CUT_OFF = 16
"""Characters before the end of a piece in which a token may be cut off."""
# Only where a value ends is asked: numbers need not be read in full.
_DECODER = json.JSONDecoder(parse_int=float)


class JsonStream:
    """A text with JSON in it, and a place in that text.

    `items` and `fields` stand before one value each time that they yield: take it by `value`,
    `skip`, `items` or `fields` before going on. All of them raise `InvalidInputError` naming the
    line, and `TooLargeError` for a single value that is far too long.
    """

    def __init__(self, texts: Iterator[str]) -> None:
        self._texts = texts
        self._text = ""
        self._at = 0
        self._lines_before = 1

    @property
    def line(self) -> int:
        """The number of the line that the place is on."""
        return self._lines_before + self._text.count("\n", 0, self._at)

    def peek(self) -> str:
        """The character that comes next, but for white space; empty at the end."""
        while True:
            space = _SPACE.match(self._text, self._at)
            self._at = self._at if space is None else space.end()
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._read_on():
                return ""

    def items(self) -> Iterator[None]:
        """Each item of the list that comes next; null has none."""
        if self.peek() == "n":
            self.value()
            return
        self._expect("[")
        yield from self._separated("]")

    def fields(self) -> Iterator[str]:
        """The name of each field of the object that comes next."""
        self._expect("{")
        for _ in self._separated("}"):
            if self.peek() != '"':
                raise self.wrong("a name is expected")
            name: str = json.loads(self.value())
            self._expect(":")
            yield name

    def values(self) -> Iterator[None]:
        """Each value of a text that has one a line, with or without commas."""
        while self.peek():
            yield
            if self.peek() == ",":
                self._at += 1

    def value(self) -> str:
        """The value that comes next, as it is written."""
        self.peek()
        while True:
            end = self._end_of_value()
            if end is not None and end < len(self._text):
                break
            held = len(self._text) - self._at
            if held > LONGEST_RECORD:
                limit = f"{LONGEST_RECORD:,} characters"
                raise too_large(f"Line {self.line}: One record is longer than {limit}.")
            if not self._read_on(2 * held):
                if end is None:
                    raise self.wrong("it ends too early, or is no value")
                break
        found = self._text[self._at : end]
        self._at = end
        return found

    def skip(self) -> None:
        """Pass over the value that comes next, however long it is."""
        match self.peek():
            case "[":
                for _ in self.items():
                    self.value()
            case "{":
                for _ in self.fields():
                    self.value()
            case _:
                self.value()

    def finish(self) -> None:
        """See that nothing comes any more."""
        if self.peek():
            raise self.wrong("there is more after its end")

    def wrong(self, what: str) -> InvalidInputError:
        """Make the error for the line that the place is on."""
        return bad(f"Line {self.line}", f"It is no good JSON ({what}).")

    def _separated(self, end: str) -> Iterator[None]:
        if self.peek() == end:
            self._at += 1
            return
        while True:
            yield
            if self.peek() == end:
                self._at += 1
                return
            self._expect(",")

    def _expect(self, character: str) -> None:
        if self.peek() != character:
            raise self.wrong(f"{character} is expected")
        self._at += 1

    def _end_of_value(self) -> int | None:
        """Where the value ends; None when that is not in what was read yet."""
        try:
            _, end = _DECODER.raw_decode(self._text, self._at)
        except json.JSONDecodeError as error:
            # What was begun, and what is at the very end, may go on.
            begun = error.msg.startswith("Unterminated")
            if not begun and error.pos < len(self._text) - _CUT_OFF:
                self._at = error.pos
                raise self.wrong(error.msg) from error
            return None
        return end

    def _read_on(self, least: int = 1) -> bool:
        """Read at least so many characters on; False at the end."""
        self._lines_before = self.line
        pieces = [self._text[self._at :]]
        self._at = 0
        read = 0
        for text in self._texts:
            pieces.append(text)
            read += len(text)
            if read >= least:
                break
        self._text = "".join(pieces)
        return read > 0


def kept_items(stream: JsonStream, tally: Tally) -> list[bytes]:
    """The items of the list that comes next, each as it is written, until it is their turn."""
    kept = []
    for _ in stream.items():
        tally.add()
        kept.append(stream.value().encode())
    return kept
