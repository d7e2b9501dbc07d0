"""The text of a file, piece by piece: no more of it is held than is being read."""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from control_api.edges.exchange.parts.bundle import bad
from control_api.edges.exchange.parts.limits import LONGEST_RECORD, too_large

PIECE_BYTES = 64 * 1024
ANY_END = re.compile(r"\r\n?|\n")
"""As spreadsheets of all times have ended a line."""


def text_of(file: BinaryIO, name: str = "") -> Iterator[str]:
    """The pieces. Raises `InvalidInputError` naming the line that is not UTF-8.

    `name` is that of the file, where there are several.
    """
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    line = 1
    more = True
    while more:
        piece = file.read(PIECE_BYTES)
        more = bool(piece)
        try:
            text = decoder.decode(piece, final=not more)
        except UnicodeDecodeError as error:
            line += error.object.count(b"\n", 0, error.start)
            where = f"{name}, line {line}" if name else f"Line {line}"
            raise bad(where, "It is not UTF-8. Save the file as UTF-8.") from error
        line += text.count("\n")
        if text:
            yield text


def lines_of(texts: Iterator[str], end: re.Pattern[str]) -> Iterator[str]:
    """The lines, each with its end. Raises `TooLargeError` for one that is far too long."""
    rest = ""
    for text in texts:
        # Only the end of the rest can be a part of an end, such as the "\r" of "\r\n".
        looked_at = max(0, len(rest) - 1)
        rest += text
        begin = 0
        for found in end.finditer(rest, looked_at):
            if found.end() == len(rest) and rest.endswith("\r"):
                break
            yield rest[begin : found.end()]
            begin = found.end()
        rest = rest[begin:]
        if len(rest) > LONGEST_RECORD:
            raise too_large(f"A line is longer than {LONGEST_RECORD:,} characters.")
    if rest:
        yield rest
