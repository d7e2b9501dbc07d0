"""The text of a file, piece by piece: no more of it is held than is being read."""

import codecs
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from control_api.edges.exchange.parts.bundle import bad
from control_api.edges.exchange.parts.limits import LONGEST_RECORD, too_large

Tell = Callable[[str], object]
"""Is told a sentence about the file."""

PIECE_BYTES = 64 * 1024
ANY_END = re.compile(r"\r\n?|\n")
"""As spreadsheets of all times have ended a line."""


_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_OLDER = "cp1252"
"""What spreadsheets of western Europe and America write when they don't write Unicode."""


def text_of(file: BinaryIO, name: str = "", tell: Tell | None = None) -> Iterator[str]:
    """The pieces. Raises `InvalidInputError` naming the line that is not UTF-8.

    `name` is that of the file, where there are several. With `tell`, other encodings of
    spreadsheets are read as well, and it is told which one was taken.
    """
    decoder: codecs.IncrementalDecoder = codecs.getincrementaldecoder("utf-8-sig")()
    piece = file.read(PIECE_BYTES)
    was_ascii = True
    if tell is not None and piece.startswith(_UTF_16):
        tell(_taken("UTF-16", name))
        decoder, was_ascii = codecs.getincrementaldecoder("utf-16")(), False
    line = 1
    more = True
    while more:
        more = bool(piece)
        try:
            text = decoder.decode(piece, final=not more)
        except UnicodeDecodeError as error:
            # Who writes one letter in UTF-8 writes all of them so; then this one is damaged.
            if tell is None or not was_ascii or not error.object[: error.start].isascii():
                line += error.object.count(b"\n", 0, error.start)
                where = f"{name}, line {line}" if name else f"Line {line}"
                raise bad(where, "It is not UTF-8. Save the file as UTF-8.") from error
            tell(_taken("Windows-1252 (Western European)", name))
            decoder = codecs.getincrementaldecoder(_OLDER)("replace")
            text = decoder.decode(error.object, final=not more)
        was_ascii = was_ascii and text.isascii()
        piece = file.read(PIECE_BYTES) if more else b""
        line += text.count("\n")
        if text:
            yield text


def _taken(encoding: str, name: str) -> str:
    return f"{name or 'The file'} is not UTF-8; it was read as {encoding}. Look at its letters."


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
