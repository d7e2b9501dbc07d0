"""Tables as text: what a spreadsheet can hold and give back."""

import csv
import io
import itertools
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import msgspec

from control_api.edges.exchange.parts.bundle import bad
from control_api.edges.exchange.parts.limits import LONGEST_CELL, MOST_FIELDS, Tally
from control_api.edges.exchange.parts.texts import ANY_END, Tell, lines_of, text_of

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")  # noqa: RUF001 - spreadsheets take the wide ones as well
"""What a spreadsheet would calculate, or what was marked as text because of that."""


_SEPARATORS = ",;\t|"
"""Of those that are there as often the first is taken."""
_QUOTED = re.compile(r'"[^"]*"')


class Table:
    """The rows of a table, packed until it is their turn."""

    def __init__(self, file: BinaryIO, tally: Tally, tell: Tell, name: str = "") -> None:
        """Read all of it; `name` is that of the file where there are several.

        `tell` is told when it is in another encoding than UTF-8, and which one was taken.

        Raises `InvalidInputError` naming the line, and `TooLargeError` when `tally` has too many.
        """
        self.place = f"{name}, line" if name else "Line"
        """With a number it names a row."""
        self._rows = [
            msgspec.msgpack.encode(numbered)
            for numbered in _rows(text_of(file, name, tell), tally, self.place)
        ]

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        """Each row, and the line that it ends on."""
        for packed in self._rows:
            yield msgspec.msgpack.decode(packed, type=tuple[int, list[str]])


def _rows(texts: Iterator[str], tally: Tally, place: str) -> Iterator[tuple[int, list[str]]]:
    lines = lines_of(texts, ANY_END)
    head: list[str] = []
    for line in lines:
        head.append(line)
        if line.strip():
            break
    csv.field_size_limit(LONGEST_CELL)
    rows = csv.reader(
        itertools.chain(head, lines), delimiter=_separator("".join(head)), strict=True
    )
    try:
        for row in rows:
            tally.add()
            if len(row) > MOST_FIELDS:
                raise bad(f"{place} {rows.line_num}", f"It has more than {MOST_FIELDS:,} cells.")
            yield rows.line_num, row
    except csv.Error as error:
        raise bad(f"{place} {rows.line_num}", f"It can't be read ({error}).") from error


def write_table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """The table as spreadsheets like it: with a mark that says UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def as_text(cell: str) -> str:
    """The cell so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def from_text(cell: str) -> str:
    """The cell that `as_text` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _separator(first: str) -> str:
    """Spreadsheets of some countries write semicolons, and what is copied from one has tabs."""
    names = _QUOTED.sub("", first)
    return max(_SEPARATORS, key=names.count)
